/** The preview of a kept ledger as its page shows it, by the facts as they are now. */
import type { LedgerRow } from '$lib/domain/ledger.ts';
import type { Actor } from '$lib/domain/permission.ts';
import type { TableToTell } from '$lib/domain/told-columns.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import type { JudgedLedger, KeptLedger, LedgerRefused } from '$lib/server/import/imports.ts';
import { office } from '$lib/server/office.ts';
import { tellTables, type TellTableView } from '$lib/view/office/import-columns.ts';
import {
  defaultsView,
  importView,
  otherLists,
  type ImportView,
} from '$lib/view/office/import-view.ts';
import { refusalSentence } from '../../kept-files/refusal-sentence.ts';
import { listCounts, listOf, rowsPage } from '../../kept-files/rows-page.ts';

interface ToTell {
  /** What may be told of the columns; none once it is confirmed. */
  readonly tables: readonly TellTableView[];
}

export type LedgerScreen =
  | (ToTell & { readonly status: 'shown'; readonly view: ImportView })
  | (ToTell & {
      readonly status: 'refused';
      readonly name: string;
      readonly message: string;
      readonly defaults: ImportView['defaults'];
    });

export async function ledgerScreen(
  { model, lang }: App.Locals,
  actor: Actor,
  ledger: KeptLedger,
  query: URLSearchParams,
): Promise<LedgerScreen> {
  const say = sentences[lang];
  const { imports } = office();
  const judged = await imports.judge(ledger);
  const knowledge = model.knowledge(null);
  const isOpen = ledger.submission === null;
  const level = knowledge.tracks.get(ledger.track)?.track.level;
  const tables =
    isOpen && level !== undefined
      ? tellTables(tablesOf(judged), { name: ledger.name, level }, say)
      : [];
  if (judged.status === 'refused') {
    const isToTell = judged.by === 'ledger' && judged.reason === 'no-header' && tables.length > 0;
    const message = isToTell ? say.importing.words.tellNotice : refusalSentence(judged, say);
    const defaults = defaultsView(knowledge, { ...ledger, missingDates: 0 }, say);
    return { status: 'refused', name: ledger.name, message, defaults, tables };
  }
  const { rows } = judged;
  const list = listOf(otherLists, rows, query.get('rows'));
  // What became a report is itself under review.
  const underReview = isOpen
    ? await imports.underReview(actor, judged)
    : { count: 0, of: () => null };
  const view = importView(
    knowledge,
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
  return { status: 'shown', view, tables };
}

/** The tables of whose columns something may be told, read or not. */
export function tablesOf(judged: JudgedLedger | LedgerRefused): readonly TableToTell[] {
  if (judged.status === 'judged') return judged.tables;
  return judged.by === 'ledger' ? (judged.tables ?? []) : [];
}
