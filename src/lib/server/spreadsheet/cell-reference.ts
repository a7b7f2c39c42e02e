/** `B3`, `A1:C2`: rows and columns from 1. */
import type { Merge } from './workbook.ts';

const lastRow = 1_048_576;
const lastColumn = 16_384;

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** The place a reference names; `null` where it names none that a sheet has. */
export function placeOf(reference: string): CellPlace | null {
  const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(reference) ?? [];
  if (letters === undefined || digits === undefined) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return row > lastRow || column > lastColumn ? null : { row, column };
}

/** The area of `A1:C2`, or of one cell; `null` where it is none, or its ends are crossed. */
export function areaOf(reference: string): Merge | null {
  const [first = '', second = first, ...more] = reference.split(':');
  const start = placeOf(first);
  const end = placeOf(second);
  if (start === null || end === null || more.length > 0) return null;
  if (end.row < start.row || end.column < start.column) return null;
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}

/** Whether a row number is one that a sheet has. */
export function isRowNumber(row: number): boolean {
  return Number.isInteger(row) && row >= 1 && row <= lastRow;
}
