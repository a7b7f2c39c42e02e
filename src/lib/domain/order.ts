/** The one order in which dated facts follow and replace each other (DESIGN §4). */
import type { DayInterval } from './date.ts';

interface DatedFact {
  readonly id: string;
  readonly recordedAt: string;
}

/** Code-unit order, the same on every machine (unlike `localeCompare`). */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By end of the effective interval, then its start, then the instant of recording, then id. */
export function compareFacts(
  aEffective: DayInterval,
  a: DatedFact,
  bEffective: DayInterval,
  b: DatedFact,
): number {
  return (
    compareText(aEffective.end, bEffective.end) ||
    compareText(aEffective.start, bEffective.start) ||
    Date.parse(a.recordedAt) - Date.parse(b.recordedAt) ||
    compareText(a.id, b.id)
  );
}
