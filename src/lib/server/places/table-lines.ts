/** Positions in the columns of a table (.xlsx, .csv): its headings and names are read as a ledger's are. */
import type { PlaceLevel, PlaceNote } from '../../domain/place-import.ts';
import type { DivisionIndex } from '../import/division-index.ts';
import { maxNameText, readCell } from '../import/cell-text.ts';
import { findHeader } from '../import/find-header.ts';
import type { Header } from '../import/header.ts';
import { mainMeaning } from '../import/ledger-line.ts';
import { readRows, type RawRow } from '../import/ledger-rows.ts';
import { readingOf } from '../import/sheet-place.ts';
import { isTemplateSheet } from '../import/template-sheet.ts';
import type { Cell, Sheet, Workbook } from '../spreadsheet/workbook.ts';
import { coordinateColumns, type CoordinateColumns } from './coordinate-columns.ts';
import type { PlaceLine, ReadPlaces } from './place-line.ts';
import { readDegrees, readPair, type Degrees } from './read-degrees.ts';

const nothing: PlaceNote = { of: 'feature', code: 'no-geometry', values: {} };

interface FoundSheet {
  readonly sheet: Sheet;
  readonly header: Header;
  readonly columns: CoordinateColumns;
}

/** The lines of a workbook's sheets that hold positions, or why there are none. */
export function tableLines(
  { sheets }: Workbook,
  level: PlaceLevel,
  index: DivisionIndex,
): ReadPlaces {
  const own = sheets.filter((sheet) => !isTemplateSheet(sheet));
  const headed = own.flatMap((sheet) => {
    const header = findHeader(sheet, level);
    return header ? [{ sheet, header }] : [];
  });
  const named = (list: readonly { readonly sheet: Sheet }[]): string =>
    list.map(({ sheet }) => sheet.name).join('、');
  if (headed.length === 0) {
    const values = { sheets: own.map(({ name }) => name).join('、') };
    return { status: 'refused', by: 'ledger', reason: 'no-header', values };
  }
  const found = headed.flatMap(({ sheet, header }): readonly FoundSheet[] => {
    const columns = coordinateColumns(header.columns);
    return columns ? [{ sheet, header, columns }] : [];
  });
  if (found.length === 0) {
    const values = { sheets: named(headed) };
    return { status: 'refused', by: 'places', reason: 'no-coordinates', values };
  }
  const visible = found.filter(({ sheet }) => !sheet.isHidden);
  const taken = visible.length > 0 ? visible : found;
  const lines = taken.flatMap((each) => linesOf(each, level, index));
  if (lines.every(({ status, notes }) => status === 'left-out' && !notes.includes(nothing))) {
    const values = { sheets: named(taken) };
    return { status: 'refused', by: 'places', reason: 'no-rows', values };
  }
  return {
    status: 'read',
    lines,
    layers: taken.map(({ sheet }) => ({
      name: sheet.name,
      rows: lines.filter(({ layer }) => layer === sheet.name).length,
    })),
    datum: null,
  };
}

function linesOf(
  { sheet, header, columns }: FoundSheet,
  level: PlaceLevel,
  index: DivisionIndex,
): readonly PlaceLine[] {
  const main = mainMeaning(header, level);
  const rows = readRows(sheet, header, readingOf(sheet, header, index));
  return rows.map(({ row, fields, leftOut }): PlaceLine => {
    const line = {
      layer: sheet.name,
      number: row.number,
      fields,
      name: fields[main] ?? fields.name,
    };
    const remarks: readonly PlaceNote[] = row.isHidden
      ? [{ of: 'row', fault: { code: 'hidden-row', column: null } }]
      : [];
    if (leftOut !== null) {
      const notes: readonly PlaceNote[] = [{ of: 'row', fault: { code: leftOut, column: null } }];
      return { ...line, geometry: null, asWritten: null, status: 'left-out', notes };
    }
    const position = positionOf(row, columns);
    if (position.status !== 'read') {
      const notes = [...remarks, position.note];
      return { ...line, geometry: null, asWritten: null, status: position.status, notes };
    }
    const [x, y] = position.degrees;
    return {
      ...line,
      geometry: { type: 'Point', coordinates: [x.value, y.value] },
      asWritten: { type: 'Point', coordinates: [x.asWritten, y.asWritten] },
      status: 'usable',
      notes: remarks,
    };
  });
}

type ReadPosition =
  | { readonly status: 'read'; readonly degrees: readonly [Degrees, Degrees] }
  | { readonly status: 'wrong'; readonly note: PlaceNote }
  /** Its cells are empty: nothing is said of where it lies, as in a register that was taken away. */
  | { readonly status: 'left-out'; readonly note: PlaceNote };

function positionOf({ cells }: RawRow['row'], columns: CoordinateColumns): ReadPosition {
  if (columns.kind === 'one') {
    const text = textIn(cells[columns.index]);
    if (text.status === 'empty') return { status: 'left-out', note: nothing };
    if (text.status === 'fault') return { status: 'wrong', note: text.note };
    const pair = readPair(text.text);
    return pair ? checked(pair, text.text) : unreadable(text.text);
  }
  const [east, north] = [textIn(cells[columns.longitude]), textIn(cells[columns.latitude])];
  if (east.status === 'empty' && north.status === 'empty') {
    return { status: 'left-out', note: nothing };
  }
  if (east.status !== 'text') return { status: 'wrong', note: noteOf(east) };
  if (north.status !== 'text') return { status: 'wrong', note: noteOf(north) };
  const [x, y] = [readDegrees(east.text), readDegrees(north.text)];
  if (!x) return unreadable(east.text);
  if (!y) return unreadable(north.text);
  return checked([x, y], `${east.text}, ${north.text}`);
}

/** Degrees, in one order or the other: which one, all lines together tell. */
function checked(degrees: readonly [Degrees, Degrees], written: string): ReadPosition {
  const [x, y] = degrees.map(({ value }) => Math.abs(value)) as [number, number];
  if ((x <= 180 && y <= 90) || (x <= 90 && y <= 180)) return { status: 'read', degrees };
  const values = { example: written };
  return { status: 'wrong', note: { of: 'feature', code: 'out-of-range', values } };
}

function unreadable(written: string): ReadPosition {
  return { status: 'wrong', note: { of: 'import', code: 'unreadable', values: { written } } };
}

type Text =
  | { readonly status: 'text'; readonly text: string }
  | { readonly status: 'empty' }
  | { readonly status: 'fault'; readonly note: PlaceNote };

function textIn(cell: Cell | undefined): Text {
  const reading = readCell(cell, maxNameText);
  if (reading.status !== 'fault') return reading;
  const fault = { code: reading.code, column: null, values: { written: reading.text } };
  return { status: 'fault', note: { of: 'row', fault } };
}

/** One of two is missing, or cannot be read. */
function noteOf(cell: Exclude<Text, { status: 'text' }>): PlaceNote {
  return cell.status === 'empty' ? nothing : cell.note;
}
