/** The counties' outlines by code, as places are held against them. */
import type { MultiPolygon, Polygon } from 'geojson';
import type { SiteGeometry } from '../../map/geometry.ts';

/** In WGS-84, by six-digit code; a reporting unit without an outline of its own is not in it. */
export function countyAreas({
  counties,
}: SiteGeometry): ReadonlyMap<string, Polygon | MultiPolygon> {
  return new Map(counties.features.map(({ properties, geometry }) => [properties.code, geometry]));
}
