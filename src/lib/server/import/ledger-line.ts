/** One line under the headings: whether it is of a unit, says something for those below it, or nothing. */
import type { Level } from '../../domain/division.ts';
import type { ColumnMeaning, RowFaultCode } from '../../domain/ledger.ts';
import type { Sheet, SheetRow } from '../spreadsheet/workbook.ts';
import type { Header } from './header.ts';
import { isHeadingAgain } from './heading-again.ts';
import { isCount, isNote, isNumbering, isSoleNote, isTotal } from './line-of-no-unit.ts';
import { fieldReader, textOf, type Fields } from './row-fields.ts';

export type LeftOutReason = Extract<
  RowFaultCode,
  'total' | 'repeated-heading' | 'section' | 'note' | 'no-name'
>;

/** What a line comes to. */
export type LineKind =
  | { readonly kind: 'unit' }
  | { readonly kind: 'left-out'; readonly why: LeftOutReason }
  /** A line over the rows below it. */
  | { readonly kind: 'section'; readonly says: Readonly<Fields> }
  /** A line between the rows that says nothing of a place: the group above it may end there. */
  | { readonly kind: 'break' }
  | { readonly kind: 'blank' };

/** What a reader of lines has to ask of the divisions. */
export interface AskOfLine {
  /** What a line between the rows says for those below it, if it says anything. */
  readonly groupOf: (text: string) => Readonly<Fields> | null;
  /** Whether any unit of the reporter may be called so. */
  readonly names: (text: string) => boolean;
}

/** What the line comes to; `wide`: the rows that one cell takes up over several columns. */
export function kindOf(
  line: Line,
  table: Table,
  wide: ReadonlySet<number>,
  ask: AskOfLine,
): LineKind {
  const { fields, texts, sole } = line;
  const { main, header } = table;
  const name = textOf(fields[main]);
  const leftOut = (why: LeftOutReason): LineKind => ({ kind: 'left-out', why });
  if (isTotalLine(line, main) && !namesUnit(line, table, ask)) return leftOut('total');
  if (isHeadingAgain(fields, header)) return leftOut('repeated-heading');
  if (isNoteLine(line, main) && !namesUnit(line, table, ask)) return leftOut('note');
  const isOther = name !== undefined && name !== sole && ask.names(name);
  if (sole !== null && !isDated(line, table) && !isOther) {
    const says = ask.groupOf(sole);
    if (says) return { kind: 'section', says };
  }
  if (isNoteAlone(line, wide, table, ask)) return { kind: 'break' };
  // A line that numbers the columns: 1, 2, 3 under the headings.
  if (texts.length === 0 && fields[main]?.cell.kind === 'number') return leftOut('note');
  if ((fields[main] ?? fields.name ?? fields.code) || isDated(line, table)) return { kind: 'unit' };
  if (hasOwn(line, table, 'township') || hasOwn(line, table, 'county')) return leftOut('no-name');
  return texts.length > 0 ? leftOut('note') : { kind: 'blank' };
}

/** The column that names the units; none where they stand by code alone. */
export function mainMeaning(header: Header, level: Level): ColumnMeaning {
  return level !== 'county' && level !== 'prefecture' && header.places.has(level) ? level : 'name';
}

export interface Table {
  readonly header: Header;
  readonly main: ColumnMeaning;
  readonly readFields: (row: SheetRow) => Fields;
}

export function tableUnder(sheet: Sheet, header: Header, level: Level): Table {
  const main = mainMeaning(header, level);
  return { header, main, readFields: fieldReader(sheet, header, main) };
}

export interface Line {
  /** Without the tables beside it. */
  readonly row: SheetRow;
  readonly fields: Fields;
  readonly texts: readonly string[];
  /** The one text that is neither a number in order nor a count; `null`: none, or several. */
  readonly sole: string | null;
}

export function lineOf(whole: SheetRow, { header, readFields }: Table): Line {
  const row = header.beside.size === 0 ? whole : besides(whole, header.beside);
  const all = textsOf(whole);
  // A line over all the tables stands in the first column of the first.
  const texts = all.length === 1 ? all : textsOf(row);
  const telling = texts.filter((text) => !isNumbering(text) && !isCount(text));
  const [sole] = telling;
  return {
    row,
    fields: readFields(row),
    texts,
    sole: sole !== undefined && telling.length === 1 ? sole : null,
  };
}

function besides(row: SheetRow, beside: ReadonlySet<number>): SheetRow {
  const cells = row.cells.map((cell, at) => (beside.has(at) ? ({ kind: 'empty' } as const) : cell));
  return { ...row, cells };
}

/** Whether the row itself, and no merge from above, has something in the column. */
function hasOwn({ row }: Line, { header }: Table, meaning: ColumnMeaning): boolean {
  const place = header.places.get(meaning);
  const cell = place && row.cells[place.index];
  return cell !== undefined && cell.kind !== 'empty';
}

function isDated(line: Line, table: Table): boolean {
  if (line.fields.code) return true;
  const text = textOf(line.fields.effective);
  return hasOwn(line, table, 'effective') && (text === undefined || line.sole !== text);
}

/** A row with a name is no total and no note, whatever a remark beside it says. */
function namesUnit(line: Line, table: Table, { names }: AskOfLine): boolean {
  const { fields } = line;
  const text = textOf(fields[table.main] ?? fields.name);
  if (text === undefined || isTotal(text) || isNote(text)) return false;
  if (names(text)) return true;
  if (isCount(text)) return false;
  return (['county', 'township', 'effective', 'code'] as const).some((meaning) => {
    const said = meaning === table.main ? undefined : textOf(fields[meaning]);
    if (said === undefined || isTotal(said) || isNote(said) || isNumbering(said)) return false;
    return hasOwn(line, table, meaning);
  });
}

/** A line by itself that is no unit's: one over all columns, the day, the office, a sentence. */
function isNoteAlone(
  { row, fields, sole, texts }: Line,
  wide: ReadonlySet<number>,
  { main }: Table,
  { names }: AskOfLine,
): boolean {
  if (sole === null) return false;
  if (wide.has(row.number) && texts.length === 1) return true;
  if (texts.length > 1 || fields.code || row.cells.some(({ kind }) => kind === 'number'))
    return false;
  if (textOf(fields[main]) === undefined && textOf(fields.effective) === sole) return true;
  return isSoleNote(sole) && !names(sole);
}

/** Longest line that is read for what it is; what is longer is a note. */
const longestLine = 120;
const columnsLookedAt = 60;

function textsOf({ cells }: SheetRow): readonly string[] {
  return cells.slice(0, columnsLookedAt).flatMap((cell) => {
    const text = cell.kind === 'text' ? cell.text.slice(0, longestLine).trim() : '';
    return text === '' ? [] : [text];
  });
}

function isTotalLine({ texts, fields }: Line, main: ColumnMeaning): boolean {
  const said = [texts[0], textOf(fields[main]), textOf(fields.county), textOf(fields.township)];
  return said.some((text) => text !== undefined && isTotal(text));
}

function isNoteLine({ texts, fields }: Line, main: ColumnMeaning): boolean {
  return [texts[0], textOf(fields[main])].some((text) => text !== undefined && isNote(text));
}
