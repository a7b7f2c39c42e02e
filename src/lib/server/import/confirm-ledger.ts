/** Makes one draft of a ledger: all of its changes, or nothing. What it lacks is for a person to fill in. */
import type { Change, Proposal } from '../../domain/submission.ts';
import { confirmKeptFile, type Confirming, type Shown } from '../kept-files/confirm-kept-file.ts';
import type { KeptFileStore } from '../kept-files/kept-file-store.ts';
import { fromJsonBytes } from '../kept-files/row-pages.ts';
import type { SubmissionsOptions } from '../submissions/options.ts';
import type { By } from '../submissions/submissions.ts';
import type {
  ConfirmResult,
  JudgedLedger,
  KeptLedger,
  LedgerChoices,
  LedgerRefused,
} from './imports.ts';
import type { LedgerJudgements } from './ledger-judgements.ts';
import { ledgerKeeping } from './ledger-keeping.ts';

type ConfirmingLedger = Confirming<
  LedgerChoices,
  KeptLedger,
  JudgedLedger,
  LedgerRefused,
  ConfirmResult
>;

export function confirmLedger(
  options: SubmissionsOptions,
  store: KeptFileStore<LedgerChoices, KeptLedger>,
  { judgeKept, stampOf }: LedgerJudgements,
  by: By,
  id: string,
  shown: Shown,
): Promise<ConfirmResult> {
  const confirming: ConfirmingLedger = {
    ...{ store, judgeKept, stampOf, proposalOf },
    decisionsText: ledgerKeeping.choicesText,
    barrierOf: ({ changeCount }) => (changeCount === 0 ? { status: 'nothing' } : null),
    keyPrefix: 'ledger',
  };
  return confirmKeptFile(options, confirming, by, id, shown);
}

/** The changes with the document as it was found. */
function proposalOf({ changes, document }: JudgedLedger): Proposal {
  const { title = '', publisher = '', documentNumber } = document;
  return {
    changes: fromJsonBytes<Change>(changes),
    source: { title, publisher, ...(documentNumber !== undefined && { documentNumber }) },
    reporting: [],
  };
}
