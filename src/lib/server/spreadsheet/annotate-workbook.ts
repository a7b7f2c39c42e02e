/** What a person downloads to mend: their own file with one more column. */
import type { Annotated, SheetNotes } from './annotate-bytes.ts';
import { askProcess } from './ask-spreadsheet-process.ts';

export type { Annotated, SheetNotes };

/**
 * The workbook of `source` (the bytes of a file called `name`, or pasted text) with `heading` and the notes
 * in the first free column, or again in the column that already bears the heading. An .xlsx keeps all else
 * byte for byte; a text file or paste becomes a new .xlsx with its rows where they stood. In a process of its own.
 */
export async function annotateWorkbook(
  source: Uint8Array | string,
  name: string,
  sheets: readonly SheetNotes[],
  heading: string,
): Promise<Annotated> {
  const task = { kind: 'annotate', source, name, sheets, heading } as const;
  const asked = await askProcess<Annotated>(task);
  return asked.status === 'answered' ? asked.answer : asked;
}
