/** What is to be said of the position of a matched unit, and how much it weighs. */
import type { DivisionCode } from '../../domain/division.ts';
import { geometryFault, geometryText } from '../../domain/place-geometry.ts';
import type { PlaceNote } from '../../domain/place-import.ts';
import type { LonLatBounds } from '../../map/projection.ts';
import { geometryFindings } from '../data/check-places.ts';
import { metresBetween } from '../geodata/metres.ts';
import type { PlaceGeometry } from '../geodata/place-feature.ts';
import type { PlaceFault } from '../geodata/place-fault.ts';
import { placeFaults, type PlaceSurroundings } from '../geodata/place-faults.ts';

export interface Weighed {
  readonly severity: 'wrong' | 'doubt' | 'note';
  readonly note: PlaceNote;
}

export interface Ground extends PlaceSurroundings {
  readonly extent: LonLatBounds | undefined;
}

export function weighedFault({ code, severity, values = {}, detail }: PlaceFault): Weighed {
  return { severity, note: { of: 'place', code, values, detail: detail ?? null } };
}

/** Of the place by itself, in WGS-84. What the check of the facts would refuse is wrong here already. */
export function notesOfPlace(
  unit: DivisionCode,
  geometry: PlaceGeometry,
  asWritten: PlaceGeometry,
  ground: Ground,
): readonly Weighed[] {
  const faults = placeFaults({ unit, geometry }, ground, asWritten).map(weighedFault);
  if (faults.some(({ severity }) => severity === 'wrong')) return faults;
  const problem = geometryFault(kept(geometry));
  if (problem) return [...faults, refusal('invalid-geometry', { problem })];
  const [finding] = geometryFindings(kept(geometry), ground.extent);
  if (!finding) return faults;
  switch (finding.problem) {
    case 'swapped':
      return [refusal('far-away', { axes: 'swapped' })];
    case 'far-away':
      return [refusal('far-away', {})];
    default:
      return [...faults, refusal('invalid-geometry', { problem: finding.problem })];
  }
}

function refusal(
  code: 'invalid-geometry' | 'far-away',
  values: Readonly<Record<string, string>>,
): Weighed {
  return { severity: 'wrong', note: { of: 'proposal', code, values } };
}

/** The one type of geometry in two names: of GeoJSON's own, and of a proposal. */
export function kept(geometry: PlaceGeometry) {
  switch (geometry.type) {
    case 'Point':
      return { type: geometry.type, coordinates: geometry.coordinates };
    case 'Polygon':
      return { type: geometry.type, coordinates: geometry.coordinates };
    case 'MultiPolygon':
      return { type: geometry.type, coordinates: geometry.coordinates };
  }
}

/** How it differs from the position on record; `null`: not at all. */
export function notesOfChange(before: PlaceGeometry, after: PlaceGeometry): Weighed | null {
  if (geometryText(kept(before)) === geometryText(kept(after))) return null;
  const note = (
    code: 'moved' | 'outline-for-point' | 'point-for-outline' | 'outline-changed',
    severity: Weighed['severity'],
    values: Readonly<Record<string, string>> = {},
  ): Weighed => ({ severity, note: { of: 'import', code, values } });
  if (before.type === 'Point' && after.type === 'Point') {
    const metres = String(Math.round(metresBetween(before.coordinates, after.coordinates)));
    return note('moved', 'note', { metres });
  }
  if (before.type === 'Point') return note('outline-for-point', 'note');
  // An outline says more than a point: to give it up is for a person to say.
  if (after.type === 'Point') return note('point-for-outline', 'doubt');
  return note('outline-changed', 'note');
}
