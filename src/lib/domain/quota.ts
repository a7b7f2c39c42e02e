/** Quotas 分解任务: each county's part of a township or village target, and how one is proposed. */
import { intervalOf, type Day, type DayInterval } from './date.ts';
import type { DivisionCode } from './division.ts';
import { isKnownBy } from './fold.ts';
import { compareFacts, compareText } from './order.ts';
import type { Quota } from './status.ts';

export interface KnownQuota {
  readonly quota: Quota;
  readonly effective: DayInterval;
}

/** The quotas of one track that are known at `knownAt`, in the order they replace each other. */
export function quotasOfTrack(
  quotas: readonly Quota[],
  trackId: string,
  knownAt?: Day,
): readonly KnownQuota[] {
  const known: KnownQuota[] = [];
  for (const quota of quotas) {
    if (quota.track !== trackId || !isKnownBy(quota.recordedAt, knownAt)) continue;
    const effective = intervalOf(quota.effective);
    if (effective) known.push({ quota, effective });
  }
  return known.sort((a, b) => compareFacts(a.effective, a.quota, b.effective, b.quota));
}

export interface QuotaSum {
  /** Of the counts that are given. */
  readonly sum: number;
  /** What the target asks for; `null`: the track has no target. */
  readonly required: number | null;
  /** `sum` minus `required`: below 0 some of the target is nobody's. 0 where there is no target. */
  readonly difference: number;
}

/** The sum of quotas beside the number the target asks for. */
export function quotaSum(counts: Iterable<number>, required: number | null): QuotaSum {
  let sum = 0;
  for (const count of counts) sum += count;
  return { sum, required, difference: required === null ? 0 : sum - required };
}

/**
 * `total` shared out in proportion to the eligible units, by largest remainder (Hamilton), ties to the
 * lower code. Sums to `total` exactly. Nobody gets more than it has, as long as there are `total` units
 * in all; beyond that, what is left over is shared out in the same proportion. Where nobody has a unit,
 * nobody gets any. `total`: a whole number, not negative.
 */
export function suggestQuotas(
  total: number,
  eligible: ReadonlyMap<DivisionCode, number>,
): ReadonlyMap<DivisionCode, number> {
  const counties = [...eligible].sort(([a], [b]) => compareText(a, b));
  const units = counties.reduce((sum, [, count]) => sum + count, 0);
  if (units === 0) return new Map(counties.map(([code]) => [code, 0]));
  // In whole numbers: in floats a remainder that is equal may come out larger.
  const shares = counties.map(([code, count]) => ({
    code,
    quota: Math.floor((total * count) / units),
    remainder: (total * count) % units,
  }));
  const left = total - shares.reduce((sum, { quota }) => sum + quota, 0);
  const first = shares
    .toSorted((a, b) => b.remainder - a.remainder || compareText(a.code, b.code))
    .slice(0, left);
  const luckier = new Set(first.map(({ code }) => code));
  return new Map(shares.map(({ code, quota }) => [code, quota + (luckier.has(code) ? 1 : 0)]));
}
