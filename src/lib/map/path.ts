/**
 * Compact SVG path data from polygons: whole viewBox units, relative steps, as few characters as
 * the grammar allows. Every vertex is put on the grid before differences are taken, so that
 * neighbours, which share their vertices, go on sharing their border.
 */
import type { Position, Polygon, MultiPolygon } from 'geojson';
import type { LonLat } from './geometry.ts';

/** A point on the grid: whole viewBox units. */
export type GridPoint = readonly [x: number, y: number];
export type Project = (position: LonLat) => readonly [number, number];

/** Every ring of a polygon or its parts; the first ring of each part is its outer one. */
export function ringsOf(geometry: Polygon | MultiPolygon): readonly (readonly LonLat[])[] {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return parts.flat().map((ring) => ring.map(lonLat));
}

/** Closed path of all rings. Winding does not matter: fill it by the even-odd rule. */
export function areaPath(rings: readonly (readonly LonLat[])[], project: Project): string {
  return rings
    .map((ring) => gridPoints(ring, project))
    .map(([first, ...rest]) => {
      const last = rest.at(-1);
      const isClosed = first && last && first[0] === last[0] && first[1] === last[1];
      const open = isClosed ? rest.slice(0, -1) : rest;
      return first && open.length > 1 ? `${move(first, open)}z` : '';
    })
    .join('');
}

/** Open path of lines, e.g. the border of a neighbour without the edges where its data was cut. */
export function linePath(lines: readonly (readonly LonLat[])[], project: Project): string {
  return lines
    .map((line) => gridPoints(line, project))
    .map(([first, ...rest]) => (first && rest.length > 0 ? move(first, rest) : ''))
    .join('');
}

/** The vertices on the grid, without those that fall on the one before. */
export function gridPoints(positions: readonly LonLat[], project: Project): readonly GridPoint[] {
  const points: GridPoint[] = [];
  for (const position of positions) {
    const [x, y] = project(position);
    const point: GridPoint = [Math.round(x), Math.round(y)];
    const last = points.at(-1);
    if (!last || last[0] !== point[0] || last[1] !== point[1]) points.push(point);
  }
  return points;
}

/** `M` to the first point, then one `l` for all steps; a minus sign is separator enough. */
function move(first: GridPoint, rest: readonly GridPoint[]): string {
  let [x, y] = first;
  let data = `M${x}${separated(y)}l`;
  for (const [nextX, nextY] of rest) {
    const step = `${data.endsWith('l') ? nextX - x : separated(nextX - x)}${separated(nextY - y)}`;
    data += step;
    [x, y] = [nextX, nextY];
  }
  return data;
}

function separated(value: number): string {
  return value < 0 ? String(value) : ` ${value}`;
}

/** RFC 7946 gives a position at least two numbers; the type does not say so. */
function lonLat([longitude = 0, latitude = 0]: Position): LonLat {
  return [longitude, latitude];
}
