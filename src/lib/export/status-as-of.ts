/**
 * The log as it speaks of a day, or as it was known on one: a smaller log of the same shape.
 * Folding it for any day up to `at` gives what folding the whole log gives.
 */
import { intervalOf, type Day } from '../domain/date.ts';
import { isKnownBy } from '../domain/fold.ts';
import type { Programme } from '../domain/programme.ts';
import type { Status, StatusEvent } from '../domain/status.ts';

export interface StatusCut {
  /** Leaves out what took effect after this day; `null` leaves nothing out. */
  readonly at: Day | null;
  /** Leaves out what was recorded after this day; `null` leaves nothing out. */
  readonly knownAt: Day | null;
}

/**
 * `knownAt` keeps the events, statements and reports recorded by the end of that day in Shanghai.
 * `at` keeps the events and statements whose effective interval begins on or before that day, and
 * the events tied to a kept one by a retraction, so that what is taken back stays taken back.
 * Quotas are kept as statements are. Reports stay: they say up to when the log is complete, not what
 * happened; and so do places, which have no date. A source that only facts left out have named goes
 * with them.
 */
export function statusAsOf(status: Status, programme: Programme, cut: StatusCut): Status {
  const { at, knownAt } = cut;
  if (at === null && knownAt === null) return status;
  const isKnown = ({ recordedAt }: { recordedAt: string }) =>
    isKnownBy(recordedAt, knownAt ?? undefined);
  const known = status.events.filter(isKnown);
  const events = at === null ? known : eventsBegun(known, at);
  const statements = status.statements.filter(
    (statement) => isKnown(statement) && hasBegun(statement.effective, at),
  );
  const reporting = status.reporting.filter(isKnown);
  const quotas = status.quotas.filter((quota) => isKnown(quota) && hasBegun(quota.effective, at));
  const places = status.places.filter(isKnown);
  const kept = namedBy(events, statements, reporting, quotas, places);
  const all = namedBy(
    status.events,
    status.statements,
    status.reporting,
    status.quotas,
    status.places,
  );
  const ofProgramme = namedByProgramme(programme);
  const sources = status.sources.filter(
    ({ id }) => kept.has(id) || ofProgramme.has(id) || !all.has(id),
  );
  return { ...status, sources, statements, events, reporting, quotas, places };
}

function hasBegun(effective: string, at: Day | null): boolean {
  const interval = intervalOf(effective);
  return at === null || (interval !== undefined && interval.start <= at);
}

function eventsBegun(known: readonly StatusEvent[], at: Day): StatusEvent[] {
  const byId = new Map(known.map((event) => [event.id, event]));
  const retractors = Map.groupBy(known, (event) => event.retracts);
  const kept = new Set<StatusEvent>();
  const next = known.filter((event) => event.kind === 'reached' && hasBegun(event.effective, at));
  for (let event = next.pop(); event; event = next.pop()) {
    if (kept.has(event)) continue;
    kept.add(event);
    const retracted = byId.get(event.retracts ?? '');
    if (retracted) next.push(retracted);
    next.push(...(retractors.get(event.id) ?? []));
  }
  return known.filter((event) => kept.has(event));
}

function namedBy(...facts: readonly (readonly { readonly source: string }[])[]): Set<string> {
  return new Set(facts.flatMap((some) => some.map(({ source }) => source)));
}

function namedByProgramme(programme: Programme): Set<string> {
  const remarks = [...programme.openQuestions, ...programme.context];
  return new Set([
    programme.map.source,
    ...programme.targets.map(({ source }) => source),
    ...remarks.flatMap(({ sources }) => sources),
  ]);
}

/** The one order in which members are written, as the files in `data/` have them. */
const members = [
  '$schema',
  'sources',
  'statements',
  'events',
  'reporting',
  'quotas',
  'places',
  'id',
  'kind',
  'title',
  'publisher',
  'documentNumber',
  'date',
  'location',
  'division',
  'track',
  'stage',
  'excluding',
  'count',
  'effective',
  'completeTo',
  'geometry',
  'type',
  'coordinates',
  'certainty',
  'recordedAt',
  'source',
  'retracts',
  'reason',
  'batch',
  'note',
];

/** The text of `status.json`, two spaces and a line break at the end: the same facts, the same bytes. */
export function statusText(status: Status): string {
  return `${JSON.stringify(status, members, 2)}\n`;
}
