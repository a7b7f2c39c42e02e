/**
 * Polygons that share boundaries, taken apart into arcs: runs of a ring with the same unit on the
 * other side. Simplified once per arc and put together again, neighbours keep one common line.
 */
import type { MultiPolygon, Polygon, Position } from 'geojson';

export interface Unit {
  readonly code: string;
  readonly geometry: Polygon | MultiPolygon;
}

/**
 * Answers a simplified line with the same first and last position. The unit whose ring is walked
 * lies on the line's left if it is wound by the right-hand rule; `across` lies on the other side.
 */
export type SimplifyArc = (
  line: readonly Position[],
  across: string | undefined,
) => readonly Position[];

const keyOf = (position: Position): string => `${position[0]},${position[1]}`;

function edgeKey(a: Position, b: Position): string {
  const [left, right] = [keyOf(a), keyOf(b)];
  return left < right ? `${left} ${right}` : `${right} ${left}`;
}

export function partsOf(geometry: Polygon | MultiPolygon): readonly (readonly Position[][])[] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

function codesByEdge(units: readonly Unit[]): ReadonlyMap<string, readonly string[]> {
  const codes = new Map<string, string[]>();
  for (const unit of units) {
    for (const ring of partsOf(unit.geometry).flat()) {
      ring.slice(1).forEach((position, index) => {
        const key = edgeKey(ring[index] ?? position, position);
        const known = codes.get(key);
        if (known) known.push(unit.code);
        else codes.set(key, [unit.code]);
      });
    }
  }
  return codes;
}

/**
 * The line simplified from its smaller end, whichever way it came: two neighbours that walk it in
 * opposite directions get the very same positions.
 */
export function inCanonicalDirection(
  line: readonly Position[],
  simplify: (line: readonly Position[]) => readonly Position[],
): readonly Position[] {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || keyOf(first) <= keyOf(last)) return simplify(line);
  return simplify(line.toReversed()).toReversed();
}

function simplifyRing(
  ring: readonly Position[],
  acrossOf: (a: Position, b: Position) => string | undefined,
  simplify: SimplifyArc,
): Position[] {
  const open = ring.slice(0, -1);
  const at = (index: number): Position => open[index % open.length] ?? [];
  const across = open.map((_, index) => acrossOf(at(index), at(index + 1)));
  // Where the unit across changes, an arc begins. A ring with one neighbour has no such place.
  const starts = across.flatMap((code, index) => (code === across.at(index - 1) ? [] : [index]));
  if (starts.length === 0) {
    const smallest = open.reduce((best, p, i) => (keyOf(p) < keyOf(at(best)) ? i : best), 0);
    starts.push(smallest);
  }
  const arcs = starts.map((start, index) => {
    const end = starts[index + 1] ?? (starts[0] ?? 0) + open.length;
    const line = Array.from({ length: end - start + 1 }, (_, step) => at(start + step));
    return simplify(line, across[start % open.length]);
  });
  const positions = arcs.flatMap((arc) => arc.slice(0, -1));
  const first = positions[0];
  return first ? [...positions, first] : [];
}

/**
 * `units` with every arc simplified. `others` only say what lies across. Rings that fall below a
 * triangle are dropped.
 */
export function simplifyArcs(
  units: readonly Unit[],
  others: readonly Unit[],
  simplify: SimplifyArc,
): readonly Unit[] {
  const codes = codesByEdge([...units, ...others]);
  return units.map((unit) => {
    const acrossOf = (a: Position, b: Position): string | undefined =>
      codes.get(edgeKey(a, b))?.find((code) => code !== unit.code);
    const parts = partsOf(unit.geometry)
      .map((part) =>
        part
          .map((ring) => simplifyRing(ring, acrossOf, simplify))
          .filter((ring) => ring.length >= 4),
      )
      .filter((part) => part.length > 0);
    return { code: unit.code, geometry: { type: 'MultiPolygon', coordinates: parts } };
  });
}
