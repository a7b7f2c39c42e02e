/** The preview of a kept ledger as its page shows it, by the facts as they are now. */
import type { LedgerRow } from '$lib/domain/ledger.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import type {
  JudgedLedger,
  KeptLedger,
  LedgerRefused,
  RowList,
} from '$lib/server/import/imports.ts';
import { office } from '$lib/server/office.ts';
import {
  importView,
  otherLists,
  type ImportView,
  type OtherList,
  type RowsPage,
} from '$lib/view/office/import-view.ts';
import { refusalSentence } from '../refusal-sentence.ts';

export type LedgerScreen =
  | { readonly status: 'shown'; readonly view: ImportView }
  | { readonly status: 'refused'; readonly name: string; readonly message: string };

export async function ledgerScreen(
  { model, lang }: App.Locals,
  ledger: KeptLedger,
  query: URLSearchParams,
): Promise<LedgerScreen> {
  const say = sentences[lang];
  const judged = await office().imports.judge(ledger);
  if (judged.status === 'refused') return refused(ledger, judged, lang);
  const asked = query.get('rows');
  const list =
    otherLists.find((each) => each === asked) ??
    otherLists.find((each) => judged.rows[each].count > 0) ??
    'new';
  const view = importView(
    model.knowledge(null),
    {
      ...ledger,
      ...judged,
      mend: pageOf(judged, 'mend', query.get('mend')),
      list,
      listCounts: Object.fromEntries(
        otherLists.map((each) => [each, judged.rows[each].count]),
      ) as Record<OtherList, number>,
      other: pageOf(judged, list, query.get('page')),
    },
    say,
  );
  return { status: 'shown', view };
}

function refused({ name }: KeptLedger, why: LedgerRefused, lang: App.Locals['lang']): LedgerScreen {
  return { status: 'refused', name, message: refusalSentence(why, sentences[lang]) };
}

/** The page of a list that the address asks for; beyond its ends the nearest. */
function pageOf({ rows }: JudgedLedger, list: RowList, asked: string | null): RowsPage {
  const { count, pages } = rows[list];
  const number = /^\d{1,6}$/.test(asked ?? '') ? Number(asked) : 1;
  const page = Math.min(Math.max(1, number), Math.max(1, pages.length));
  const bytes = pages[page - 1];
  return { count, page, pages: pages.length, rows: bytes ? rowsIn(bytes) : [] };
}

/** Written by our own process (judge-ledger.ts). */
export function rowsIn(bytes: Uint8Array): readonly LedgerRow[] {
  return JSON.parse(new TextDecoder().decode(bytes)) as LedgerRow[];
}
