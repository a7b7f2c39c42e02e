/** What is wrong with the rings of one outline: the checks of the map's own boundaries, on an import. */
import type { MultiPolygon, Polygon } from 'geojson';
import { checkRings } from '../data/check-rings.ts';
import type { PlaceFault } from './place-fault.ts';

/** Crossings, open or too short rings, holes outside, parts one over the other; each ends all use of it. */
export function polygonFaults(geometry: Polygon | MultiPolygon): readonly PlaceFault[] {
  const outline = { type: 'Feature', properties: { code: '', name: '' }, geometry } as const;
  return checkRings([outline]).map(({ what }) => ({
    code: 'ring',
    severity: 'wrong',
    detail: what,
  }));
}
