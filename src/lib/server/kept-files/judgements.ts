/** Has files judged by the facts as they are now, and remembers the last few outcomes. */
import type { Database, Reader } from '../db/database.ts';
import type { KeptFile } from './kept-file.ts';
import { contentOf } from './kept-file-store.ts';
import { createRemembered } from './remembered.ts';

export interface Judging<Head, Choices, Facts, Outcome> {
  readonly database: Database;
  /** Outcomes remembered. */
  readonly most: number;
  /** Of a file what it is judged by, beside its bytes. */
  headOf(file: Head): Head;
  /** The same text for choices that come to the same. */
  decisionsText(choices: Choices): string;
  /** Changes whenever the facts do. */
  stampOf(read: Reader): Promise<string>;
  /** The facts, with the stamp they have at that moment. */
  factsOf(read: Reader): Promise<{ readonly facts: Facts; readonly stamp: string }>;
  /** `signal`: nobody waits for the outcome any more. */
  ask(sent: Head & Content, choices: Choices, facts: Facts, signal: AbortSignal): Promise<Outcome>;
}

interface Content {
  readonly bytes: Uint8Array;
}

export interface Judgements<Head, Choices, Outcome> {
  /** Of what has just been sent in; `wanted` says when its sender no longer waits. */
  judgeSent(
    sent: Head & Content,
    choices: Choices,
    hash: string,
    wanted?: AbortSignal,
  ): Promise<Outcome>;
  /** Of a kept one; with the stamp of the facts it was judged by. `null`: it is gone. */
  judgeKept(
    kept: Head & KeptFile<Choices>,
  ): Promise<{ readonly outcome: Outcome; readonly stamp: string } | null>;
}

export function createJudgements<
  Head extends object,
  Choices,
  Facts,
  Outcome extends { readonly status: 'judged' | 'refused' },
>(of: Judging<Head, Choices, Facts, Outcome>): Judgements<Head, Choices, Outcome> {
  const { database } = of;
  // What could not be judged for want of time or memory may be tried again.
  const isLasting = ({ status }: Outcome) => status === 'judged';
  const { recall, remember } = createRemembered<Outcome>(of.most, isLasting);
  const keyOf = (file: Head, choices: Choices, hash: string, stamp: string) =>
    JSON.stringify([of.headOf(file), of.decisionsText(choices), hash, stamp]);

  async function ask(sent: Head & Content, choices: Choices, hash: string, wanted?: AbortSignal) {
    const { facts, stamp } = await database.snapshot((read) => of.factsOf(read));
    const key = keyOf(sent, choices, hash, stamp);
    const asking = (signal: AbortSignal) => of.ask(sent, choices, facts, signal);
    return { outcome: await remember(key, asking, wanted), stamp };
  }

  return {
    judgeSent: async (sent, choices, hash, wanted) =>
      (await ask(sent, choices, hash, wanted)).outcome,

    async judgeKept(kept) {
      const { choices, hash } = kept;
      const stamp = await of.stampOf(database.read);
      const known = recall(keyOf(kept, choices, hash, stamp));
      if (known) return { outcome: await known, stamp };
      const bytes = await contentOf(database.read, kept.id);
      return bytes && ask({ ...of.headOf(kept), bytes }, choices, hash);
    },
  };
}
