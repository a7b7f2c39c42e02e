/** The dated history of one unit: every event that is known, the retracted ones with why. */
import { intervalOf, type Day } from './date.ts';
import type { DivisionCode } from './division.ts';
import { isKnownBy, isRetractedAmong } from './fold.ts';
import { compareFacts } from './order.ts';
import type { ReachedEvent, RetractionEvent, StatusEvent } from './status.ts';

export interface HistoryEntry {
  readonly event: ReachedEvent;
  /** The event that took this one back, and says why; `null` while it stands. */
  readonly retractedBy: ReachedEvent | RetractionEvent | null;
}

/**
 * The events of a unit on all its tracks that began by `at` and were recorded by `knownAt`,
 * oldest first. Retractions are not entries of their own: they stand beside what they took back.
 */
export function historyOf(
  events: readonly StatusEvent[],
  code: DivisionCode,
  at: Day,
  knownAt?: Day,
): HistoryEntry[] {
  const known = events.filter(
    (event) => event.division === code && isKnownBy(event.recordedAt, knownAt),
  );
  const isRetracted = isRetractedAmong(known);
  const entries: HistoryEntry[] = [];
  for (const event of known) {
    if (event.kind !== 'reached' || startOf(event) > at) continue;
    const retractedBy = isRetracted(event.id)
      ? (known.find(({ id, retracts }) => retracts === event.id && !isRetracted(id)) ?? null)
      : null;
    entries.push({ event, retractedBy });
  }
  return entries.sort((a, b) =>
    compareFacts(effectiveOf(a.event), a.event, effectiveOf(b.event), b.event),
  );
}

function effectiveOf(event: ReachedEvent) {
  const { effective } = event;
  return intervalOf(effective) ?? { start: effective, end: effective };
}

function startOf(event: ReachedEvent): Day {
  return effectiveOf(event).start;
}
