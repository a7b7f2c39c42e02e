/** Holds the event log against the audit log: what an approval wrote stands in both, or in neither. */
import type { Reader } from '../db/database.ts';

export interface EventsAgainstLog {
  /** Ids of events that came by a submission and have no row `event.recorded`. */
  readonly withoutRow: readonly string[];
  /** Subjects of rows `event.recorded` whose event is not there. */
  readonly withoutEvent: readonly string[];
  /** How many events came by a submission. */
  readonly events: number;
}

/** Reads both; `read` must be of one moment (`Database.snapshot`) where writes go on. */
export async function compareEvents(read: Reader): Promise<EventsAgainstLog> {
  const events = await read
    .selectFrom('event')
    .select('id')
    .where('submission', 'is not', null)
    .orderBy('ordinal')
    .execute();
  const rows = await read
    .selectFrom('audit')
    .select('subject')
    .where('action', '=', 'event.recorded')
    .orderBy('seq')
    .execute();
  const recorded = new Set(events.map(({ id }) => id));
  const told = new Set(rows.map(({ subject }) => subject));
  return {
    withoutRow: [...recorded].filter((id) => !told.has(id)),
    withoutEvent: [...told].filter((id) => id === null || !recorded.has(id)).map(String),
    events: recorded.size,
  };
}
