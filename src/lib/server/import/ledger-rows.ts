/** The rows under the headings: what each says of a unit, or why it says nothing. */
import type { Level } from '../../domain/division.ts';
import type { ColumnMeaning, RowFaultCode } from '../../domain/ledger.ts';
import type { Cell, Sheet, SheetRow } from '../spreadsheet/workbook.ts';
import { maxCellText, maxNameText, readCell, type CellReading } from './cell-text.ts';
import type { Header } from './find-header.ts';
import { groupName, isNote, isTotal } from './line-of-no-unit.ts';
import { indexMerges, wideRows } from './merged-cells.ts';

/** What one column says in one row. */
export interface Field {
  /** Letter of the column; `null` where a line over the rows, or the sheet's title, says it. */
  readonly letter: string | null;
  readonly heading: string;
  readonly cell: Cell;
  readonly reading: Exclude<CellReading, { status: 'empty' }>;
}

export type Fields = Partial<Record<ColumnMeaning, Field>>;

type LeftOutReason = Extract<RowFaultCode, 'total' | 'repeated-heading' | 'section' | 'note'>;

export interface RawRow {
  readonly row: SheetRow;
  readonly fields: Readonly<Fields>;
  /** `null`: the row is about a unit. */
  readonly leftOut: LeftOutReason | null;
}

export interface ReadRows {
  readonly level: Level;
  /** What the sheet's name and titles say for all its rows. */
  readonly place: Readonly<Pick<Fields, 'county' | 'township'>>;
  /** Which place a line between the rows names, if it does. */
  readonly placeOf: (text: string) => 'county' | 'township' | null;
}

/** The column that names the units; none where they stand by code alone. */
export function mainMeaning(header: Header, level: Level): ColumnMeaning {
  return level !== 'county' && level !== 'prefecture' && header.places.has(level) ? level : 'name';
}

/** The rows in order, with county and township carried down into the rows that leave them empty. */
export function readRows(sheet: Sheet, header: Header, ask: ReadRows): readonly RawRow[] {
  const main = mainMeaning(header, ask.level);
  const readFields = fieldReader(sheet, header, main);
  const wide = wideRows(sheet);
  let carried: Fields = { ...ask.place };
  const rows: RawRow[] = [];
  for (const row of sheet.rows.slice(header.bodyFrom)) {
    const fields = readFields(row);
    const texts = textsOf(row);
    const leaveOut = (leftOut: LeftOutReason): void => void rows.push({ row, fields, leftOut });
    const isOfUnit = fields[main] ?? fields.name ?? fields.code ?? fields.effective;
    const [only] = texts;
    const group = only !== undefined && texts.length === 1 ? groupOf(only, fields, ask) : null;
    if (isTotalRow(texts, fields, main)) leaveOut('total');
    else if (isHeadingAgain(fields, header)) leaveOut('repeated-heading');
    else if (isNoteRow(texts, fields, main)) leaveOut('note');
    else if (group) {
      carried = carry(carried, group, main);
      leaveOut('section');
    } else if (only !== undefined && texts.length === 1 && wide.has(row.number)) leaveOut('note');
    else if (isNumbering(texts, fields, main)) leaveOut('note');
    else {
      carried = carry(carried, fields, main);
      if (isOfUnit) rows.push({ row, fields: { ...carried, ...fields }, leftOut: null });
      else if (only !== undefined) leaveOut('note');
    }
  }
  return rows;
}

const isOfDocument: ReadonlySet<ColumnMeaning> = new Set([
  'documentNumber',
  'documentTitle',
  'publisher',
  'batch',
]);

/** Reads what the columns of meaning say; of a merged cell, in every row it covers but the unit's own. */
function fieldReader(sheet: Sheet, header: Header, main: ColumnMeaning) {
  const taken = [...header.places].filter(([meaning]) => meaning !== main && meaning !== 'code');
  const merged = indexMerges(
    sheet,
    taken.map(([, { index }]) => index),
  );
  return (row: SheetRow): Fields => {
    const fields: Fields = {};
    for (const [meaning, { index, letter, heading }] of header.places) {
      const cell = merged(row.number, index) ?? row.cells[index];
      const reading = readCell(cell, isOfDocument.has(meaning) ? maxCellText : maxNameText);
      if (cell && reading.status !== 'empty') fields[meaning] = { letter, heading, cell, reading };
    }
    return fields;
  };
}

/** County and township for the rows below; with another county the township has to be said again. */
function carry(carried: Fields, fields: Fields, main: ColumnMeaning): Fields {
  const county = readable(fields.county) ?? carried.county;
  const isSameCounty = textOf(county) === textOf(carried.county);
  const township =
    main === 'township'
      ? undefined
      : (readable(fields.township) ?? (isSameCounty ? carried.township : undefined));
  return { ...(county && { county }), ...(township && { township }) };
}

function readable(field: Field | undefined): Field | undefined {
  return field?.reading.status === 'text' ? field : undefined;
}

export function textOf(field: Field | undefined): string | undefined {
  return field?.reading.status === 'text' ? field.reading.text : undefined;
}

/** The place a line by itself names, for the rows below it. */
function groupOf(only: string, fields: Fields, { placeOf }: ReadRows): Fields | null {
  if (fields.code ?? fields.effective) return null;
  const text = groupName(only);
  const place = placeOf(text);
  return place === null ? null : { [place]: saidAbove(text) };
}

/** What is said for several rows at once, outside the columns. */
export function saidAbove(text: string): Field {
  return {
    letter: null,
    heading: '',
    cell: { kind: 'text', text },
    reading: { status: 'text', text },
  };
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

function isTotalRow(texts: readonly string[], fields: Fields, main: ColumnMeaning): boolean {
  const said = [texts[0], textOf(fields[main]), textOf(fields.county), textOf(fields.township)];
  return said.some((text) => text !== undefined && isTotal(text));
}

function isNoteRow(texts: readonly string[], fields: Fields, main: ColumnMeaning): boolean {
  return [texts[0], textOf(fields[main])].some((text) => text !== undefined && isNote(text));
}

/** A line that numbers the columns: 1, 2, 3 under the headings. */
function isNumbering(texts: readonly string[], fields: Fields, main: ColumnMeaning): boolean {
  return texts.length === 0 && fields[main]?.cell.kind === 'number';
}

/** The headings, once more at the top of a printed page. */
function isHeadingAgain(fields: Fields, header: Header): boolean {
  let again = 0;
  for (const meaning of header.places.keys()) {
    const text = textOf(fields[meaning]);
    if (text !== undefined && fields[meaning]?.heading.endsWith(text)) again += 1;
  }
  return again > 0 && again >= Math.min(2, header.places.size);
}
