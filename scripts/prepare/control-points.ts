/**
 * Places where three or more units meet. Every edition of the boundaries has them, however it was
 * generalised, so they tell whether a later edition lies in another datum (GCJ-02, BD-09).
 */
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { partsOf } from './arcs.ts';

type Outlines = FeatureCollection<Polygon | MultiPolygon, { readonly code: string }>;

export interface ControlPoint {
  readonly longitude: number;
  readonly latitude: number;
  readonly between: readonly string[];
}

/** The meeting places of at least three units of which one is a county, from west to east. */
export function controlPoints(counties: Outlines, neighbours: Outlines): readonly ControlPoint[] {
  const own = new Set(counties.features.map(({ properties }) => properties.code));
  const codesAt = new Map<string, Set<string>>();
  for (const { properties, geometry } of [...counties.features, ...neighbours.features]) {
    for (const [longitude, latitude] of partsOf(geometry).flat(2)) {
      const key = `${longitude},${latitude}`;
      const codes = codesAt.get(key) ?? new Set();
      codesAt.set(key, codes.add(properties.code));
    }
  }
  return [...codesAt]
    .filter(([, codes]) => codes.size >= 3 && [...codes].some((code) => own.has(code)))
    .map(([key, codes]) => {
      const [longitude = NaN, latitude = NaN] = key.split(',').map(Number);
      return { longitude, latitude, between: [...codes].toSorted() };
    })
    .toSorted((a, b) => a.longitude - b.longitude || a.latitude - b.latitude);
}
