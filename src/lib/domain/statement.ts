/** Statements 汇总表述: counts a source gives without names, and how far the log can name them. */
import { countLeading } from './ascending.ts';
import { dayNumber, intervalOf, type Day, type DayInterval } from './date.ts';
import { isKnownBy, type KnownEvent } from './fold.ts';
import { compareFacts } from './order.ts';
import { stageOrder, type Track } from './programme.ts';
import type { Statement } from './status.ts';

export interface KnownStatement {
  readonly statement: Statement;
  readonly order: number;
  readonly counts: boolean;
  readonly effective: DayInterval;
}

/** A statement in force beside the units the log can name for it. */
export interface ReconciledStatement {
  readonly id: string;
  readonly stage: string;
  readonly excluding: string | null;
  readonly count: number;
  readonly source: string;
  /** Units whose events name them at that stage or beyond. */
  readonly named: { readonly confirmed: number; readonly inferred: number };
  /** `count` minus the named units, never below 0. */
  readonly unnamed: number;
}

/** The statements about one track that are known at `knownAt`, in the order they replace each other. */
export function statementsOfTrack(
  statements: readonly Statement[],
  track: Track,
  knownAt?: Day,
): KnownStatement[] {
  const known: KnownStatement[] = [];
  for (const statement of statements) {
    if (statement.track !== track.id || !isKnownBy(statement.recordedAt, knownAt)) continue;
    const order = stageOrder(track, statement.stage);
    const effective = intervalOf(statement.effective);
    const stage = track.stages[order];
    if (stage && effective) known.push({ statement, order, counts: stage.counts, effective });
  }
  return known.sort((a, b) => compareFacts(a.effective, a.statement, b.effective, b.statement));
}

/**
 * The statements in force on `at`: from the end of the effective interval until a later one about
 * the same track, stage and exclusion replaces it (DESIGN §4).
 */
export function statementsInForce(
  known: readonly KnownStatement[],
  at: Day,
): readonly KnownStatement[] {
  const latest = new Map<string, KnownStatement>();
  for (const candidate of known) {
    if (candidate.effective.end > at) continue;
    const { stage, excluding } = candidate.statement;
    latest.set(`${stage} ${excluding ?? ''}`, candidate);
  }
  return [...latest.values()];
}

/**
 * The largest count in force about a stage that counts: a sure lower bound, also where the statement
 * leaves out units that another track holds. 0 where there is none.
 */
export function countStated(inForce: readonly KnownStatement[]): number {
  let count = 0;
  for (const { counts, statement } of inForce) {
    if (counts && statement.count > count) count = statement.count;
  }
  return count;
}

/**
 * Sets a statement against the log. A unit is named for it once an event, up to `at`, put it at
 * the statement's stage or beyond, even if it has left since: the statement spoke of that time.
 * A statement that excludes another track names nobody: the log holds what units reached, never
 * what they did not.
 */
export function reconcile(known: KnownStatement, days: NamedDays, at: Day): ReconciledStatement {
  const { id, stage, excluding, count, source } = known.statement;
  const named = { confirmed: 0, inferred: 0 };
  if (excluding === undefined) {
    const day = dayNumber(at);
    const isPast = (other: number): boolean => other <= day;
    named.confirmed = countLeading(days.confirmed, isPast);
    named.inferred = countLeading(days.known, isPast) - named.confirmed;
  }
  const unnamed = Math.max(0, count - named.confirmed - named.inferred);
  return { id, stage, excluding: excluding ?? null, count, source, named, unnamed };
}

/** For one stage: from which days on the log names units there or beyond. Ascending, one a unit. */
export interface NamedDays {
  /** By any event, confirmed or inferred, that has begun. */
  readonly known: readonly number[];
  /** By a confirmed event that has surely happened: never before the unit is in `known`. */
  readonly confirmed: readonly number[];
}

/** A unit once named stays so: one day a unit answers for all days, without its events. */
export function namedDays(
  eventsOfUnits: Iterable<readonly KnownEvent[]>,
  fromOrder: number,
): NamedDays {
  const known: number[] = [];
  const confirmed: number[] = [];
  for (const events of eventsOfUnits) {
    let firstKnown = Infinity;
    let firstConfirmed = Infinity;
    for (const { stage, order, startDay, endDay, isConfirmed } of events) {
      if (order < fromOrder || stage.exit) continue;
      firstKnown = Math.min(firstKnown, startDay);
      if (isConfirmed) firstConfirmed = Math.min(firstConfirmed, endDay);
    }
    if (firstKnown < Infinity) known.push(firstKnown);
    if (firstConfirmed < Infinity) confirmed.push(firstConfirmed);
  }
  const ascending = (a: number, b: number): number => a - b;
  return { known: known.sort(ascending), confirmed: confirmed.sort(ascending) };
}
