/** Has files of positions judged by the facts as they are now, each in a process of its own. */
import { placesKnown } from '../../domain/place.ts';
import type { PlaceDecisions } from '../../domain/place-import.ts';
import type { Reader } from '../db/database.ts';
import { readFacts } from '../facts/read-facts.ts';
import { createJudgements, type Judgements } from '../kept-files/judgements.ts';
import { judgingProcess } from '../kept-files/judging-process.ts';
import type { PlaceImportOptions } from './options.ts';
import type { PlaceFacts, PlacesOutcome, PlacesTask, SentPlaces } from './place-judgement.ts';
import { decisionsText } from './place-keeping.ts';

type Head = Omit<SentPlaces, 'bytes'>;

/** Outcomes remembered: one of 20,000 features takes some 10 MB. */
const mostRemembered = 4;

const refused = { status: 'refused', by: 'geodata', values: {} } as const;
const askPlacesProcess = judgingProcess<PlacesTask, PlacesOutcome>(
  new URL('./places-process.ts', import.meta.url),
  'places',
  { tooSlow: { ...refused, reason: 'too-slow' }, failed: { ...refused, reason: 'failed' } },
);

export type PlaceJudgements = Judgements<Head, PlaceDecisions, PlacesOutcome>;

/** Places are append-only: the newest row says whether any was added. */
export async function placesStamp(read: Reader): Promise<string> {
  const { newest } = await read
    .selectFrom('place')
    .select(({ fn }) => fn.max('ordinal').as('newest'))
    .executeTakeFirstOrThrow();
  return String(newest ?? 0);
}

async function factsOf(read: Reader, { data, counties, extent }: PlaceImportOptions) {
  const { places } = await readFacts(read);
  const known = [...placesKnown(places)].map(([code, { geometry }]) => [code, geometry] as const);
  const { divisions, programme } = data();
  const { swappedCodes } = programme;
  const facts = { divisions, swappedCodes, known, counties: counties(), extent: extent() };
  return { facts, stamp: await placesStamp(read) };
}

export function createPlaceJudgements(options: PlaceImportOptions): PlaceJudgements {
  return createJudgements<Head, PlaceDecisions, PlaceFacts, PlacesOutcome>({
    database: options.database,
    most: mostRemembered,
    headOf: ({ division, level, name }) => ({ division, level, name }),
    decisionsText,
    stampOf: placesStamp,
    factsOf: (read) => factsOf(read, options),
    ask: (sent, choices, facts, signal) => askPlacesProcess({ ...sent, ...facts, choices }, signal),
  });
}
