/**
 * From which zoom positions can be told apart on the screen: a pure decision from how densely they
 * lie. Zoom levels are MapLibre's: the world is 512 px wide at zoom 0.
 */
import type { LonLat } from './geometry.ts';
import { toMercator, type MercatorPoint } from './projection.ts';

const worldSize = 512;

/** Width of a unit's symbol in CSS px, with the gap that keeps two of them apart. */
export const symbolWidth = 16;

/** A square area of at least this many CSS px can be seen as one. */
const areaWidth = 24;

/**
 * The share that must be told apart. Of the rest some lie on one spot, a township's seat and its
 * village; waiting for those would hide all the others for ever.
 */
const share = 0.9;

/**
 * The zoom at which the nearest neighbour of nine positions in ten lies at least a symbol's width
 * away. 0 where there are fewer than two: one symbol overlaps nothing. At most `highest`, so that
 * the points come into sight at all.
 */
export function zoomToTellApart(positions: readonly LonLat[], highest: number): number {
  const points = positions.map(toMercator);
  return zoomOf(nearestDistances(points), symbolWidth, highest);
}

/** The zoom at which nine areas in ten are wide enough to be seen; `areas`: their rings, outer first. */
export function zoomToSeeAreas(areas: readonly (readonly LonLat[])[], highest: number): number {
  return zoomOf(areas.map(widthOf), areaWidth, highest);
}

function zoomOf(lengths: readonly number[], pixels: number, highest: number): number {
  const finite = lengths.filter((length) => Number.isFinite(length)).sort((a, b) => a - b);
  const least = finite[Math.floor(finite.length * (1 - share))];
  if (least === undefined) return 0;
  const zoom = Math.log2(pixels / worldSize / least);
  return Math.min(highest, Math.max(0, zoom));
}

/**
 * Of each point, how far the nearest other one is, in widths of the world; `Infinity` where it is
 * alone. Sorted from west to east, only those are compared that could be nearer than the nearest found.
 */
function nearestDistances(points: readonly MercatorPoint[]): readonly number[] {
  const sorted = [...points].sort(([a], [b]) => a - b);
  return sorted.map(([x, y], index) => {
    let nearest = Infinity;
    for (const step of [-1, 1]) {
      for (let at = index + step; at >= 0 && at < sorted.length; at += step) {
        const [otherX = 0, otherY = 0] = sorted[at] ?? [];
        if (Math.abs(otherX - x) >= nearest) break;
        nearest = Math.min(nearest, Math.hypot(otherX - x, otherY - y));
      }
    }
    return nearest;
  });
}

/** Side of the square as large as the ring, in widths of the world. */
function widthOf(ring: readonly LonLat[]): number {
  const points = ring.map(toMercator);
  const [originX = 0, originY = 0] = points[0] ?? [];
  let twice = 0;
  for (let index = 1; index < points.length; index += 1) {
    const [x1 = 0, y1 = 0] = points[index - 1] ?? [];
    const [x2 = 0, y2 = 0] = points[index] ?? [];
    // Measured from the first position: the figures are small beside their distance from 0.
    twice += (x1 - originX) * (y2 - originY) - (x2 - originX) * (y1 - originY);
  }
  return Math.sqrt(Math.abs(twice) / 2);
}
