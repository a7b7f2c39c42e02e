/** A position as the map draws it: the point of its symbol, and its outlines where it has any. */
import type { PlaceGeometry } from '../domain/place-geometry.ts';
import type { LonLat } from './geometry.ts';

type Rings = readonly (readonly LonLat[])[];

/** `area`: the rings of each part, outer first; `null`: it is a point. */
export interface DrawnPlace {
  readonly point: LonLat;
  readonly area: readonly Rings[] | null;
}

export function drawnPlace(geometry: PlaceGeometry): DrawnPlace {
  if (geometry.type === 'Point') return { point: position(geometry.coordinates), area: null };
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const area = parts.map((rings) => rings.map((ring) => ring.map(position)));
  const outers = area.flatMap(([outer]) => (outer ? [outer] : []));
  const largest = outers.reduce<readonly LonLat[]>(
    (best, ring) => (Math.abs(twiceArea(ring)) > Math.abs(twiceArea(best)) ? ring : best),
    outers[0] ?? [],
  );
  return { point: centroid(largest), area };
}

/** Five decimals of a degree are a metre: finer than a screen shows. */
function position([longitude = 0, latitude = 0]: readonly number[]): LonLat {
  return [Math.round(longitude * 1e5) / 1e5, Math.round(latitude * 1e5) / 1e5];
}

function twiceArea(ring: readonly LonLat[]): number {
  return edges(ring).reduce((sum, { cross }) => sum + cross, 0);
}

/** Of a ring without an area its first position. Degrees are near enough to a plane over one township. */
function centroid(ring: readonly LonLat[]): LonLat {
  const [originX, originY] = ring[0] ?? [0, 0];
  const area = twiceArea(ring);
  if (area === 0) return [originX, originY];
  let [x, y] = [0, 0];
  for (const { from, to, cross } of edges(ring)) {
    x += (from[0] + to[0]) * cross;
    y += (from[1] + to[1]) * cross;
  }
  return position([originX + x / (3 * area), originY + y / (3 * area)]);
}

/** Each edge measured from the first position of the ring, with its cross product. */
function edges(ring: readonly LonLat[]) {
  const [originX, originY] = ring[0] ?? [0, 0];
  const local = ring.map(([x, y]): LonLat => [x - originX, y - originY]);
  return local.slice(1).map((to, index) => {
    const from = local[index] ?? to;
    return { from, to, cross: from[0] * to[1] - to[0] * from[1] };
  });
}
