/** Where the headings of a ledger stand: under titles, over notes, in one row or in two. */
import type { Level } from '../../domain/division.ts';
import type { ColumnMeaning, LedgerColumn } from '../../domain/ledger.ts';
import type { Merge, Sheet, SheetRow } from '../spreadsheet/workbook.ts';
import { columnLetter, readCell } from './cell-text.ts';
import { columnMeaning, groupedMeaning } from './column-meaning.ts';

export interface Header {
  /** Number of the first row of the headings. */
  readonly row: number;
  /** TakenColumn, in `sheet.rows`, of the first row after them. */
  readonly bodyFrom: number;
  readonly columns: readonly LedgerColumn[];
  /** The column of each meaning that is taken; the first of two wins. */
  readonly places: ReadonlyMap<ColumnMeaning, TakenColumn>;
  /** What stands above: titles, the reporter, the date of the list. */
  readonly titles: readonly string[];
}

export interface TakenColumn {
  /** From 0. */
  readonly index: number;
  readonly letter: string;
  readonly heading: string;
}

/** Headings stand in the first rows, under a title and a line or two about it. */
const rowsLookedAt = 40;

/** A sheet of more columns is no ledger; what stands further right is not looked at. */
const maxColumns = 200;

/** The row of headings that says most, the first of several; `null`: none heads a column of names. */
export function findHeader(sheet: Sheet, level: Level): Header | null {
  let best: { readonly at: number; readonly rows: 1 | 2; readonly found: Headings } | null = null;
  const upTo = Math.min(sheet.rows.length, rowsLookedAt);
  for (let at = 0; at < upTo; at += 1) {
    for (const rows of [1, 2] as const) {
      const found = readHeadings(sheet, at, rows, level);
      // On a tie one row of headings is more likely than a title over it, and the first than its repetition.
      if (found && found.places.size > (best?.found.places.size ?? 0)) best = { at, rows, found };
      else if (found && best?.rows === 2 && rows === 1 && at === best.at + 1) {
        if (found.places.size === best.found.places.size) best = { at, rows, found };
      }
    }
  }
  if (!best) return null;
  const { at, rows, found } = best;
  return {
    row: sheet.rows[at]?.number ?? at + 1,
    bodyFrom: at + rows,
    ...found,
    titles: sheet.rows.slice(0, at).flatMap(textsOf),
  };
}

type Headings = Pick<Header, 'columns' | 'places'>;

function readHeadings(sheet: Sheet, at: number, rows: 1 | 2, level: Level): Headings | null {
  const upper = sheet.rows[at];
  const lower = sheet.rows[at + 1];
  if (!upper || (rows === 2 && !lower)) return null;
  const groups = rows === 2 ? groupsOf(upper, sheet.merges) : textsByColumn(upper);
  const subs = rows === 2 && lower ? textsByColumn(lower) : [];
  const columns: LedgerColumn[] = [];
  const places = new Map<ColumnMeaning, TakenColumn>();
  let below = 0;
  const width = Math.min(Math.max(groups.length, subs.length), maxColumns);
  for (let index = 0; index < width; index += 1) {
    const group = groups[index] ?? '';
    const sub = subs[index] ?? '';
    const heading = sub === '' || sub === group ? group : `${group}${sub}`;
    if (heading === '') continue;
    const read = sub === '' ? columnMeaning(group, level) : groupedMeaning(group, sub, level);
    if (read !== null && sub !== '') below += 1;
    const meaning = read !== null && !places.has(read) ? read : null;
    const letter = columnLetter(index);
    if (meaning !== null) places.set(meaning, { index, letter, heading });
    columns.push({ letter, heading, meaning });
  }
  if (rows === 2 && below === 0) return null;
  return isLedger(places) ? { columns, places } : null;
}

/** Whether somebody could be named by these columns. */
function isLedger(places: ReadonlyMap<ColumnMeaning, TakenColumn>): boolean {
  return (['village', 'township', 'name', 'code'] as const).some((meaning) => places.has(meaning));
}

function textsByColumn({ cells }: SheetRow): readonly string[] {
  return cells.slice(0, maxColumns).map((cell) => {
    const reading = readCell(cell);
    return cell.kind === 'text' && reading.status === 'text' ? reading.text : '';
  });
}

function textsOf(row: SheetRow): readonly string[] {
  return textsByColumn(row).filter((text) => text !== '');
}

/**
 * The upper of two rows of headings, each over all columns it stands for: those its merge covers, or,
 * where the file knows no merges, those that follow it empty.
 */
function groupsOf(row: SheetRow, merges: readonly Merge[]): readonly string[] {
  const groups = [...textsByColumn(row)];
  if (merges.length === 0) {
    return groups.map((text, at) => text || groups.slice(0, at).findLast((other) => other) || '');
  }
  for (const { top, bottom, left, right } of merges) {
    if (row.number < top || row.number > bottom || right > maxColumns) continue;
    const text = groups[left - 1] ?? '';
    for (let column = left; column <= right; column += 1) groups[column - 1] = text;
  }
  return Array.from(groups, (text: string | undefined) => text ?? '');
}
