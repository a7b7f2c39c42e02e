/** Reads one worksheet's XML into rows. */
import type { WorkbookRefusal } from '../../domain/workbook-refusal.ts';
import { areaOf, isRowNumber, placeOf } from './cell-reference.ts';
import {
  mostCells,
  mostColumns,
  mostListedRows,
  mostMerges,
  mostRows,
  mostText,
} from './limits.ts';
import { cellOf, emptyCell, type RawCell } from './read-cell.ts';
import type { Attributes, XmlReader } from './walk-xml.ts';
import type { Cell, Merge } from './workbook.ts';
import { isOn, type WorkbookParts } from './workbook-parts.ts';

export interface OpenRow {
  readonly number: number;
  readonly isHidden: boolean;
  readonly cells: Cell[];
}

/** What all sheets of a file may hold together, counted down. */
export interface Allowance {
  listed: number;
  rows: number;
  cells: number;
  text: number;
}

export const allowance = (): Allowance => ({
  listed: mostListedRows,
  rows: mostRows,
  cells: mostCells,
  text: mostText,
});

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  formula: string | null;
  value: string | null;
}

/** What a reader finds in a sheet. */
export interface OpenSheet {
  readonly rows: OpenRow[];
  readonly merges: Merge[];
  readonly hiddenColumns: (readonly [from: number, to: number])[];
}

/** A reader that puts the rows, merges and hidden columns of a sheet into `sheet`. */
export function sheetReader(
  parts: WorkbookParts,
  left: Allowance,
  { rows, merges, hiddenColumns }: OpenSheet,
): XmlReader {
  let isData = false;
  let row: OpenRow | null = null;
  let lastRow = 0;
  let cell: OpenCell | null = null;
  let lastColumn = 0;
  let target: 'formula' | 'value' | null = null;
  let readings = 0;

  const openRow = (attributes: Attributes): WorkbookRefusal | undefined => {
    const number = attributes['r'] === undefined ? lastRow + 1 : Number(attributes['r']);
    // Rows stand in order, each once.
    if (!isRowNumber(number) || number <= lastRow) return 'damaged';
    row = { number, isHidden: isOn(attributes['hidden']), cells: [] };
    lastRow = number;
    lastColumn = 0;
    left.listed -= 1;
    return left.listed < 0 ? 'too-many-rows' : undefined;
  };

  const openCell = (attributes: Attributes): WorkbookRefusal | undefined => {
    const { r: reference, t: type = 'n', s: style = '0' } = attributes;
    const place =
      reference === undefined ? { row: lastRow, column: lastColumn + 1 } : placeOf(reference);
    if (place === null || place.row !== lastRow) return 'damaged';
    cell = { column: place.column, type, style: Number(style), formula: null, value: null };
    lastColumn = place.column;
    return undefined;
  };

  const closeCell = (): WorkbookRefusal | undefined => {
    const raw: (RawCell & { column: number }) | null = cell;
    cell = null;
    if (raw === null || row === null) return undefined;
    const value = cellOf(raw, parts);
    if (typeof value === 'string') return value;
    if (value.kind === 'empty') return undefined;
    if (raw.column > mostColumns) return 'too-many-columns';
    if (row.cells.length >= raw.column && row.cells[raw.column - 1] !== emptyCell) return 'damaged';
    while (row.cells.length < raw.column) row.cells.push(emptyCell);
    row.cells[raw.column - 1] = value;
    left.cells -= 1;
    if ('text' in value) left.text -= value.text.length;
    return left.cells < 0 || left.text < 0 ? 'unpacks-too-large' : undefined;
  };

  const closeRow = (): WorkbookRefusal | undefined => {
    if (row !== null && row.cells.length > 0) {
      rows.push(row);
      left.rows -= 1;
    }
    row = null;
    return left.rows < 0 ? 'too-many-rows' : undefined;
  };

  const merge = ({ ref: reference = '' }: Attributes): WorkbookRefusal | undefined => {
    const area = areaOf(reference);
    if (area === null || merges.length >= mostMerges) return 'damaged';
    merges.push(area);
    return undefined;
  };

  const columns = ({ min, max, hidden }: Attributes): void => {
    const [from, to] = [Number(min), Number(max)];
    // Beyond `mostColumns` nothing is read; a file may list a stretch as often as it likes.
    const isUsable = from >= 1 && to >= from && hiddenColumns.length < mostColumns;
    if (isOn(hidden) && isUsable) hiddenColumns.push([from, to]);
  };

  return {
    open: (name, attributes) => {
      if (name === 'col') columns(attributes);
      if (name === 'sheetData') isData = true;
      if (name === 'mergeCell') return merge(attributes);
      if (!isData) return undefined;
      if (name === 'row') return openRow(attributes);
      if (name === 'c') return row === null ? 'damaged' : openCell(attributes);
      if (name === 'rPh') readings += 1;
      if (cell === null) return undefined;
      if (name === 'f') {
        target = 'formula';
        cell.formula ??= '';
      }
      if (name === 'v' || (name === 't' && readings === 0)) {
        target = 'value';
        cell.value ??= '';
      }
      return undefined;
    },
    text: (piece) => {
      if (cell === null || target === null) return;
      if (target === 'formula') cell.formula = (cell.formula ?? '') + piece;
      else cell.value = (cell.value ?? '') + piece;
    },
    close: (name) => {
      target = null;
      if (name === 'rPh') readings -= 1;
      if (name === 'c') return closeCell();
      if (name === 'row') return closeRow();
      if (name === 'sheetData') isData = false;
      return undefined;
    },
  };
}
