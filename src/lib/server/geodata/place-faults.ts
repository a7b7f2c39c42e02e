/**
 * What is in doubt, or wrong, with the places of units. A place outside its county is in doubt, never
 * dropped: the stored boundaries are generalised (median 148 m, 95 % within 729 m of another edition,
 * FACTS "Geometry"), so that only a person can say who is right.
 */
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { countyCode, levelOfCode, type DivisionCode } from '../../domain/division.ts';
import type { LonLat } from '../../map/geometry.ts';
import { metresOutside, ringsOf } from './metres.ts';
import type { PlaceFault } from './place-fault.ts';
import type { PlaceGeometry, Values } from './place-feature.ts';
import { polygonFaults } from './polygon-faults.ts';
import type { CountyAreas } from './find-datum.ts';

/** The place of a unit, in WGS-84. */
export interface Place {
  readonly unit: DivisionCode;
  readonly geometry: PlaceGeometry;
}

export interface PlaceSurroundings {
  /** By six-digit code; a reporting unit without an outline of its own (131071) is not in it. */
  readonly counties: CountyAreas;
  /** Outlines of townships imported so far, by nine-digit code. */
  readonly townships: ReadonlyMap<DivisionCode, Polygon | MultiPolygon>;
}

/** Metres: beyond what the generalised boundary explains in 95 of 100 places, rounded up. */
export const countyTolerance = 1000;
/** Metres: an imported outline is as drawn, and a village's point is somewhere among its houses. */
export const townshipTolerance = 100;
/** Three decimals are 111 m; two, 1.1 km, are a map sheet and not a place. */
const leastDecimals = 3;

function decimalsOf(value: number): number {
  return /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
}

function isFinite([x = NaN, y = NaN]: Position): boolean {
  return Number.isFinite(x) && Number.isFinite(y);
}

function positionsOf(geometry: PlaceGeometry): readonly Position[] {
  return geometry.type === 'Point' ? [geometry.coordinates] : ringsOf(geometry).flat();
}

/** The position farthest outside, and how far; positions after it are of no account. */
function farthestOutside(
  positions: readonly Position[],
  area: Polygon | MultiPolygon,
): { readonly position: LonLat; readonly metres: number } {
  let [farthest, position]: [number, LonLat] = [0, [NaN, NaN]];
  for (const [x = NaN, y = NaN] of positions) {
    const metres = metresOutside([x, y], area);
    if (metres > farthest) [farthest, position] = [metres, [x, y]];
  }
  return { position, metres: Math.round(farthest) };
}

/** Whether it lies in China with its axes exchanged, and nowhere near it as it is. */
function isSwapped([x = NaN, y = NaN]: Position): boolean {
  return x > 3 && x < 54 && y > 73 && y < 136;
}

function countyFaults(place: Place, { counties }: PlaceSurroundings): readonly PlaceFault[] {
  const positions = positionsOf(place.geometry);
  const code = countyCode(place.unit);
  const own = counties.get(code);
  const [[x = NaN, y = NaN] = []] = positions;
  const at = own
    ? farthestOutside(positions, own)
    : { position: [x, y] as const, metres: Infinity };
  if (at.metres <= countyTolerance) return [];
  const others = [...counties].map(([county, area]) => ({
    county,
    metres: Math.round(metresOutside(at.position, area)),
  }));
  const nearest = others.toSorted((a, b) => a.metres - b.metres)[0];
  if (nearest && nearest.metres > countyTolerance) {
    const values = { metres: String(nearest.metres) };
    return [{ code: 'outside-prefecture', severity: 'doubt', values }];
  }
  // Of a unit whose county has no outline nothing more can be told.
  if (!own) return [];
  const values: Values = {
    county: code,
    metres: String(at.metres),
    ...(nearest?.metres === 0 && { inside: nearest.county }),
  };
  return [{ code: 'outside-county', severity: 'doubt', values }];
}

function townshipFaults(
  { unit, geometry }: Place,
  { townships }: PlaceSurroundings,
): readonly PlaceFault[] {
  const code = unit.slice(0, 9);
  const area = townships.get(code);
  // Its own outline says nothing about an outline.
  if (!area || geometry.type !== 'Point') return [];
  const { metres } = farthestOutside([geometry.coordinates], area);
  if (metres <= townshipTolerance) return [];
  const values = { township: code, metres: String(metres) };
  return [{ code: 'outside-township', severity: 'doubt', values }];
}

function precisionFaults(geometry: PlaceGeometry): readonly PlaceFault[] {
  if (geometry.type !== 'Point') return [];
  const decimals = Math.max(...geometry.coordinates.map(decimalsOf));
  if (decimals >= leastDecimals) return [];
  const values = {
    decimals: String(decimals),
    metres: String(Math.round(111_195 / 10 ** decimals)),
  };
  return [{ code: 'low-precision', severity: 'note', values }];
}

/**
 * What is to be said of the place of one unit by itself. Give it as it stood in the file where that
 * matters: a conversion of datum adds decimals that nobody measured.
 */
export function placeFaults(
  place: Place,
  surroundings: PlaceSurroundings,
  asWritten: PlaceGeometry = place.geometry,
): readonly PlaceFault[] {
  const { geometry, unit } = place;
  const positions = positionsOf(geometry);
  if (positions.length === 0 || !positions.every(isFinite))
    return [{ code: 'not-finite', severity: 'wrong' }];
  if (positions.every(isSwapped)) return [{ code: 'axes-swapped', severity: 'wrong' }];
  if (geometry.type !== 'Point') {
    if (levelOfCode(unit) === 'village') return [{ code: 'village-polygon', severity: 'wrong' }];
    const faults = polygonFaults(geometry);
    if (faults.length > 0) return faults;
  }
  return [
    ...countyFaults(place, surroundings),
    ...townshipFaults(place, surroundings),
    ...precisionFaults(asWritten),
  ];
}
