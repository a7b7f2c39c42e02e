/** Makes one draft of a kept file, by the facts as they are at that moment: all of it, or nothing. */
import type { Decision } from '../../domain/permission.ts';
import type { Proposal, ProposalFault } from '../../domain/submission.ts';
import type { Reader } from '../db/database.ts';
import { draftIn } from '../submissions/edit.ts';
import type { SubmissionsOptions } from '../submissions/options.ts';
import type { By } from '../submissions/submissions.ts';
import type { JudgedFile } from './judged-file.ts';
import type { KeptFile } from './kept-file.ts';
import type { KeptFileStore } from './kept-file-store.ts';

/** How often it is judged anew because something was approved meanwhile. */
const mostAttempts = 3;

/** What was looked at when the button was pressed. */
export interface Shown {
  /** Of what was shown. */
  readonly fingerprint: string;
  /** Rows in doubt or wrong are to be left out. */
  readonly isWithout: boolean;
}

export type Confirmed =
  | { readonly status: 'done'; readonly submission: string }
  | { readonly status: 'not-found' }
  | { readonly status: 'not-allowed'; readonly decision: Decision }
  /** It would no longer come to what was shown. */
  | { readonly status: 'changed' }
  /** Everything is on record already. */
  | { readonly status: 'nothing' }
  /** Rows are in doubt or wrong, and nobody said that they are to be left out. */
  | { readonly status: 'unsettled' }
  | { readonly status: 'invalid'; readonly faults: readonly ProposalFault[] };

type Judged = JudgedFile<string, 'doubt' | 'wrong'>;
interface Refused {
  readonly status: 'refused';
}

/** What an import makes of its files. */
export interface Confirming<Choices, Kept, Outcome, Refusal, Barrier> {
  readonly store: KeptFileStore<Choices, Kept>;
  /** `stamp`: of the facts it was judged by. `null`: it is gone. */
  judgeKept(
    kept: Kept,
  ): Promise<{ readonly outcome: Outcome | Refusal; readonly stamp: string } | null>;
  stampOf(read: Reader): Promise<string>;
  /** The same text for choices that come to the same. */
  decisionsText(choices: Choices): string;
  /** Why nothing is made of it, told before what is unsettled; `null`: something is. */
  barrierOf(judged: Outcome): Barrier | null;
  /** All that takes long is done here, before the write. */
  proposalOf(judged: Outcome): Proposal;
  /** The one draft of a file is known by this and the id of the file. */
  readonly keyPrefix: string;
}

/**
 * The draft of what was shown. It is judged outside the write, which takes long; inside, only that neither
 * facts nor choices have changed since is looked at.
 */
export async function confirmKeptFile<
  Choices,
  Kept extends KeptFile<Choices>,
  Outcome extends Judged,
  Refusal extends Refused,
  Barrier extends { readonly status: string },
>(
  options: SubmissionsOptions,
  of: Confirming<Choices, Kept, Outcome, Refusal, Barrier>,
  by: By,
  id: string,
  shown: Shown,
): Promise<Confirmed | Refusal | Barrier> {
  const { database } = options;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const kept = await of.store.find(database.read, id);
    if (!kept) return { status: 'not-found' };
    if (kept.submission !== null) return { status: 'done', submission: kept.submission };
    const found = await of.judgeKept(kept);
    if (!found) return { status: 'not-found' };
    const { outcome, stamp } = found;
    if (outcome.status === 'refused') return outcome;
    if (outcome.fingerprint !== shown.fingerprint) return { status: 'changed' };
    const barrier = of.barrierOf(outcome);
    if (barrier) return barrier;
    const unsettled = outcome.counts.doubt + outcome.counts.wrong;
    if (unsettled > 0 && !shown.isWithout) return { status: 'unsettled' };
    const result = await makeDraft(options, of, by, { kept, judged: outcome, stamp });
    if (result !== 'facts-changed') return result;
  }
  return { status: 'changed' };
}

async function makeDraft<Choices, Kept extends KeptFile<Choices>, Outcome extends Judged>(
  options: SubmissionsOptions,
  of: Confirming<Choices, Kept, Outcome, unknown, unknown>,
  by: By,
  found: { readonly kept: Kept; readonly judged: Outcome; readonly stamp: string },
): Promise<Confirmed | 'facts-changed'> {
  const { store } = of;
  const { kept, judged, stamp } = found;
  const { id, division, name, hash } = kept;
  const names = await options.names();
  const proposal = of.proposalOf(judged);
  const decisions = of.decisionsText(kept.choices);
  return options.database.write(async (write): Promise<Confirmed | 'facts-changed'> => {
    const present = await store.find(write, id);
    if (!present) return { status: 'not-found' };
    if (present.submission !== null) return { status: 'done', submission: present.submission };
    if (of.decisionsText(present.choices) !== decisions) return { status: 'changed' };
    if ((await of.stampOf(write)) !== stamp) return 'facts-changed';
    const drafted = await draftIn(options, write, by, {
      division,
      proposal,
      key: `${of.keyPrefix}-${id}`,
      names,
      details: { ledger: name, sha256: hash, rows: judged.rowCount },
    });
    switch (drafted.status) {
      case 'done': {
        const submission = drafted.submission.id;
        await store.becomes(write, id, submission);
        return { status: 'done', submission };
      }
      case 'refused':
        return { status: 'not-allowed', decision: drafted.decision };
      case 'invalid':
      case 'not-found':
        return drafted;
      case 'clash':
      case 'wrong-state':
      case 'effect-changed':
        // The key is of this file alone: the draft is there, whatever was written into it since.
        return { status: 'done', submission: drafted.submission.id };
    }
  });
}
