/** The slim bar of a target card, as lengths: what is sure, what may be, and the mark to reach. */

export interface TargetBar {
  /** All in percent of the bar's width. */
  readonly low: number;
  readonly high: number;
  readonly required: number;
  /** Lines between single units, where there are few enough to count. */
  readonly ticks: readonly number[];
  /** The possible count lies beyond the right end. */
  readonly isOpen: boolean;
}

export interface BarFacts {
  readonly low: number;
  readonly high: number;
  readonly required: number;
  readonly denominator: number;
}

/** Up to this many units the bar is divided into them. */
const countable = 20;
/** Else it reaches a little beyond what is asked for, or all of 3,200 villages would hide 250. */
const headroom = 1.5;

export function targetBar({ low, high, required, denominator }: BarFacts): TargetBar {
  const end =
    denominator <= countable
      ? Math.max(denominator, required)
      : Math.min(Math.max(denominator, required), Math.max(required * headroom, low * 1.1));
  const percent = (value: number) => Math.round((Math.min(value, end) / end) * 1000) / 10;
  return {
    low: percent(low),
    high: percent(high),
    required: percent(required),
    ticks:
      denominator <= countable
        ? Array.from({ length: end - 1 }, (_, index) => percent(index + 1))
        : [],
    isOpen: high > end,
  };
}
