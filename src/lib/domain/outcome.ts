/** The word a target earns: met, lost, not met, undetermined, or the pace while the clock runs. */
import { countLeading } from './ascending.ts';
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

/** Thresholds are compared to six decimals, so that both sides are whole numbers. */
const thresholdUnit = 1_000_000;

/**
 * The word for one count on a day up to the deadline; `met` stands for count ≥ required. The ratio
 * (count − base) / (expected − base) is multiplied out: in floats a ratio of exactly 0.6 may come out
 * below it.
 */
export function paceWord(count: number, at: Day, pace: Pace, thresholds: Thresholds): Outcome {
  const { base, required, start, deadline } = pace;
  if (count >= required) return 'met';
  if (count < base) return 'regressed';
  const length = daysBetween(start, deadline);
  const passed = Math.min(Math.max(0, daysBetween(start, at)), length);
  const due = (required - base) * passed;
  if (due === 0) return 'on-track';
  const risen = (count - base) * length * thresholdUnit;
  const reaches = (threshold: number): boolean =>
    risen >= due * Math.round(threshold * thresholdUnit);
  if (reaches(thresholds.onTrack)) return 'on-track';
  return reaches(thresholds.accelerate) ? 'accelerate' : 'behind';
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
  /** Upper bound and number required on the deadline; asked for only after it. */
  readonly onDeadline: () => { readonly high: number; readonly required: number };
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
  const { steps } = input;
  const past = steps.slice(
    0,
    countLeading(steps, (step) => step.from <= at),
  );
  if (low >= required) {
    const metOn = startOfRun(past, input.start);
    return { outcome: metOn <= deadline ? 'met' : 'met-late', metOn };
  }
  const word = (): Outcome => {
    if (past.some((step) => step.low >= step.required)) return 'lost';
    if (at > deadline) {
      // Both of the deadline: a share asks for another number once the denominator has changed.
      const then = input.onDeadline();
      return then.high < then.required ? 'not-met' : 'undetermined';
    }
    const lowWord = paceWord(low, at, input, input.thresholds);
    const highWord = paceWord(high, at, input, input.thresholds);
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
