/** The hidden sheet by which our own template knows itself again. */
import type { Sheet } from '../spreadsheet/workbook.ts';

/** Stands in cell A1 of every hidden sheet of the template. */
export const templateMark = 'forest-city-ledger-template';

export function isTemplateSheet({ isHidden, rows }: Sheet): boolean {
  const cell = rows[0]?.number === 1 ? rows[0].cells[0] : undefined;
  return isHidden && cell?.kind === 'text' && cell.text.startsWith(templateMark);
}
