/** What stood before a record of the log, as long as none has come after it. */
import type { Day } from './date.ts';
import { intervalOf } from './date.ts';
import { compareFacts, compareText } from './order.ts';
import type { PlaceGeometry } from './place-geometry.ts';
import type { Place, Quota, Reporting } from './status.ts';

/** What stood before; `changed`: a later record has taken the place of this one. */
export type StoodBefore<Value> =
  { readonly status: 'changed' } | (Value & { readonly status: 'stood' });

const changed = { status: 'changed' } as const;

/** The day the division itself had reported on the track before; `null`: none. */
export function stoodBeforeReport(
  reports: readonly Reporting[],
  report: Reporting,
): StoodBefore<{ readonly completeTo: Day | null }> {
  // The last recorded holds; of those of one instant, the last in the log (knowledge.ts).
  const ofUnit = reports
    .filter(({ division, track }) => division === report.division && track === report.track)
    .toSorted((a, b) => Date.parse(a.recordedAt) - Date.parse(b.recordedAt));
  if (ofUnit.at(-1) !== report) return changed;
  return { status: 'stood', completeTo: ofUnit.at(-2)?.completeTo ?? null };
}

/**
 * What the county was asked for, from the day of the quota on, before it was set; `null`: nothing. One
 * recorded later, with effect from whichever day, is a change since.
 */
export function stoodBeforeQuota(
  quotas: readonly Quota[],
  quota: Quota,
): StoodBefore<{ readonly count: number | null }> {
  const others = quotas.filter(
    (other) =>
      other.division === quota.division && other.track === quota.track && other.id !== quota.id,
  );
  if (others.some((other) => isLater(other, quota))) return changed;
  const effective = intervalOf(quota.effective);
  if (!effective) return changed;
  const before = others
    .flatMap((other) => {
      const interval = intervalOf(other.effective);
      return interval ? [{ other, interval }] : [];
    })
    .filter(({ other, interval }) => compareFacts(interval, other, effective, quota) < 0)
    .toSorted((a, b) => compareFacts(a.interval, a.other, b.interval, b.other))
    .at(-1);
  return { status: 'stood', count: before?.other.count ?? null };
}

/** Answers where the unit of a place lay before; `null`: nowhere known. Indexed once, for thousands. */
export function stoodBeforePlace(
  places: readonly Place[],
): (place: Place) => StoodBefore<{ readonly geometry: PlaceGeometry | null }> {
  const byUnit = Map.groupBy(places, ({ division }) => division);
  return (place) => {
    const ofUnit = (byUnit.get(place.division) ?? []).toSorted((a, b) => (isLater(a, b) ? 1 : -1));
    if (ofUnit.at(-1)?.id !== place.id) return changed;
    return { status: 'stood', geometry: ofUnit.at(-2)?.geometry ?? null };
  };
}

interface Recorded {
  readonly id: string;
  readonly recordedAt: string;
}

/** The last recorded holds; at one instant, the higher id. */
function isLater(a: Recorded, b: Recorded): boolean {
  const distance = Date.parse(a.recordedAt) - Date.parse(b.recordedAt);
  return distance > 0 || (distance === 0 && compareText(a.id, b.id) > 0);
}
