/** Positions in the columns of a table (.xlsx, .csv): its headings and names are read as a ledger's are. */
import type { PlaceLevel, PlaceNote } from '../../domain/place-import.ts';
import type { DivisionIndex } from '../import/division-index.ts';
import { maxNameText, readCell } from '../import/cell-text.ts';
import { findHeader, type Header } from '../import/find-header.ts';
import { mainMeaning, readRows, type RawRow } from '../import/ledger-rows.ts';
import { placeOfLine, placeOfSheet } from '../import/sheet-place.ts';
import { isTemplateSheet } from '../import/template-sheet.ts';
import type { Cell, Sheet, Workbook } from '../spreadsheet/workbook.ts';
import { coordinateColumns, type CoordinateColumns } from './coordinate-columns.ts';
import type { PlaceLine, ReadPlaces } from './place-line.ts';
import { readDegrees, readPair, type Degrees } from './read-degrees.ts';

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
  if (lines.every(({ status }) => status === 'left-out')) {
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
  const rows = readRows(sheet, header, {
    level,
    place: placeOfSheet(sheet, header, index),
    placeOf: (text) => placeOfLine(text, index),
  });
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
    if (position.status === 'wrong') {
      const notes = [...remarks, position.note];
      return { ...line, geometry: null, asWritten: null, status: 'wrong', notes };
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
  | { readonly status: 'wrong'; readonly note: PlaceNote };

function positionOf({ cells }: RawRow['row'], columns: CoordinateColumns): ReadPosition {
  if (columns.kind === 'one') {
    const text = textIn(cells[columns.index]);
    if (text.status !== 'text') return { status: 'wrong', note: text.note };
    const pair = readPair(text.text);
    return pair ? checked(pair, text.text) : unreadable(text.text);
  }
  const [east, north] = [textIn(cells[columns.longitude]), textIn(cells[columns.latitude])];
  if (east.status !== 'text') return { status: 'wrong', note: east.note };
  if (north.status !== 'text') return { status: 'wrong', note: north.note };
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

function textIn(
  cell: Cell | undefined,
):
  | { readonly status: 'text'; readonly text: string }
  | { readonly status: 'none'; readonly note: PlaceNote } {
  const reading = readCell(cell, maxNameText);
  switch (reading.status) {
    case 'text':
      return reading;
    case 'empty':
      return { status: 'none', note: { of: 'feature', code: 'no-geometry', values: {} } };
    case 'fault': {
      const fault = { code: reading.code, column: null, values: { written: reading.text } };
      return { status: 'none', note: { of: 'row', fault } };
    }
  }
}
