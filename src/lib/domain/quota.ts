/** Quotas 分解任务: each county's part of a township or village target, and how one is proposed. */
import { intervalOf, type Day, type DayInterval } from './date.ts';
import { countyCode, isValidOn, type DivisionCode } from './division.ts';
import { isKnownBy } from './fold.ts';
import type { Knowledge } from './knowledge.ts';
import { compareFacts, compareText } from './order.ts';
import { requiredCount } from './programme.ts';
import type { Quota } from './status.ts';

/** A quota that is not taken back. */
export type SetQuota = Quota & { readonly count: number };

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

/**
 * The quotas of a track in force on `at`, by county: each from the end of its effective interval until a
 * later one about the same county replaces it, as with statements (DESIGN §4). One without a count
 * leaves the county without.
 */
export function quotasOf(
  knowledge: Knowledge,
  trackId: string,
  at: Day,
): ReadonlyMap<DivisionCode, SetQuota> {
  const inForce = new Map<DivisionCode, SetQuota>();
  for (const { quota, effective } of knowledge.tracks.get(trackId)?.quotas ?? []) {
    if (effective.end > at) continue;
    if (isSet(quota)) inForce.set(quota.division, quota);
    else inForce.delete(quota.division);
  }
  return inForce;
}

function isSet(quota: Quota): quota is SetQuota {
  return quota.count !== null;
}

/** By county-level code: how many units of the track there are on `at` to choose from. */
export function eligibleUnits(
  knowledge: Knowledge,
  trackId: string,
  at: Day,
): ReadonlyMap<DivisionCode, number> {
  const counts = new Map<DivisionCode, number>();
  for (const unit of knowledge.tracks.get(trackId)?.units ?? []) {
    if (!isValidOn(unit, at)) continue;
    const county = countyCode(unit.code);
    counts.set(county, (counts.get(county) ?? 0) + 1);
  }
  return counts;
}

/** The target whose parts the quotas of a track are, and the number it asks for on `at`; `null`: none. */
export function quotaTarget(
  knowledge: Knowledge,
  trackId: string,
  at: Day,
): { readonly target: string; readonly required: number } | null {
  const target = knowledge.programme.targets.find(({ track }) => track === trackId);
  if (!target) return null;
  let units = 0;
  for (const count of eligibleUnits(knowledge, trackId, at).values()) units += count;
  return { target: target.id, required: requiredCount(target, units) };
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
