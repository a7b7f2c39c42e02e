/** What a row, or two, would say if it were the headings of a ledger. */
import type { Level } from '../../domain/division.ts';
import type { ColumnMeaning, LedgerColumn } from '../../domain/ledger.ts';
import type { Merge, Sheet, SheetRow } from '../spreadsheet/workbook.ts';
import { columnLetter, readCell } from './cell-text.ts';
import { columnMeaning, groupedMeaning } from './column-meaning.ts';
import type { Header, TakenColumn } from './header.ts';

export interface Headings {
  readonly rows: 1 | 2;
  /** How many meanings the headings have. */
  readonly size: number;
  /** One, or those that stand side by side. */
  readonly tables: readonly Pick<Header, 'columns' | 'places' | 'beside'>[];
}

/** A sheet of more columns is no ledger; what stands further right is not looked at. */
const maxColumns = 200;

interface Column extends TakenColumn {
  readonly meaning: ColumnMeaning | null;
  readonly isHidden: boolean;
}

/** `null`: nobody could be named by these columns. */
export function readHeadings(sheet: Sheet, at: number, rows: 1 | 2, level: Level): Headings | null {
  const upper = sheet.rows[at];
  const lower = sheet.rows[at + 1];
  if (!upper || (rows === 2 && !lower)) return null;
  const groups = rows === 2 ? groupsOf(upper, sheet.merges) : textsByColumn(upper);
  const subs = rows === 2 && lower ? textsByColumn(lower) : [];
  const columns: Column[] = [];
  let below = 0;
  const width = Math.min(Math.max(groups.length, subs.length), maxColumns);
  for (let index = 0; index < width; index += 1) {
    const group = groups[index] ?? '';
    const sub = subs[index] ?? '';
    const heading = sub === '' || sub === group ? group : `${group}${sub}`;
    if (heading === '') continue;
    const meaning = sub === '' ? columnMeaning(group, level) : groupedMeaning(group, sub, level);
    if (meaning !== null && sub !== '') below += 1;
    const isHidden = (sheet.hiddenColumns ?? []).some(
      ([from, to]) => from <= index + 1 && index + 1 <= to,
    );
    columns.push({ index, letter: columnLetter(index), heading, meaning, isHidden });
  }
  if (rows === 2 && below === 0) return null;
  const size = new Set(columns.flatMap(({ meaning }) => meaning ?? [])).size;
  const tables = sideBySide(columns, level).map(tableOf);
  return tables.every(({ places }) => isLedger(places)) ? { rows, size, tables } : null;
}

/** Whether somebody could be named by these columns. */
function isLedger(places: ReadonlyMap<ColumnMeaning, TakenColumn>): boolean {
  return (['village', 'township', 'name', 'code'] as const).some((meaning) => places.has(meaning));
}

interface Table {
  readonly own: readonly Column[];
  /** Columns of the tables beside it, from 0. */
  readonly others: readonly number[];
}

/**
 * Where the heading of the names comes again, as it was, a second table stands beside the first, and begins
 * with whatever stands before both: 序号 村名 序号 村名. What stands left of the first or right of the last
 * is of all of them.
 */
function sideBySide(columns: readonly Column[], level: Level): readonly Table[] {
  const meanings = [level, 'name', 'code'];
  const main = meanings.find((wanted) => columns.some(({ meaning }) => meaning === wanted));
  const shown = columns.filter(({ isHidden }) => !isHidden);
  const [first, second, ...more] = shown.filter(
    ({ meaning, heading }, _, all) =>
      meaning === main && heading === all.find((each) => each.meaning === main)?.heading,
  );
  if (!first || !second) return [{ own: columns, others: [] }];
  const headingAt = (index: number): string =>
    columns.find((column) => column.index === index)?.heading ?? '';
  let before = 0;
  while (
    second.index - before - 1 > first.index &&
    headingAt(second.index - before - 1) === headingAt(first.index - before - 1) &&
    headingAt(first.index - before - 1) !== ''
  ) {
    before += 1;
  }
  // A mere 名称 may come again as that of a document.
  if (main !== level && before === 0) return [{ own: columns, others: [] }];
  // What parts the tables is of none of them.
  let width = second.index - first.index;
  while (headingAt(first.index - before + width - 1) === '') width -= 1;
  const blocks = [first, second, ...more].map(({ index }) => index - before);
  return blocks.map((from) => {
    const others = blocks
      .filter((other) => other !== from)
      .flatMap((other) => Array.from({ length: width }, (_, at) => other + at));
    return { own: columns.filter(({ index }) => !others.includes(index)), others };
  });
}

function tableOf({ own, others }: Table): Headings['tables'][number] {
  const places = new Map<ColumnMeaning, TakenColumn>();
  const shownFirst = own.toSorted((a, b) => Number(a.isHidden) - Number(b.isHidden));
  for (const { meaning, index, letter, heading } of shownFirst) {
    if (meaning !== null && !places.has(meaning)) places.set(meaning, { index, letter, heading });
  }
  const columns = own.map(({ index, letter, heading, meaning }): LedgerColumn => {
    const isTaken = meaning !== null && places.get(meaning)?.index === index;
    return { letter, heading, meaning: isTaken ? meaning : null };
  });
  return { columns, places, beside: new Set(others) };
}

function textsByColumn({ cells }: SheetRow): readonly string[] {
  return cells.slice(0, maxColumns).map((cell) => {
    const reading = readCell(cell);
    return cell.kind === 'text' && reading.status === 'text' ? reading.text : '';
  });
}

/** What stands in a row above the headings. */
export function textsOfHeadings(row: SheetRow): readonly string[] {
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
