/** Why a ledger was not taken, in words. */
import type { LedgerRefused } from '$lib/server/import/imports.ts';
import type { Sentences } from '$lib/i18n/sentences.ts';

export function refusalSentence({ reason, values }: LedgerRefused, say: Sentences): string {
  switch (reason) {
    case 'no-header':
    case 'other-track':
      return say.ledger.refusals[reason](values);
    case 'no-rows':
      // A workbook without any row, or a ledger with headings alone, which names its sheet.
      return values['sheets'] === undefined
        ? say.workbook.workbookRefusals[reason](values)
        : say.ledger.refusals[reason](values);
    default:
      return say.workbook.workbookRefusals[reason](values);
  }
}
