/** Taking back what a submission wrote: every record of it that still holds, in one submission. */
import { isRetractedAmong } from './fold.ts';
import { sourceIdOf } from './proposed-events.ts';
import type { StatusEvent } from './status.ts';
import type { Proposal } from './submission.ts';

/** The events that came by the submission and have not been taken back since, in their order. */
export function eventsInForce(
  events: readonly StatusEvent[],
  submission: string,
): readonly StatusEvent[] {
  const isRetracted = isRetractedAmong(events);
  return eventsBy(events, submission).filter(({ id }) => !isRetracted(id));
}

function eventsBy(events: readonly StatusEvent[], submission: string): readonly StatusEvent[] {
  const made = sourceIdOf(submission);
  return events.filter(({ source }) => source === made);
}

/** How often events of the submission were taken back: tells one undoing from the next. */
export function timesRetracted(events: readonly StatusEvent[], submission: string): number {
  const ids = new Set(eventsBy(events, submission).map(({ id }) => id));
  return events.filter(({ retracts }) => retracts !== undefined && ids.has(retracts)).length;
}

/**
 * The proposal that takes them back. Approved, every unit stands as if the submission had never been
 * approved: taking back a correction brings back what it corrected. Dates of reporting stay.
 */
export function undoing(
  events: readonly StatusEvent[],
  submission: string,
  reason: string,
): Proposal {
  const changes = eventsInForce(events, submission).map(({ id, division, track }) => ({
    kind: 'retraction' as const,
    division,
    track,
    retracts: id,
    reason,
  }));
  return { changes, reporting: [] };
}
