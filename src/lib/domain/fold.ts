/**
 * The fold: how one unit stands on one track, from its events (DESIGN §4).
 * Status is never stored; now, any past day and any earlier state of knowledge are this one function.
 */
import { dayNumber, intervalOf, shanghaiDay, type Day, type DayInterval } from './date.ts';
import { compareFacts } from './order.ts';
import { stageOrder, type Stage, type Track } from './programme.ts';
import type { ReachedEvent, StatusEvent } from './status.ts';

/**
 * An event in force, with what the fold asks of it worked out once. Progress reads every event for
 * every day it is asked about, so this stays small, what it reads stands beside each other, and
 * nothing it needs lies behind `event`: a province is not a walk through all of memory.
 */
export interface KnownEvent {
  /** Days as `dayNumber` has them. */
  readonly startDay: number;
  readonly endDay: number;
  readonly isConfirmed: boolean;
  readonly stage: Stage;
  readonly id: string;
  /** Place of the stage on its track's road. */
  readonly order: number;
  readonly effective: DayInterval;
  readonly event: ReachedEvent;
}

export interface Standing {
  /** The last happened or possible event: colour, legend and pipeline follow its stage. */
  readonly current: KnownEvent | null;
  /** Whether `current` is only possible: inferred, or its effective interval has not ended. */
  readonly isPossible: boolean;
  readonly lastHappened: KnownEvent | null;
  /** The title is held for sure. */
  readonly surelyCounts: boolean;
  /** Surely, or by a possible event. What missing reports allow is added by `progress`. */
  readonly mayCount: boolean;
}

export interface AsOf {
  /** How it stood on this day … */
  readonly at: Day;
  /** … as known at the end of this day; left out: all that is recorded. */
  readonly knownAt?: Day | undefined;
}

/** Whether something recorded at this instant was known by the end of that day in Shanghai. */
export function isKnownBy(recordedAt: string, knownAt: Day | undefined): boolean {
  return knownAt === undefined || shanghaiDay(Date.parse(recordedAt)) <= knownAt;
}

/**
 * The events of one track that are known at `knownAt` and not retracted by then, in the fold's order.
 * Events naming a stage the track lacks are left out; validation reports them before data is loaded.
 * For many units, `readInterval` may remember what it read.
 */
export function eventsInForce(
  events: readonly StatusEvent[],
  track: Track,
  knownAt?: Day,
  readInterval = intervalOf,
): KnownEvent[] {
  const known = events.filter((event) => isKnownBy(event.recordedAt, knownAt));
  const isRetracted = isRetractedAmong(known);
  const facts: Pick<KnownEvent, 'stage' | 'order' | 'effective' | 'event'>[] = [];
  for (const event of known) {
    if (event.kind !== 'reached' || isRetracted(event.id)) continue;
    const order = stageOrder(track, event.stage);
    const stage = track.stages[order];
    const effective = readInterval(event.effective);
    if (stage && effective) facts.push({ stage, order, effective, event });
  }
  facts.sort((a, b) => compareFacts(a.effective, a.event, b.effective, b.event));
  // Made after sorting, so that they lie in memory as the fold reads them; and `map` leaves no room
  // to spare, where an array that was pushed to has it for seventeen events.
  return facts.map(({ stage, order, effective, event }) => ({
    startDay: dayNumber(effective.start),
    endDay: dayNumber(effective.end),
    isConfirmed: event.certainty === 'confirmed',
    stage,
    id: event.id,
    order,
    effective,
    event,
  }));
}

/**
 * Answers which of the known events are retracted. A retraction that was itself retracted takes
 * nothing back. Validation rules cycles out; in one met all the same, the first asked about stands.
 */
export function isRetractedAmong(known: readonly StatusEvent[]): (id: string) => boolean {
  const retractors = new Map<string, StatusEvent[]>();
  for (const event of known) {
    if (event.retracts === undefined) continue;
    const others = retractors.get(event.retracts);
    if (others) others.push(event);
    else retractors.set(event.retracts, [event]);
  }
  const settled = new Map<string, boolean>();
  return (asked) => {
    // A stack of our own: a chain of retractions may be longer than the engine's allows.
    const open = [asked];
    const entered = new Set<string>();
    for (let id = open.at(-1); id !== undefined; id = open.at(-1)) {
      const others = retractors.get(id) ?? [];
      if (!entered.has(id) && !settled.has(id)) {
        entered.add(id);
        for (const other of others) if (!entered.has(other.id)) open.push(other.id);
        continue;
      }
      open.pop();
      if (!settled.has(id))
        settled.set(
          id,
          others.some((other) => !settled.get(other.id)),
        );
    }
    return settled.get(asked) ?? false;
  };
}

/** How a unit stands on `at`, from its events in force (as `eventsInForce` orders them). */
export function foldInForce(inForce: readonly KnownEvent[], at: Day): Standing {
  return foldOn(inForce, dayNumber(at));
}

/** The same on a day as `dayNumber` has it, for who asks about many units. */
export function foldOn(inForce: readonly KnownEvent[], day: number): Standing {
  let current: KnownEvent | null = null;
  let isPossible = false;
  let lastHappened: KnownEvent | null = null;
  let possibleCounts = false;
  let possibleDenies = false;
  // By index: over the few events of a unit, the engine's iterator costs as much as the fold.
  for (let place = 0; place < inForce.length; place += 1) {
    const known = inForce[place];
    if (!known || known.startDay > day) continue;
    current = known;
    isPossible = !known.isConfirmed || known.endDay > day;
    if (!isPossible) {
      lastHappened = known;
      // What may have been so before is overtaken by what surely happened after it.
      possibleCounts = false;
      possibleDenies = false;
    } else if (known.stage.counts) possibleCounts = true;
    else possibleDenies = true;
  }
  const held = lastHappened?.stage.counts ?? false;
  return {
    current,
    isPossible,
    lastHappened,
    surelyCounts: held && !possibleDenies,
    mayCount: held || possibleCounts,
  };
}

/** How one unit stands on one track: `events` are all of that unit's events on that track. */
export function fold(events: readonly StatusEvent[], track: Track, asOf: AsOf): Standing {
  return foldInForce(eventsInForce(events, track, asOf.knownAt), asOf.at);
}
