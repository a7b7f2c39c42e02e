/**
 * The borders of the neighbours as lines. Their polygons are cut at the edge of the view; that edge
 * is no border and must not be drawn. A border that two neighbours share is drawn once.
 */
import type { ContextCollection, LonLat } from './geometry.ts';
import { ringsOf } from './path.ts';
import { boundsOf } from './projection.ts';

export interface BorderLines {
  readonly code: string;
  readonly isApproximate: boolean;
  readonly lines: readonly (readonly LonLat[])[];
}

/** For every neighbour its lines, in degrees; none twice. */
export function borderLines(context: ContextCollection): readonly BorderLines[] {
  const rings = new Map(
    context.features.map(({ properties, geometry }) => [properties.code, ringsOf(geometry)]),
  );
  const cut = boundsOf([...rings.values()].flat(2));
  const drawn = new Set<string>();
  const isBorder = (from: LonLat, to: LonLat): boolean => {
    const key = [from.join(), to.join()].sort().join(' ');
    if (isOnEdge(cut, from, to) || drawn.has(key)) return false;
    drawn.add(key);
    return true;
  };
  // An approximate outline (雄安) lies inside a real neighbour: the real borders come first.
  const ordered = [...context.features].sort(
    (a, b) => Number(a.properties.approximate) - Number(b.properties.approximate),
  );
  return ordered.map(({ properties: { code, approximate } }) => ({
    code,
    isApproximate: approximate,
    lines: (rings.get(code) ?? []).flatMap((ring) => runs(ring, isBorder)),
  }));
}

/** The longest stretches of a ring whose every segment is wanted. */
function runs(
  ring: readonly LonLat[],
  isWanted: (from: LonLat, to: LonLat) => boolean,
): LonLat[][] {
  const lines: LonLat[][] = [];
  let line: LonLat[] = [];
  ring.forEach((to, index) => {
    const from = ring[index - 1];
    if (!from) return;
    if (!isWanted(from, to)) {
      line = [];
      return;
    }
    if (line.length === 0) lines.push((line = [from]));
    line.push(to);
  });
  return lines;
}

function isOnEdge(
  [west, south, east, north]: ReturnType<typeof boundsOf>,
  from: LonLat,
  to: LonLat,
): boolean {
  const isBoth = (axis: 0 | 1, value: number): boolean =>
    from[axis] === value && to[axis] === value;
  return isBoth(0, west) || isBoth(0, east) || isBoth(1, south) || isBoth(1, north);
}
