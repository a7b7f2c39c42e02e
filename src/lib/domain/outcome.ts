/** The word a target earns: met, lost, not met, undetermined, or the pace while the clock runs. */
import { daysBetween, type Day } from './date.ts';
import type { Programme } from './programme.ts';

export const outcomes = [
  'met',
  'met-late',
  'lost',
  'not-met',
  'undetermined',
  'on-track',
  'accelerate',
  'behind',
  'regressed',
] as const;
export type Outcome = (typeof outcomes)[number];

export type Thresholds = Programme['thresholds'];

export interface Pace {
  readonly base: number;
  readonly required: number;
  readonly start: Day;
  readonly deadline: Day;
}

/** The count a straight line from base at the start to required at the deadline expects on `at`. */
export function expectedOn(at: Day, { base, required, start, deadline }: Pace): number {
  const length = daysBetween(start, deadline);
  if (length <= 0 || at >= deadline) return required;
  const passed = Math.max(0, daysBetween(start, at));
  return base + ((required - base) * passed) / length;
}

/** The word for one count on a day up to the deadline; `met` stands for count ≥ required. */
export function paceWord(
  count: number,
  expected: number,
  { base, required }: Pick<Pace, 'base' | 'required'>,
  thresholds: Thresholds,
): Outcome {
  if (count >= required) return 'met';
  if (count < base) return 'regressed';
  if (expected === base) return 'on-track';
  const ratio = (count - base) / (expected - base);
  if (ratio >= thresholds.onTrack) return 'on-track';
  return ratio >= thresholds.accelerate ? 'accelerate' : 'behind';
}

/** A step of the lower bound over time: from this day on, until the next step. */
export interface LowStep {
  readonly from: Day;
  readonly low: number;
  readonly required: number;
}

export interface OutcomeInput extends Pace {
  readonly at: Day;
  readonly low: number;
  readonly high: number;
  /** Upper bound on the deadline; asked for only after it. */
  readonly highAtDeadline: () => number;
  /** Every step of the lower bound, in the order of days. */
  readonly steps: readonly LowStep[];
  readonly thresholds: Thresholds;
}

/**
 * The outcome on `at`, by the rules of DESIGN §4 in their order, and the first day of the unbroken
 * run of `low ≥ required` that lasts until `at` (`null` where it does not hold then).
 */
export function decideOutcome(input: OutcomeInput): { outcome: Outcome; metOn: Day | null } {
  const { at, low, high, required, deadline } = input;
  const past = input.steps.filter((step) => step.from <= at);
  if (low >= required) {
    const metOn = startOfRun(past, input.start);
    return { outcome: metOn <= deadline ? 'met' : 'met-late', metOn };
  }
  const word = (): Outcome => {
    if (past.some((step) => step.low >= step.required)) return 'lost';
    if (at > deadline) return input.highAtDeadline() < required ? 'not-met' : 'undetermined';
    const expected = expectedOn(at, input);
    const lowWord = paceWord(low, expected, input, input.thresholds);
    const highWord = paceWord(high, expected, input, input.thresholds);
    return lowWord === highWord ? lowWord : 'undetermined';
  };
  return { outcome: word(), metOn: null };
}

function startOfRun(past: readonly LowStep[], start: Day): Day {
  let from: Day | undefined;
  for (const step of past) {
    if (step.low < step.required) from = undefined;
    else from ??= step.from;
  }
  // Holding before the first step means holding from the beginning of the period.
  return from ?? start;
}
