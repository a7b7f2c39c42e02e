/** How the quotas of a track stand on a day: those in force, and the units and the target they divide. */
import type { Day } from './date.ts';
import { countyCode, isValidOn, type DivisionCode } from './division.ts';
import type { Knowledge } from './knowledge.ts';
import { requiredCount } from './programme.ts';
import type { Quota } from './status.ts';

/** A quota that is not taken back. */
export type SetQuota = Quota & { readonly count: number };

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
