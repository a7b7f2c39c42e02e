/**
 * Simplifying the line between a neighbour and the counties so that the neighbour only grows: it
 * then runs beneath the counties, which are drawn on top, and no gap shows between the two.
 */
import type { Position } from 'geojson';

interface Corner {
  readonly position: Position;
  /** Positions dropped since, between this corner and the next. */
  dropped: Position[];
}

/** Twice the signed area of a triangle: positive where `c` lies left of a → b. */
function turn(a: Position, b: Position, c: Position): number {
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  const [cx = 0, cy = 0] = c;
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

function distanceToSegment(a: Position, b: Position, c: Position): number {
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  const [cx = 0, cy = 0] = c;
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((cx - ax) * dx + (cy - ay) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(ax + t * dx - cx, ay + t * dy - cy);
}

/** What taking out a corner costs: the area that changes, or infinity where it must stay. */
function cost(
  before: Corner,
  corner: Corner,
  after: Corner,
  tolerance: number,
  unseen: number,
): number {
  const { position: a } = before;
  const { position: b } = after;
  const area = turn(a, b, corner.position);
  const lost = [...before.dropped, corner.position, ...corner.dropped];
  for (const position of lost) {
    const limit = turn(a, b, position) >= 0 ? tolerance : unseen;
    if (distanceToSegment(a, b, position) > limit) return Infinity;
  }
  return Math.abs(area);
}

/**
 * The line with fewer positions; its ends stay. The unit that grows lies on its left (as the
 * interior of a counter-clockwise ring does). `tolerance`: how far it may grow, `unseen`: how far it
 * may shrink, both in degrees.
 */
export function growLine(
  line: readonly Position[],
  tolerance: number,
  unseen: number,
): readonly Position[] {
  const corners: Corner[] = line.map((position) => ({ position, dropped: [] }));
  for (;;) {
    let best = { index: -1, cost: Infinity };
    for (let index = 1; index < corners.length - 1; index += 1) {
      const [before, corner, after] = [corners[index - 1], corners[index], corners[index + 1]];
      if (!before || !corner || !after) continue;
      const price = cost(before, corner, after, tolerance, unseen);
      if (price < best.cost) best = { index, cost: price };
    }
    const [before, corner] = [corners[best.index - 1], corners[best.index]];
    if (!before || !corner) return corners.map(({ position }) => position);
    before.dropped.push(corner.position, ...corner.dropped);
    corners.splice(best.index, 1);
  }
}
