/** Positions 位置 of townships and villages: where each lies, as far as anybody has said. */
import type { Day } from './date.ts';
import type { DivisionCode } from './division.ts';
import { isKnownBy } from './fold.ts';
import { compareText } from './order.ts';
import type { PlaceGeometry } from './place-geometry.ts';
import type { Place } from './status.ts';

/** A place that is not taken back. */
export type LocatedPlace = Place & { readonly geometry: PlaceGeometry };

/**
 * The position of every unit that has one, as known at `knownAt`. The last recorded holds (at one
 * instant, the higher id); one without a geometry takes the position back. A unit lies where it lies:
 * there is no effective date to ask for.
 */
export function placesKnown(
  places: readonly Place[],
  knownAt?: Day,
): ReadonlyMap<DivisionCode, LocatedPlace> {
  const latest = new Map<DivisionCode, Place>();
  for (const place of places) {
    if (!isKnownBy(place.recordedAt, knownAt)) continue;
    const other = latest.get(place.division);
    if (!other || compareRecords(other, place) < 0) latest.set(place.division, place);
  }
  const located = new Map<DivisionCode, LocatedPlace>();
  for (const [code, place] of latest) if (isLocated(place)) located.set(code, place);
  return located;
}

function isLocated(place: Place): place is LocatedPlace {
  return place.geometry !== null;
}

function compareRecords(a: Place, b: Place): number {
  return Date.parse(a.recordedAt) - Date.parse(b.recordedAt) || compareText(a.id, b.id);
}
