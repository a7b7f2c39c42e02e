/** Rings of one outline: closed, long enough, wound by the right-hand rule, without a crossing. */
import { booleanClockwise, booleanPointInPolygon, kinks } from '@turf/turf';
import type { Position } from 'geojson';
import { pointer, quote, say, type Finding } from './fault.ts';
import { ringsOf, type Outline, type RingAt } from './outlines.ts';

/** Of one ring by itself, of its course, or of the rings of an outline among each other. */
export type RingProblem = 'ring' | 'crossing' | 'ring-winding' | 'parts';

interface RingFinding extends Omit<Finding, 'place'> {
  readonly problem: RingProblem;
  /** The path to the ring inside its feature. */
  readonly keys: readonly (string | number)[];
}

type Told = Omit<RingFinding, 'keys'>;

const keyOf = (position: Position): string => `${position[0]},${position[1]}`;

/** The whole of 廊坊 has 974. Beyond this a page is too heavy to send, and the checks take minutes. */
const mostPositions = 5000;

function shapeFinding({ ring }: RingAt): Told | undefined {
  if (ring.length > mostPositions) {
    return {
      problem: 'ring',
      what: say(`环有 ${ring.length} 个点`, `the ring has ${ring.length} positions`),
      expected: say(
        `概化到不超过 ${mostPositions} 个点`,
        `at most ${mostPositions}, simplified for a map of this size`,
      ),
    };
  }
  if (ring.length < 4) {
    return {
      problem: 'ring',
      what: say(`环只有 ${ring.length} 个点`, `the ring has ${ring.length} positions`),
      expected: say('至少 4 个点（RFC 7946 §3.1.6）', 'at least 4 positions (RFC 7946 §3.1.6)'),
    };
  }
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last || keyOf(first) !== keyOf(last)) {
    return {
      problem: 'ring',
      what: say('环没有闭合', 'the ring is not closed'),
      expected: say(`以起点 ${quote(first)} 结束`, `its first position ${quote(first)} at its end`),
    };
  }
  return undefined;
}

function touchingPosition(ring: readonly Position[]): Position | undefined {
  const seen = new Set<string>();
  return ring.slice(1).find((position) => {
    const key = keyOf(position);
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}

function courseFinding({ ring, isHole }: RingAt): Told | undefined {
  const positions = [...ring];
  // A crossing between two positions, or, at a common position, what `kinks` does not see.
  const crossing =
    kinks({ type: 'Polygon', coordinates: [positions] }).features[0]?.geometry.coordinates ??
    touchingPosition(ring);
  if (crossing) {
    return {
      problem: 'crossing',
      what: say(
        `边界在 ${quote(crossing)} 处自相交`,
        `the ring crosses itself at ${quote(crossing)}`,
      ),
      expected: say('不自相交的环', 'a ring without a crossing'),
    };
  }
  if (booleanClockwise(positions) === isHole) return undefined;
  return {
    problem: 'ring-winding',
    what: isHole
      ? say('内环为逆时针方向', 'the hole is wound counter-clockwise')
      : say('外环为顺时针方向', 'the outer ring is wound clockwise'),
    expected: isHole
      ? say('内环顺时针（RFC 7946 §3.1.6）', 'holes clockwise (RFC 7946 §3.1.6)')
      : say('外环逆时针（RFC 7946 §3.1.6）', 'outer rings counter-clockwise (RFC 7946 §3.1.6)'),
  };
}

/** A hole outside its outer ring, or two parts of a county one over the other. */
function partFindings(rings: readonly RingAt[]): readonly RingFinding[] {
  const outers = rings.filter(({ isHole }) => !isHole);
  let outer: RingAt | undefined;
  return rings.flatMap((ringAt): readonly RingFinding[] => {
    const { keys } = ringAt;
    if (!ringAt.isHole) {
      outer = ringAt;
      const over = outers.find((other) => other !== ringAt && isWithin(ringAt.ring, other.ring));
      if (!over) return [];
      const what = say('这一部分与另一部分重叠', 'this part lies over another one');
      return [
        { problem: 'parts', keys, what, expected: say('互不重叠的各部分', 'parts that lie apart') },
      ];
    }
    if (outer && isWithin(ringAt.ring, outer.ring)) return [];
    const what = say('内环不在外环以内', 'the hole lies outside its outer ring');
    return [
      {
        problem: 'parts',
        keys,
        what,
        expected: say('外环以内的内环', 'a hole inside the outer ring'),
      },
    ];
  });
}

function isWithin(inner: readonly Position[], outer: readonly Position[]): boolean {
  const shape = { type: 'Polygon' as const, coordinates: [[...outer]] };
  return inner.every((position) => booleanPointInPolygon(position, shape));
}

/** The first fault of every ring; where there is none, of the rings among each other. */
export function ringFindings(geometry: Outline['geometry']): readonly RingFinding[] {
  const rings = ringsOf({ geometry });
  const findings = rings.flatMap((ringAt) => {
    const finding = shapeFinding(ringAt) ?? courseFinding(ringAt);
    return finding ? { keys: ringAt.keys, ...finding } : [];
  });
  return findings.length > 0 ? findings : partFindings(rings);
}

/** The findings of every outline of a layer. */
export function checkRings(outlines: readonly Outline[]): readonly Finding[] {
  return outlines.flatMap(({ geometry }, index) =>
    ringFindings(geometry).map(({ keys, what, expected }) => ({
      place: pointer(['features', index, ...keys]),
      what,
      expected,
    })),
  );
}
