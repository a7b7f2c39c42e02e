/** What the columns of a table seem to be, by what stands in their cells. Only ever a suggestion. */
import type { Day } from '../../domain/date.ts';
import type { ColumnMeaning } from '../../domain/ledger.ts';
import type { Track } from '../../domain/programme.ts';
import type { Cell, SheetRow, Workbook } from '../spreadsheet/workbook.ts';
import { maxNameText, readCell } from './cell-text.ts';
import type { DivisionIndex } from './division-index.ts';
import { readDate } from './read-date-cell.ts';
import { readStage } from './read-stage-cell.ts';

export interface Suggesting {
  readonly index: DivisionIndex;
  readonly track: Track;
  readonly today: Day;
  readonly kind: Workbook['kind'];
}

/** Rows and columns looked at; what is longer or wider is of the same make. */
const rowsLookedAt = 200;
export const columnsLookedAt = 40;

/** A column is of a meaning where at least this part of its filled cells is. */
const enough = 0.5;

type Test = (cell: Cell, text: string) => boolean;

/** On a tie the earlier one is likelier. */
function testsOf({
  index,
  track,
  today,
  kind,
}: Suggesting): readonly (readonly [ColumnMeaning, Test])[] {
  const { code: scope } = index.scope;
  const digits = index.level === 'village' ? /^\d{12}$/ : /^\d{9}(?:000)?$/;
  const tests: readonly (readonly [ColumnMeaning, Test])[] = [
    ['code', (_, text) => digits.test(text.replace(/\s/g, ''))],
    ['village', (_, text) => index.level === 'village' && index.findUnits(text, scope).length > 0],
    ['township', (_, text) => index.findTownships(text, scope).length > 0],
    ['county', (_, text) => index.findCounty(text) !== undefined],
    ['stage', (_, text) => readStage(text, track).status === 'stage'],
    ['documentNumber', (_, text) => /[〔[(（【［]\d{4}[〕\])）】］]\s*第?\s*\d+\s*号/.test(text)],
    ['effective', (cell, text) => readDate(cell, text, { today, kind }).status === 'date'],
  ];
  return tests;
}

/** By column, from 0; each meaning at most once, to the column that fits it best. */
export function suggestColumns(
  rows: readonly SheetRow[],
  by: Suggesting,
): ReadonlyMap<number, ColumnMeaning> {
  const tests = testsOf(by);
  const fits: {
    readonly index: number;
    readonly meaning: ColumnMeaning;
    readonly share: number;
  }[] = [];
  const looked = rows.slice(0, rowsLookedAt);
  for (let index = 0; index < columnsLookedAt; index += 1) {
    const filled = looked.flatMap(({ cells }) => {
      const cell = cells[index];
      const reading = readCell(cell, maxNameText);
      return cell && reading.status !== 'empty' ? [{ cell, text: reading.text }] : [];
    });
    if (filled.length === 0) continue;
    for (const [meaning, isSo] of tests) {
      const share = filled.filter(({ cell, text }) => isSo(cell, text)).length / filled.length;
      if (share >= enough) fits.push({ index, meaning, share });
    }
  }
  const suggested = new Map<number, ColumnMeaning>();
  const order = tests.map(([meaning]) => meaning);
  const best = fits.toSorted(
    (a, b) =>
      b.share - a.share || order.indexOf(a.meaning) - order.indexOf(b.meaning) || a.index - b.index,
  );
  for (const { index, meaning } of best) {
    if (suggested.has(index) || [...suggested.values()].includes(meaning)) continue;
    suggested.set(index, meaning);
  }
  return suggested;
}

/** The first row in which the column that names the units does so, as in `suggestColumns`; else the first of all. */
export function suggestFirstRow(
  rows: readonly SheetRow[],
  suggested: ReadonlyMap<number, ColumnMeaning>,
  by: Suggesting,
): number {
  const tests = new Map(testsOf(by));
  const naming = [...suggested].filter(([, is]) => is === by.index.level || is === 'code');
  const first = rows.slice(0, rowsLookedAt).find(({ cells }) =>
    naming.some(([index, meaning]) => {
      const reading = readCell(cells[index], maxNameText);
      const cell = cells[index];
      return cell && reading.status === 'text' && tests.get(meaning)?.(cell, reading.text) === true;
    }),
  );
  return (first ?? rows[0])?.number ?? 1;
}
