/**
 * Distances on a plane laid through the place: over the hundred kilometres of a prefecture right to a
 * few metres in a thousand, and a hundred times faster than on the ellipsoid.
 */
import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { LonLat } from '../../map/geometry.ts';

const metresPerDegree = 111_195;

function toSegment(x: number, y: number, bx: number, by: number): number {
  const length = x * x + y * y === 0 && bx * bx + by * by === 0 ? 0 : (bx - x) ** 2 + (by - y) ** 2;
  const along =
    length === 0 ? 0 : Math.min(1, Math.max(0, -(x * (bx - x) + y * (by - y)) / length));
  return Math.hypot(x + along * (bx - x), y + along * (by - y));
}

/** The rings of a polygon or of all the parts of one. */
export function ringsOf({ type, coordinates }: Polygon | MultiPolygon): readonly Position[][] {
  return type === 'Polygon' ? coordinates : coordinates.flat();
}

/**
 * Metres by which a place lies outside an area: 0 inside and on its boundary. A hole is outside; the
 * place in it is as far away as its edge.
 */
export function metresOutside([longitude, latitude]: LonLat, area: Polygon | MultiPolygon): number {
  const east = metresPerDegree * Math.cos((latitude * Math.PI) / 180);
  let [inside, nearest] = [false, Infinity];
  for (const ring of ringsOf(area)) {
    for (let index = 1; index < ring.length; index += 1) {
      const [from, to] = [ring[index - 1], ring[index]];
      const [x, y] = [
        ((from?.[0] ?? NaN) - longitude) * east,
        ((from?.[1] ?? NaN) - latitude) * metresPerDegree,
      ];
      const [bx, by] = [
        ((to?.[0] ?? NaN) - longitude) * east,
        ((to?.[1] ?? NaN) - latitude) * metresPerDegree,
      ];
      nearest = Math.min(nearest, toSegment(x, y, bx, by));
      // Even-odd along the parallel to the east: holes are told without asking which rings they are.
      if (y > 0 !== by > 0 && x + (-y / (by - y)) * (bx - x) > 0) inside = !inside;
    }
  }
  return inside ? 0 : nearest;
}

/** Metres between two positions of one prefecture. */
export function metresBetween([x = NaN, y = NaN]: Position, [u = NaN, v = NaN]: Position): number {
  const east = metresPerDegree * Math.cos((y * Math.PI) / 180);
  return Math.hypot((u - x) * east, (v - y) * metresPerDegree);
}
