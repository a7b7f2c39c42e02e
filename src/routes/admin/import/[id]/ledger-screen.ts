/** The preview of a kept ledger as its page shows it, by the facts as they are now. */
import type { LedgerRow } from '$lib/domain/ledger.ts';
import type { Actor } from '$lib/domain/permission.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import type { KeptLedger } from '$lib/server/import/imports.ts';
import { office } from '$lib/server/office.ts';
import { importView, otherLists, type ImportView } from '$lib/view/office/import-view.ts';
import { refusalSentence } from '../../kept-files/refusal-sentence.ts';
import { listCounts, listOf, rowsPage } from '../../kept-files/rows-page.ts';

export type LedgerScreen =
  | { readonly status: 'shown'; readonly view: ImportView }
  | { readonly status: 'refused'; readonly name: string; readonly message: string };

export async function ledgerScreen(
  { model, lang }: App.Locals,
  actor: Actor,
  ledger: KeptLedger,
  query: URLSearchParams,
): Promise<LedgerScreen> {
  const say = sentences[lang];
  const { imports } = office();
  const judged = await imports.judge(ledger);
  if (judged.status === 'refused') {
    return { status: 'refused', name: ledger.name, message: refusalSentence(judged, say) };
  }
  const { rows } = judged;
  const list = listOf(otherLists, rows, query.get('rows'));
  // What became a report is itself under review.
  const isOpen = ledger.submission === null;
  const underReview = isOpen
    ? await imports.underReview(actor, judged)
    : { count: 0, of: () => null };
  const view = importView(
    model.knowledge(null),
    {
      ...ledger,
      ...judged,
      underReview,
      mend: rowsPage<LedgerRow>(rows.mend, query.get('mend')),
      list,
      listCounts: listCounts(otherLists, rows),
      other: rowsPage<LedgerRow>(rows[list], query.get('page')),
    },
    say,
  );
  return { status: 'shown', view };
}
