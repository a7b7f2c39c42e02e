/**
 * Where in an area a label fits best. A label is about twice as wide as high, so the place sought
 * is the centre of the largest ellipse of that shape, not of the largest circle.
 */
import polylabel from 'polylabel';
import type { GridPoint } from './path.ts';

/** Width of the label against its height. */
const stretch = 1.9;
/** Good enough, in viewBox units. */
const precision = 2;

/** The place, in the units of the rings (outer ring first); `null` for an area without a ring. */
export function labelPlace(rings: readonly (readonly GridPoint[])[]): GridPoint | null {
  if ((rings[0]?.length ?? 0) < 3) return null;
  const squeezed = rings.map((ring) => ring.map(([x, y]): [number, number] => [x / stretch, y]));
  const [x, y] = polylabel(squeezed, precision);
  return [Math.round(x * stretch), Math.round(y)];
}
