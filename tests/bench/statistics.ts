/** Order statistics of repeated runs. Empty runs give NaN, which no figure accepts. */

/** The value below which this share (0–1) of the values lies, by the nearest-rank method. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

/** The middle value; of an even number of values, the mean of the two middle ones. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (upper + lower) / 2;
}

export interface Spread {
  readonly runs: number;
  readonly median: number;
  readonly least: number;
  readonly p95: number;
  readonly most: number;
}

export function spreadOf(values: readonly number[]): Spread {
  return {
    runs: values.length,
    median: median(values),
    least: percentile(values, 0),
    p95: percentile(values, 0.95),
    most: percentile(values, 1),
  };
}

/** `912–1040 in 5 runs`: how far the runs lie apart. */
export function formatSpread(values: readonly number[], digits = 0): string {
  const { least, most, runs } = spreadOf(values);
  return `${least.toFixed(digits)}–${most.toFixed(digits)} in ${runs} runs`;
}
