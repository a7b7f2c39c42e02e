import type { Position } from 'geojson';

/**
 * Which way a closed ring runs: twice its area in square degrees, positive counter-clockwise, negative
 * clockwise, zero for one that encloses nothing.
 */
export function ringTurn(ring: readonly Position[]): number {
  const [originX = 0, originY = 0] = ring[0] ?? [];
  let sum = 0;
  for (let index = 1; index < ring.length; index += 1) {
    const [[x = 0, y = 0], [nextX = 0, nextY = 0]] = [ring[index - 1] ?? [], ring[index] ?? []];
    // From the first corner, not from the equator: small rings would drown in rounding.
    sum += (x - originX) * (nextY - originY) - (nextX - originX) * (y - originY);
  }
  return sum;
}
