/** Has files of positions judged by the facts as they are now. */
import { placesKnown } from '../../domain/place.ts';
import type { PlaceDecisions } from '../../domain/place-import.ts';
import type { Database, Reader } from '../db/database.ts';
import { readFacts } from '../facts/read-facts.ts';
import { createRemembered } from '../import/remembered.ts';
import { contentOf } from '../import/ledger-store.ts';
import { askPlacesProcess } from './ask-places-process.ts';
import type { PlaceFacts, PlacesOutcome, SentPlaces } from './place-judgement.ts';
import { decisionsText, type PlacesRecord } from './place-store.ts';
import type { PlaceImportOptions } from './options.ts';

/** Outcomes remembered: one of 20,000 features takes some 10 MB. */
const mostRemembered = 4;

export interface PlaceJudgements {
  /** Of what has just been sent in. */
  judgeSent(sent: SentPlaces, choices: PlaceDecisions, hash: string): Promise<PlacesOutcome>;
  /** Of a kept one; with the stamp of those facts. `null`: it is gone. */
  judgeKept(
    kept: PlacesRecord,
  ): Promise<{ readonly outcome: PlacesOutcome; readonly stamp: string } | null>;
}

/** Places are append-only: the newest row says whether any was added. */
export async function placesStamp(read: Reader): Promise<string> {
  const { newest } = await read
    .selectFrom('place')
    .select(({ fn }) => fn.max('ordinal').as('newest'))
    .executeTakeFirstOrThrow();
  return String(newest ?? 0);
}

async function factsNow(
  database: Database,
  { data, counties, extent }: PlaceImportOptions,
): Promise<{ readonly facts: PlaceFacts; readonly stamp: string }> {
  return database.snapshot(async (read) => {
    const { places } = await readFacts(read);
    const known = [...placesKnown(places)].map(([code, { geometry }]) => [code, geometry] as const);
    const { divisions, programme } = data();
    const { swappedCodes } = programme;
    const facts = { divisions, swappedCodes, known, counties: counties(), extent: extent() };
    return { facts, stamp: await placesStamp(read) };
  });
}

export function createPlaceJudgements(options: PlaceImportOptions): PlaceJudgements {
  const { database } = options;
  const { recall, remember } = createRemembered<PlacesOutcome>(
    mostRemembered,
    ({ status }) => status === 'judged',
  );
  const keyOf = (
    { division, level, name }: Omit<SentPlaces, 'bytes'>,
    choices: PlaceDecisions,
    hash: string,
    stamp: string,
  ) => JSON.stringify([division, level, name, decisionsText(choices), hash, stamp]);

  async function ask(sent: SentPlaces, choices: PlaceDecisions, hash: string) {
    const { facts, stamp } = await factsNow(database, options);
    const outcome = await remember(keyOf(sent, choices, hash, stamp), () =>
      askPlacesProcess({ ...sent, ...facts, choices }),
    );
    return { outcome, stamp };
  }

  return {
    judgeSent: async (sent, choices, hash) => (await ask(sent, choices, hash)).outcome,

    async judgeKept(kept) {
      const { choices, hash, division, level, name } = kept;
      const stamp = await placesStamp(database.read);
      const known = recall(keyOf(kept, choices, hash, stamp));
      if (known) return { outcome: await known, stamp };
      const bytes = await contentOf(database.read, kept.id);
      if (!bytes) return null;
      return ask({ division, level, name, bytes: new Uint8Array(bytes) }, choices, hash);
    },
  };
}
