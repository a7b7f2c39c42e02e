/** What a cell says as text, or why it says nothing. */
import { oneLine } from '../../domain/plain-text.ts';
import type { RowFaultCode } from '../../domain/ledger.ts';
import type { Cell } from '../spreadsheet/workbook.ts';

export type CellReading =
  | { readonly status: 'empty' }
  | { readonly status: 'text'; readonly text: string }
  | {
      readonly status: 'fault';
      readonly code: Extract<RowFaultCode, 'cell-error' | 'formula-without-value' | 'too-long'>;
      /** The beginning of what stands there. */
      readonly text: string;
    };

/** Longest text of a document, in UTF-16 code units; a cell of Excel holds 32,767. */
export const maxCellText = 300;

/** Longest name, code or date, with all that stands before and after it. */
export const maxNameText = 80;

const shown = 30;

/** The cell in one line of at most `limit` UTF-16 code units. */
export function readCell(cell: Cell | undefined, limit = maxCellText): CellReading {
  switch (cell?.kind) {
    case undefined:
    case 'empty':
      return { status: 'empty' };
    case 'error':
      return { status: 'fault', code: 'cell-error', text: cell.text.slice(0, shown) };
    case 'formula':
      return { status: 'fault', code: 'formula-without-value', text: cell.text.slice(0, shown) };
    case 'date':
      return { status: 'text', text: cell.day };
    case 'number':
      return { status: 'text', text: String(cell.value) };
    case 'boolean':
      return { status: 'text', text: cell.value ? 'TRUE' : 'FALSE' };
    case 'text':
      return readText(cell.text, limit);
  }
}

function readText(given: string, limit: number): CellReading {
  // Cut before it is cleaned: a cell of 32,767 characters is refused, not worked on.
  const text = oneLine(given.slice(0, limit * 2));
  if (text === '') return { status: 'empty' };
  if (text.length <= limit) return { status: 'text', text };
  return { status: 'fault', code: 'too-long', text: `${text.slice(0, shown)}…` };
}

/** The letters Excel shows over a column, counted from 0. */
export function columnLetter(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
