/** How far the boundaries reach. */
import type { SiteGeometry } from '../../map/geometry.ts';
import { boundsOf, type LonLatBounds } from '../../map/projection.ts';
import { positionsOf } from './outlines.ts';

const remembered = new WeakMap<SiteGeometry, LonLatBounds>();

/** Bounds of the counties in degrees, CRS84; `undefined` where there is no county. */
export function extentOf(geometry: SiteGeometry): LonLatBounds | undefined {
  if (geometry.counties.features.length === 0) return undefined;
  const known = remembered.get(geometry) ?? work(geometry);
  remembered.set(geometry, known);
  return known;
}

function work({ counties }: SiteGeometry): LonLatBounds {
  const positions = counties.features.flatMap(positionsOf);
  return boundsOf(positions.map(([x = NaN, y = NaN]) => [x, y] as const));
}
