/** How the sure count of a target moved over all days, as steps: for `metOn` and `lost`. */
import { addDays, dayNumber, type Day } from './date.ts';
import type { Division } from './division.ts';
import type { KnownEvent } from './fold.ts';
import { countingTracks, type Knowledge, type TrackKnowledge } from './knowledge.ts';
import { oncePerTarget } from './once.ts';
import { compareText } from './order.ts';
import type { LowStep } from './outcome.ts';
import { requiredCount, type Target } from './programme.ts';
import { countStated, statementsInForce } from './statement.ts';

/** Before every day the data can name. */
const beginning: Day = '0001-01-01';

interface Change {
  readonly day: Day;
  readonly named: number;
  readonly denominator: number;
}

/** Every step of `low` and `required`, worked out once for each knowledge. */
export const lowSteps = /* @__PURE__ */ oncePerTarget(findSteps);

function findSteps(knowledge: Knowledge, target: Target): readonly LowStep[] {
  const tracks = countingTracks(knowledge, target);
  const changes = tracks[0].units.flatMap((unit) => changesOf(unit, tracks));
  for (const { effective } of tracks[0].statements) {
    changes.push({ day: effective.end, named: 0, denominator: 0 });
  }
  changes.sort((a, b) => compareText(a.day, b.day));
  const steps: LowStep[] = [];
  let named = 0;
  let denominator = 0;
  changes.forEach((change, index) => {
    named += change.named;
    denominator += change.denominator;
    if (changes[index + 1]?.day === change.day) return;
    const stated = countStated(statementsInForce(tracks[0].statements, change.day));
    steps.push({
      from: change.day,
      low: Math.max(named, stated),
      required: requiredCount(target, denominator),
    });
  });
  return steps;
}

/** The days on which a unit begins or ceases to be in the denominator, or to count surely. */
function changesOf(unit: Division, tracks: readonly TrackKnowledge[]): Change[] {
  const from = unit.validFrom ?? beginning;
  const after = unit.validTo === null ? null : addDays(unit.validTo, 1);
  const changes: Change[] = [{ day: from, named: 0, denominator: 1 }];
  const days = new Set([from]);
  for (const track of tracks) {
    for (const { effective } of track.eventsOf(unit.code)) {
      for (const day of [effective.start, effective.end]) {
        if (day > from && (after === null || day < after)) days.add(day);
      }
    }
  }
  let held = false;
  const walks = tracks.map((track) => walkHolding(track.eventsOf(unit.code)));
  for (const day of [...days].sort(compareText)) {
    const on = dayNumber(day);
    // Every walk takes the step, also where an earlier one already holds.
    const holds = walks.map((walk) => walk(on)).includes(true);
    if (holds !== held) changes.push({ day, named: holds ? 1 : -1, denominator: 0 });
    held = holds;
  }
  if (after !== null) changes.push({ day: after, named: held ? -1 : 0, denominator: -1 });
  return changes;
}

/**
 * Whether a unit surely counts, as `foldInForce` says, for days asked in their order: one walk over
 * the log instead of a fold a day, which grows with the square of a long log.
 */
export function walkHolding(events: readonly KnownEvent[]): (day: number) => boolean {
  /** From which day on an event at this place or after it may say that the unit no longer counts. */
  const deniedFrom = [Infinity];
  for (const { stage, startDay } of events.toReversed()) {
    const after = deniedFrom.at(-1) ?? Infinity;
    deniedFrom.push(stage.counts ? after : Math.min(after, startDay));
  }
  deniedFrom.reverse();
  let next = 0;
  let lastHappened = -1;
  return (day) => {
    for (let known = events[next]; known && known.endDay <= day; known = events[next]) {
      if (known.isConfirmed) lastHappened = next;
      next += 1;
    }
    const last = events[lastHappened];
    return (
      last !== undefined && last.stage.counts && (deniedFrom[lastHappened + 1] ?? Infinity) > day
    );
  };
}
