/** Makes one draft of a ledger, by the facts as they are at that moment: all of its changes, or nothing. */
import type { Change, Proposal } from '../../domain/submission.ts';
import { draftIn } from '../submissions/edit.ts';
import type { SubmissionsOptions } from '../submissions/options.ts';
import type { By } from '../submissions/submissions.ts';
import { stampOf } from './facts-now.ts';
import type { ConfirmResult, JudgedLedger } from './imports.ts';
import type { LedgerJudgements } from './ledger-judgements.ts';
import { choicesText, ledgerById, type LedgerRecord } from './ledger-store.ts';

/** How often it is judged anew because something was approved meanwhile. */
const mostAttempts = 3;

export async function confirmLedger(
  options: SubmissionsOptions,
  judgements: LedgerJudgements,
  by: By,
  id: string,
  shown: { readonly fingerprint: string; readonly isWithout: boolean },
): Promise<ConfirmResult> {
  const { database } = options;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const ledger = await ledgerById(database.read, id);
    if (!ledger) return { status: 'not-found' };
    if (ledger.submission !== null) return { status: 'done', submission: ledger.submission };
    const judged = await judgements.judgeKept(ledger);
    if (!judged) return { status: 'not-found' };
    const { outcome, stamp } = judged;
    if (outcome.status === 'refused') return outcome;
    if (outcome.fingerprint !== shown.fingerprint) return { status: 'changed' };
    if (outcome.changeCount === 0) return { status: 'nothing' };
    const unsettled = outcome.counts.doubt + outcome.counts.wrong;
    if (unsettled > 0 && !shown.isWithout) return { status: 'unsettled' };
    const result = await makeDraft(options, by, ledger, outcome, stamp);
    if (result !== 'facts-changed') return result;
  }
  return { status: 'changed' };
}

async function makeDraft(
  options: SubmissionsOptions,
  by: By,
  ledger: LedgerRecord,
  outcome: JudgedLedger,
  stamp: string,
): Promise<ConfirmResult | 'facts-changed'> {
  const names = await options.names();
  const proposal = proposalOf(outcome);
  const { id, division, name, hash } = ledger;
  return options.database.write(async (write): Promise<ConfirmResult | 'facts-changed'> => {
    const present = await ledgerById(write, id);
    if (!present) return { status: 'not-found' };
    if (present.submission !== null) return { status: 'done', submission: present.submission };
    if (choicesText(present.choices) !== choicesText(ledger.choices)) return { status: 'changed' };
    if ((await stampOf(write)) !== stamp) return 'facts-changed';
    const drafted = await draftIn(options, write, by, {
      division,
      proposal,
      key: `ledger-${id}`,
      names,
      details: { ledger: name, sha256: hash, rows: outcome.rowCount },
    });
    switch (drafted.status) {
      case 'done': {
        const submission = drafted.submission.id;
        await write.updateTable('ledger').set({ submission }).where('id', '=', id).execute();
        return { status: 'done', submission };
      }
      case 'refused':
        return { status: 'not-allowed', decision: drafted.decision };
      case 'invalid':
        return drafted;
      case 'clash':
      case 'wrong-state':
      case 'effect-changed':
        // The key is of this ledger alone: the draft is there, whatever was written into it since.
        return { status: 'done', submission: drafted.submission.id };
      case 'not-found':
        return drafted;
    }
  });
}

/** The changes with the document as it was found; what it lacks is for a person to fill in. */
function proposalOf({ changes, document }: JudgedLedger): Proposal {
  const { title = '', publisher = '', documentNumber } = document;
  return {
    // Written by our own process from what it judged.
    changes: JSON.parse(new TextDecoder().decode(changes)) as Change[],
    source: { title, publisher, ...(documentNumber !== undefined && { documentNumber }) },
    reporting: [],
  };
}
