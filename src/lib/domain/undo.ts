/**
 * Taking back what a submission wrote, in one submission. History stays: an event is retracted by
 * another; a date of reporting, a quota, a position is followed by a record of what stood before it,
 * or of none. What somebody has changed since stays as it is, and is told.
 */
import type { DivisionCode } from './division.ts';
import { isRetractedAmong } from './fold.ts';
import { sourceIdOf } from './proposed-events.ts';
import { stoodBeforeQuota, stoodBeforePlace, stoodBeforeReport } from './stood-before.ts';
import type { Status } from './status.ts';
import type { Proposal } from './submission.ts';

/** A record of the submission that is left as it is: it has been changed since. */
export interface LeftRecord {
  readonly kind: 'event' | 'reporting' | 'quota' | 'place';
  readonly division: DivisionCode;
  /** `null`: a position is of no track. */
  readonly track: string | null;
}

export interface Undoing {
  /** What takes it back; approved, every unit stands as if the submission had never been. */
  readonly proposal: Proposal;
  readonly left: readonly LeftRecord[];
}

type Facts = Pick<Status, 'events' | 'reporting' | 'quotas' | 'places'>;

/** The undoing of a submission by the facts as they are. Nothing is left of it: an empty proposal. */
export function undoing(facts: Facts, submission: string, reason: string): Undoing {
  const source = sourceIdOf(submission);
  const isOf = (record: { readonly source: string }): boolean => record.source === source;
  const left: LeftRecord[] = [];
  const isRetracted = isRetractedAmong(facts.events);
  const changes = facts.events.filter(isOf).flatMap(({ id, division, track }) => {
    if (isRetracted(id)) {
      left.push({ kind: 'event', division, track });
      return [];
    }
    return [{ kind: 'retraction' as const, division, track, retracts: id, reason }];
  });
  const reporting = facts.reporting.filter(isOf).flatMap((report) => {
    const { division, track } = report;
    const before = stoodBeforeReport(facts.reporting, report);
    if (before.status === 'stood') return [{ track, completeTo: before.completeTo }];
    left.push({ kind: 'reporting', division, track });
    return [];
  });
  const set = facts.quotas.filter(isOf);
  const counts = set.flatMap((quota) => {
    const { division, track } = quota;
    const before = stoodBeforeQuota(facts.quotas, quota);
    if (before.status === 'stood') {
      return [{ division, track, count: before.count === null ? null : String(before.count) }];
    }
    left.push({ kind: 'quota', division, track });
    return [];
  });
  const stoodBefore = stoodBeforePlace(facts.places);
  const places = facts.places.filter(isOf).flatMap((place) => {
    const { division } = place;
    const before = stoodBefore(place);
    if (before.status === 'stood') return [{ division, geometry: before.geometry }];
    left.push({ kind: 'place', division, track: null });
    return [];
  });
  const effective = set[0]?.effective ?? '';
  return {
    proposal: {
      changes,
      reporting,
      ...(counts.length > 0 && { quotas: { effective, counts } }),
      ...(places.length > 0 && { places }),
      undoes: { submission, reason },
    },
    left,
  };
}

/** How many records a proposal would write. */
export function recordCount({ changes, reporting, quotas, places }: Proposal): number {
  return changes.length + reporting.length + (quotas?.counts.length ?? 0) + (places?.length ?? 0);
}

/**
 * The same text for the same undoing by the same facts: tells one undoing from the next, after rows of
 * it were left out, or after what it took back was put back by its own undoing.
 */
export function undoKey(facts: Facts, submission: string): string {
  const source = sourceIdOf(submission);
  const own = new Set(facts.events.filter((event) => event.source === source).map(({ id }) => id));
  const times = facts.events.filter(({ retracts }) => retracts !== undefined && own.has(retracts));
  const { proposal } = undoing(facts, submission, '');
  const { length: changes } = proposal.changes;
  // Whichever of it is approved, one of the three is another afterwards.
  return ['undo', submission, times.length, changes, recordCount(proposal) - changes].join('-');
}
