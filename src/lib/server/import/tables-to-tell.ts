/** The tables of a workbook whose columns a person may tell, with what is shown and suggested of each. */
import { nameUnits, type TableToTell, type ToldTable } from '../../domain/told-columns.ts';
import { columnLetter, readCell } from './cell-text.ts';
import type { FoundSheet } from './find-ledgers.ts';
import {
  columnsLookedAt,
  suggestColumns,
  suggestFirstRow,
  type Suggesting,
} from './suggest-columns.ts';

/** A workbook of more is none whose columns are told by hand. */
const mostTables = 20;
const rowsShown = 10;
/** Of a cell, in UTF-16 code units. */
const longestShown = 40;

/** Not of tables that stand side by side: what a column of theirs is, is said of them all together. */
export function tablesToTell(
  sheets: readonly FoundSheet[],
  told: readonly ToldTable[],
  by: Suggesting,
): readonly TableToTell[] {
  return sheets
    .filter(({ sheet, headers }) => sheet.rows.length > 0 && headers.length <= 1)
    .slice(0, mostTables)
    .map((found) => tableToTell(found, told, by));
}

function tableToTell(
  { sheet, headers: [header] }: FoundSheet,
  allTold: readonly ToldTable[],
  by: Suggesting,
): TableToTell {
  const { level } = by.index;
  const told = allTold.find((each) => each.sheet === sheet.name) ?? null;
  const read =
    header && new Map([...header.places].map(([meaning, { index }]) => [index, meaning]));
  const suggested = read ?? suggestColumns(sheet.rows, by);
  const first = sheet.rows[0]?.number ?? 1;
  const sample = sheet.rows.slice(0, rowsShown);
  const width = Math.max(
    ...sample.map(({ cells }) => cells.length),
    ...[...suggested.keys(), ...(told?.columns ?? []).map(({ index }) => index)].map(
      (at) => at + 1,
    ),
  );
  const columns = Array.from({ length: Math.min(width, columnsLookedAt) }, (_, index) => ({
    index,
    letter: columnLetter(index),
    meaning: suggested.get(index) ?? null,
  }));
  return {
    sheet: sheet.name,
    isRead: header !== undefined,
    namesUnits: nameUnits(suggested.values(), level),
    columns,
    rows: sample.map(({ number, cells }) => ({
      number,
      cells: columns.map(({ index }) => shownCell(cells[index])),
    })),
    firstRow: header
      ? (sheet.rows[header.bodyFrom]?.number ?? first)
      : suggestFirstRow(sheet.rows, suggested, by),
    lastRow: sheet.rows.at(-1)?.number ?? first,
    told,
  };
}

function shownCell(cell: Parameters<typeof readCell>[0]): string {
  const reading = readCell(cell);
  if (reading.status === 'empty') return '';
  const { text } = reading;
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
