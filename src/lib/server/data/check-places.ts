/** Places of the log: of a township or village, drawn soundly, and somewhere near the prefecture. */
import type { Position } from 'geojson';
import type { PlaceGeometry } from '../../domain/place-geometry.ts';
import type { Place } from '../../domain/status.ts';
import type { LonLatBounds } from '../../map/projection.ts';
import { strayFinding } from './check-coordinates.ts';
import { ringFindings, type RingProblem } from './check-rings.ts';
import { pointer, quote, say, type Finding } from './fault.ts';
import { noun, otherLevel, unknownDivision, type Known } from './log-references.ts';
import { duplicateIds, unknownId } from './references.ts';

/** Beyond this a position is wrong, whatever the boundaries are worth. In kilometres. */
const nearby = 50;
const kilometresPerDegree = 111.32;

/** Every fault of the places by themselves and against what they name. */
export function checkPlaces(
  places: readonly Place[],
  known: Known,
  extent?: LonLatBounds,
): readonly Finding[] {
  return [
    ...duplicateIds(places, ['places']),
    ...places.flatMap((place, index) => [
      ...referenceFindings(place, index, known),
      ...geometryFindings(place.geometry, extent).map(({ keys, what, expected }) => ({
        place: pointer(['places', index, ...keys]),
        what,
        expected,
      })),
    ]),
  ];
}

function referenceFindings(place: Place, index: number, known: Known): readonly Finding[] {
  const at = (key: string): string => pointer(['places', index, key]);
  const sources = unknownId(place.source, known.sources, at('source'), noun.source);
  const unit = known.divisions.get(place.division);
  if (!unit) return [...sources, unknownDivision(place.division, at('division'))];
  if (unit.level === 'township' || unit.level === 'village') return sources;
  return [...sources, otherLevel(unit, ['township', 'village'], at('division'))];
}

/** What is wrong with a geometry: where in it, and what. `problem` as a proposal is told it. */
export interface GeometryFinding extends Omit<Finding, 'place'> {
  readonly problem: 'swapped' | 'far-away' | RingProblem;
  readonly keys: readonly (string | number)[];
}

/** The first stray position of a geometry; where there is none, what is wrong with its rings. */
export function geometryFindings(
  geometry: PlaceGeometry | null,
  extent?: LonLatBounds,
): readonly GeometryFinding[] {
  if (geometry === null) return [];
  const positions = positionsOfPlace(geometry);
  const abroad = strayFinding(positions);
  if (abroad) {
    const { isSwapped, ...finding } = abroad;
    return [{ problem: isSwapped ? 'swapped' : 'far-away', keys: ['geometry'], ...finding }];
  }
  const far = extent && farFinding(positions, extent);
  if (far) return [{ problem: 'far-away', keys: ['geometry'], ...far }];
  if (geometry.type === 'Point' || sound.has(geometry)) return [];
  const findings = ringFindings(geometry);
  if (findings.length === 0) sound.add(geometry);
  return findings;
}

/** Outlines without a fault, as long as they are kept: to look for a crossing takes long. */
const sound = new WeakSet<PlaceGeometry>();

/** Takes over what another process found: `geometryFindings` found no fault in the rings of this outline. */
export function takeAsSound(outline: PlaceGeometry): void {
  sound.add(outline);
}

function positionsOfPlace(geometry: PlaceGeometry): readonly Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'Polygon':
      return geometry.coordinates.flat();
    case 'MultiPolygon':
      return geometry.coordinates.flat(2);
  }
}

function farFinding(
  positions: readonly Position[],
  [west, south, east, north]: LonLatBounds,
): Omit<Finding, 'place'> | undefined {
  const high = nearby / kilometresPerDegree;
  // Degrees of longitude are shortest in the north: there, the margin is widest.
  const wide = high / Math.cos((north * Math.PI) / 180);
  const far = positions.find(
    ([x = NaN, y = NaN]) =>
      !(x >= west - wide && x <= east + wide && y >= south - high && y <= north + high),
  );
  if (!far) return undefined;
  return {
    what: say(
      `坐标 ${quote(far)} 距边界范围超过 ${nearby} 公里`,
      `the position ${quote(far)} is more than ${nearby} km from the boundaries`,
    ),
    expected: say('本市范围内的位置', 'a position of the prefecture'),
  };
}
