/** What one `<c>` of a sheet holds. */
import type { WorkbookRefusal } from '../../domain/workbook-refusal.ts';
import { dayOfIso, dayOfSerial } from './excel-day.ts';
import { decodeExcelText } from '../../export/xlsx/excel-text.ts';
import type { Cell } from './workbook.ts';
import type { WorkbookParts } from './workbook-parts.ts';

/** As collected from the XML. */
export interface RawCell {
  /** `t`: s, inlineStr, str, b, e, d, n. */
  readonly type: string;
  readonly style: number;
  /** `null` without a formula; a formula shared with another cell has no text of its own. */
  readonly formula: string | null;
  /** `null` where the file carries no value. */
  readonly value: string | null;
}

export const emptyCell: Cell = { kind: 'empty' };

/** The cell; a refusal where the file contradicts itself. */
export function cellOf(
  raw: RawCell,
  { sharedTexts, isDayStyle, is1904 }: WorkbookParts,
): Cell | WorkbookRefusal {
  if (raw.value === null || (raw.value === '' && raw.type !== 'str' && raw.type !== 'inlineStr'))
    return raw.formula === null
      ? emptyCell
      : { kind: 'formula', text: decodeExcelText(raw.formula) };
  switch (raw.type) {
    case 's': {
      // Excel does not open such a file either, and a guess would put a wrong name in a cell.
      const shared = /^\s*\d+\s*$/.test(raw.value) ? sharedTexts[Number(raw.value)] : undefined;
      return shared === undefined ? 'damaged' : textCell(shared);
    }
    case 'str':
    case 'inlineStr':
      return textCell(decodeExcelText(raw.value));
    case 'b':
      return { kind: 'boolean', value: ['1', 'true'].includes(raw.value.trim()) };
    case 'e':
      return { kind: 'error', text: raw.value };
    case 'd': {
      const day = dayOfIso(raw.value);
      return day === null ? textCell(raw.value) : { kind: 'date', day };
    }
    default: {
      // Minus nothing is nothing.
      const value = Number(raw.value) + 0;
      if (!Number.isFinite(value)) return textCell(raw.value);
      const day = isDayStyle[raw.style] ? dayOfSerial(value, is1904) : null;
      return day === null ? { kind: 'number', value } : { kind: 'date', day };
    }
  }
}

function textCell(text: string): Cell {
  return text === '' ? emptyCell : { kind: 'text', text };
}
