/** What a submission writes to the log once it is approved: its source, events, reporting, quotas, places. */
import { shanghaiDay } from './date.ts';
import type { Division } from './division.ts';
import type { Change, Proposal } from './submission.ts';
import type { Place, Quota, Reporting, Source, Status, StatusEvent } from './status.ts';

export interface ProposedFacts {
  readonly source: Source;
  readonly events: readonly StatusEvent[];
  readonly reporting: readonly Reporting[];
  readonly quotas: readonly Quota[];
  readonly places: readonly Place[];
}

/** What the facts of a submission take from beside its proposal. */
export interface ProposedIn {
  readonly recordedAt: string;
  /** The division the submission is of: its reporting is for it, and without a document it is the source. */
  readonly division: Pick<Division, 'code' | 'name'>;
}

/** Id of the source a submission, or a confirmation of nothing new, makes. */
export function sourceIdOf(submission: string): string {
  return `S-${submission}`;
}

/**
 * The facts of a proposal without faults: events `<id>-1`, `<id>-2`… in the order of its changes, resting
 * on the source `S-<id>`. What a person of the office reports is `confirmed`. Quotas are `<id>-q1`…,
 * places `<id>-p1`…
 */
export function eventsOf(
  id: string,
  proposal: Proposal,
  { recordedAt, division }: ProposedIn,
): ProposedFacts {
  const source = sourceOf(id, proposal, { recordedAt, division });
  const events = proposedEvents(id, proposal.changes, recordedAt);
  const reporting = proposal.reporting.map(({ track, completeTo }) => ({
    division: division.code,
    track,
    completeTo,
    recordedAt,
    source: source.id,
  }));
  const { quotas, undoes } = proposal;
  // "A new record that takes the old one back and says why" (DESIGN §3).
  const note = undoes && { note: undoes.reason };
  return {
    source,
    events,
    reporting,
    quotas: (quotas?.counts ?? []).map(({ division: county, track, count }, index) => ({
      id: `${id}-q${index + 1}`,
      division: county,
      track,
      count: count === null ? null : Number(count),
      effective: quotas?.effective ?? '',
      recordedAt,
      source: source.id,
      ...note,
    })),
    places: (proposal.places ?? []).map(({ division: unit, geometry }, index) => ({
      id: `${id}-p${index + 1}`,
      division: unit,
      geometry,
      recordedAt,
      source: source.id,
      ...note,
    })),
  };
}

/** The events alone: what is under review, or would be so if it were approved. */
export function proposedEvents(
  id: string,
  changes: readonly Change[],
  recordedAt: string,
): readonly StatusEvent[] {
  const source = sourceIdOf(id);
  return changes.map((change, index): StatusEvent => {
    const { division, track } = change;
    const base = { id: `${id}-${index + 1}`, division, track, recordedAt, source };
    if (change.kind === 'retraction') {
      return { ...base, kind: 'retraction', retracts: change.retracts, reason: change.reason };
    }
    const { stage, effective, batch } = change;
    return {
      ...base,
      kind: 'reached',
      stage,
      effective,
      certainty: 'confirmed',
      ...(batch !== undefined && { batch }),
      ...(change.kind === 'correction' && { retracts: change.retracts, reason: change.reason }),
    };
  });
}

/**
 * The document, or where none was given (a stage that does not count, a date of reporting) the report
 * itself. Its title is data, so it is in the language of the data.
 */
function sourceOf(id: string, proposal: Proposal, from: ProposedIn): Source {
  const { source, changes, reporting, quotas, places, undoes } = proposal;
  const note = undoes && { note: undoes.reason };
  if (source) return { ...source, id: sourceIdOf(id), ...note };
  const { name } = from.division;
  const date = shanghaiDay(Date.parse(from.recordedAt));
  if (undoes) {
    const title = `${name}撤销报送（编号${undoes.submission}）`;
    return { id: sourceIdOf(id), title, publisher: name, date, ...note };
  }
  const days = [...new Set(reporting.map(({ completeTo }) => completeTo))];
  const [day] = days;
  const title =
    changes.length === 0 && !quotas && !places && days.length === 1
      ? `${name}确认：截至${day}无新变化`
      : `${name}报送（编号${id}）`;
  return { id: sourceIdOf(id), title, publisher: name, date };
}

type RecordedKind = 'events' | 'statements' | 'reporting' | 'quotas' | 'places';

/**
 * The instant at which something is recorded now (epoch milliseconds): later than all that is recorded,
 * also where the clock was set back, so that the order of the log is the order of its instants.
 */
export function recordedAfter(
  {
    events,
    statements,
    reporting,
    quotas,
    places,
  }: { readonly [Kind in RecordedKind]: readonly Status[Kind][number][] },
  now: number,
): string {
  let at = now;
  for (const facts of [events, statements, reporting, quotas, places]) {
    for (const { recordedAt } of facts) {
      const recorded = Date.parse(recordedAt);
      if (recorded >= at) at = recorded + 1;
    }
  }
  return new Date(at).toISOString();
}
