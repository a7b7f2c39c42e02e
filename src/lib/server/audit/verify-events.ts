/** Holds the facts against the audit log: what an approval wrote stands in both, or in neither. */
import * as v from 'valibot';
import type { Reader } from '../db/database.ts';
import { placesHash } from '../facts/places-hash.ts';
import { placeOf } from '../facts/read-facts.ts';

export interface EventsAgainstLog {
  /** Ids of events and quotas that came by a submission and have no row `event.recorded`, `quota.set`. */
  readonly withoutRow: readonly string[];
  /** Subjects of such rows whose event or quota is not there. */
  readonly withoutEvent: readonly string[];
  /** Submissions whose places are not those of their row `place.recorded`: none, others, or no row. */
  readonly placesUnlike: readonly string[];
  /** How many events, quotas and places came by a submission. */
  readonly events: number;
  readonly quotas: number;
  readonly places: number;
}

/** Reads both; `read` must be of one moment (`Database.snapshot`) where writes go on. */
export async function compareEvents(read: Reader): Promise<EventsAgainstLog> {
  const events = await compareOneByOne(read, 'event', 'event.recorded');
  const quotas = await compareOneByOne(read, 'quota', 'quota.set');
  const places = await comparePlaces(read);
  return {
    withoutRow: [...events.withoutRow, ...quotas.withoutRow],
    withoutEvent: [...events.withoutFact, ...quotas.withoutFact],
    placesUnlike: places.unlike,
    events: events.count,
    quotas: quotas.count,
    places: places.count,
  };
}

async function compareOneByOne(
  read: Reader,
  table: 'event' | 'quota',
  action: 'event.recorded' | 'quota.set',
) {
  const facts = await read
    .selectFrom(table)
    .select('id')
    .where('submission', 'is not', null)
    .orderBy('ordinal')
    .execute();
  const rows = await read
    .selectFrom('audit')
    .select('subject')
    .where('action', '=', action)
    .orderBy('seq')
    .execute();
  const recorded = new Set(facts.map(({ id }) => id));
  const told = new Set(rows.map(({ subject }) => subject));
  return {
    withoutRow: [...recorded].filter((id) => !told.has(id)),
    withoutFact: [...told].filter((id) => id === null || !recorded.has(id)).map(String),
    count: recorded.size,
  };
}

const toldOfPlaces = v.object({ count: v.number(), sha256: v.string() });

/** One row tells of all places of a submission, by their number and their hash. */
async function comparePlaces(read: Reader) {
  const facts = await read
    .selectFrom('place')
    .selectAll()
    .where('submission', 'is not', null)
    .orderBy('ordinal')
    .execute();
  const rows = await read
    .selectFrom('audit')
    .select(['subject', 'details'])
    .where('action', '=', 'place.recorded')
    .orderBy('seq')
    .execute();
  const bySubmission = Map.groupBy(facts, ({ submission }) => String(submission));
  const told = new Map(rows.map(({ subject, details }) => [String(subject), details]));
  const submissions = new Set([...bySubmission.keys(), ...told.keys()]);
  const unlike = [...submissions].filter((submission) => {
    const places = (bySubmission.get(submission) ?? []).map(placeOf);
    const row = v.safeParse(toldOfPlaces, JSON.parse(told.get(submission) ?? '{}'));
    if (!row.success) return true;
    return row.output.count !== places.length || row.output.sha256 !== placesHash(places);
  });
  return { unlike, count: facts.length };
}
