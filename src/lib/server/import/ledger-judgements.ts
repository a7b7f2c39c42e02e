/** Has ledgers judged, and remembers the last few outcomes: leafing through pages reads nothing anew. */
import { shanghaiDay } from '../../domain/date.ts';
import type { SubmissionsOptions } from '../submissions/options.ts';
import { askLedgerProcess } from './ask-ledger-process.ts';
import { factsNow, stampOf } from './facts-now.ts';
import type { JudgedLedger, LedgerChoices, LedgerRefused, SentLedger } from './imports.ts';
import { choicesText, contentOf, type LedgerRecord } from './ledger-store.ts';
import { createRemembered } from './remembered.ts';

type Outcome = JudgedLedger | LedgerRefused;

/** Outcomes remembered: one of 20,000 rows takes some 10 MB. */
const mostRemembered = 6;

export interface LedgerJudgements {
  /** Of what has just been sent in. */
  judgeSent(sent: SentLedger, choices: LedgerChoices, hash: string): Promise<Outcome>;
  /** Of a kept one, by the facts as they are now; with the stamp of those facts. `null`: it is gone. */
  judgeKept(
    ledger: LedgerRecord,
  ): Promise<{ readonly outcome: Outcome; readonly stamp: string } | null>;
}

export function createLedgerJudgements({
  database,
  data,
  now,
}: Pick<SubmissionsOptions, 'database' | 'data' | 'now'>): LedgerJudgements {
  // What could not be judged for want of time or memory may be tried again.
  const { recall, remember } = createRemembered<Outcome>(
    mostRemembered,
    ({ status }) => status !== 'refused',
  );

  const keyOf = (
    { division, track, name, kind }: Omit<SentLedger, 'bytes'>,
    choices: LedgerChoices,
    rest: readonly string[],
  ) => JSON.stringify([division, track, name, kind, choicesText(choices), ...rest]);

  return {
    async judgeSent(sent, choices, hash) {
      const facts = await factsNow(database, data());
      const today = shanghaiDay(now());
      return remember(keyOf(sent, choices, [hash, facts.stamp, today]), () =>
        askLedgerProcess({ ...sent, choices, data: facts.data, today }),
      );
    },

    async judgeKept(ledger) {
      const { choices, hash, division, track, name, kind } = ledger;
      const today = shanghaiDay(now());
      const stamp = await stampOf(database.read);
      const key = keyOf(ledger, choices, [hash, stamp, today]);
      const known = recall(key);
      if (known) return { outcome: await known, stamp };
      const bytes = await contentOf(database.read, ledger.id);
      if (!bytes) return null;
      const sent = { division, track, name, kind, bytes: new Uint8Array(bytes) };
      const facts = await factsNow(database, data());
      const outcome = await remember(keyOf(ledger, choices, [hash, facts.stamp, today]), () =>
        askLedgerProcess({ ...sent, choices, data: facts.data, today }),
      );
      return { outcome, stamp: facts.stamp };
    },
  };
}
