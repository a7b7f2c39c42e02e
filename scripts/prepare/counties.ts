import { rewind } from '@turf/turf';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { CountyCollection } from '../../src/lib/map/geometry.ts';
import { labelPoint } from './label-point.ts';

type Outline = Polygon | MultiPolygon;

/** `counties.geojson`: every vertex of the source, right-hand rule (RFC 7946 §3.1.6), in code order. */
export function countiesOf(
  source: FeatureCollection<Outline, { readonly code: string; readonly name: string }>,
): CountyCollection {
  const features = source.features.map(({ geometry, properties: { code, name } }) => {
    // `rewind` is typed for any GeoJSON but answers what it was given.
    const wound = rewind(geometry) as Outline;
    return {
      type: 'Feature' as const,
      id: code,
      properties: { code, name, label: labelPoint(wound) },
      geometry: wound,
    };
  });
  return {
    type: 'FeatureCollection',
    features: features.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
