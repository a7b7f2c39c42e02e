/** A table as a workbook: the rows first, so that it can be imported again, then what it is. */
import type { ExportTable } from './table.ts';
import { writeWorkbook } from './xlsx/write-workbook.ts';

export interface WorkbookNotes {
  readonly sheet: string;
  readonly notesSheet: string;
  /** The first is the title. One cell each: two columns might be taken for a ledger of their own. */
  readonly notes: readonly string[];
}

/** The bytes of the .xlsx. */
export function tableWorkbook(
  { columns, rows }: ExportTable,
  { sheet, notesSheet, notes }: WorkbookNotes,
): Uint8Array {
  const [title = sheet, ...lines] = notes;
  return writeWorkbook({
    sheets: [
      {
        name: sheet,
        columns: columns.map(({ heading, width, type }) => ({ heading, width, format: type })),
        rows: rows.map(({ values }) => values),
      },
      {
        name: notesSheet,
        columns: [{ heading: title, width: 100, format: 'text' }],
        rows: lines.map((line) => [line]),
      },
    ],
    properties: { title, description: lines.join('\n') },
  });
}
