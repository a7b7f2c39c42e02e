/** Ledgers as files, for tests: the workbook of `usual-ledger.ts` as Excel would save it. */
import { rawWorkbook, sheet, textRow, valueCell } from '../../scripts/bad-files/raw-workbook.ts';
import { columnLetters } from '../../src/lib/export/xlsx/column-letters.ts';
import type { SheetRow, Workbook } from '../../src/lib/server/spreadsheet/workbook.ts';

/** The .xlsx with its texts, numbers and joined cells. */
export function ledgerFile({ sheets }: Workbook): Buffer {
  return rawWorkbook({
    sheets: sheets.map(({ name, rows, merges }) => {
      const joined = merges.map(
        ({ top, left, bottom, right }) =>
          `<mergeCell ref="${columnLetters(left)}${top}:${columnLetters(right)}${bottom}"/>`,
      );
      const after = `<mergeCells count="${joined.length}">${joined.join('')}</mergeCells>`;
      return { name, xml: sheet(rows.map(rowXml).join(''), after) };
    }),
  });
}

function rowXml({ number, cells }: SheetRow): string {
  const numbers = cells.flatMap((cell, at) =>
    cell.kind === 'number'
      ? [valueCell(`${columnLetters(at + 1)}${number}`, String(cell.value))]
      : [],
  );
  const texts = cells.map((cell) => (cell.kind === 'text' ? cell.text : ''));
  // Cells of one row may stand in any order of kinds, each with its own place.
  return textRow(number, texts).replace('</row>', `${numbers.join('')}</row>`);
}
