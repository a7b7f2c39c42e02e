/** What is to be said of each row, for the column beside it. */
import { setImmediate as pause } from 'node:timers/promises';
import type { LedgerRow } from '$lib/domain/ledger.ts';
import type { Sentences } from '$lib/i18n/sentences.ts';
import { rowLists, type JudgedLedger, type RowNote } from '$lib/server/import/imports.ts';
import { fromJsonBytes } from '$lib/server/kept-files/row-pages.ts';

/** A page at a time: other pages are served meanwhile. */
export async function rowNotes(
  { sheets, rows }: JudgedLedger,
  { ledger }: Sentences,
): Promise<readonly RowNote[]> {
  const notes = new Map<string, { readonly row: number; readonly text: string }[]>();
  for (const list of rowLists) {
    for (const bytes of rows[list].pages) {
      for (const row of fromJsonBytes<LedgerRow>(bytes)) {
        if (row.faults.length === 0) continue;
        const told = row.faults.map((fault) => ledger.faultSentence(row, fault)).join('\n');
        const note = { row: row.number, text: `${ledger.verdicts[row.verdict]} ${told}` };
        const ofSheet = notes.get(row.sheet) ?? [];
        ofSheet.push(note);
        notes.set(row.sheet, ofSheet);
      }
      await pause();
    }
  }
  return (
    sheets
      .filter(({ headerRow }) => headerRow !== null)
      // A sheet of several tables is written on once, from its first heading down.
      .filter(({ name }, at, all) => all.findIndex((other) => other.name === name) === at)
      .map(({ name, headerRow }) => ({
        sheet: name,
        // Columns that were told may have no row above them.
        headerRow: headerRow === 0 ? null : headerRow,
        notes: notes.get(name) ?? [],
      }))
  );
}
