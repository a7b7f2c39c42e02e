/**
 * A table as CSV that opens right in Chinese Excel: UTF-8 with a byte order mark, CRLF, no cell that
 * runs as a formula, and none that Excel turns into something else.
 */
import { stringify } from 'csv-stringify/sync';
import { guarded } from './formula-guard.ts';
import type { ExportTable, TableValue } from './table.ts';

/**
 * What Excel changes when it opens a CSV: numbers it shows as 1.31E+11, leading zeros it drops, and
 * what looks to it like a day of the present year, a fraction or a power of ten (2021-05, 1/2, 1E5).
 */
const changedByExcel =
  /^\d{12,}$|^0\d+$|^\d{1,4}[-/.]\d{1,2}$|^\d{1,2}[-/]\d{1,4}$|^\d+(?:\.\d+)?e[+-]?\d+$/i;

/**
 * A tab after such a text keeps it a text. Before it the tab would be one of the characters that begin
 * a formula for the guard, ="…" would be a formula, and an apostrophe would be seen. Whoever reads the
 * file with a program trims it, as our own import does.
 */
function kept(value: TableValue): string {
  if (value === null) return '';
  // A number is no formula, below zero neither.
  if (typeof value === 'number') return String(value);
  return changedByExcel.test(value) ? `${value}\t` : guarded(value);
}

export function tableCsv({ columns, rows }: ExportTable): string {
  const records = [
    columns.map(({ heading }) => guarded(heading)),
    ...rows.map(({ values }) => values.map(kept)),
  ];
  return stringify(records, {
    bom: true,
    record_delimiter: '\r\n',
    // In quotes, so that nobody takes the tab for the end of the cell, or a line break for that of the
    // row: the writer would quote CRLF alone, and what follows a bare one could run as a formula.
    quoted_match: /[\t\r\n]/,
  });
}
