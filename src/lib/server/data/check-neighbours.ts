/**
 * Overlaps and gaps between counties. Boundaries that two counties share should be the same
 * positions in both; then both areas below are zero, as they are in the data of 廊坊.
 */
import { area, bbox, difference, featureCollection, intersect, polygon, union } from '@turf/turf';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { pointer, quote, say, type Finding } from './fault.ts';
import { positionsOf, type Outline } from './outlines.ts';

/**
 * Square metres: 1 ha. Rounding to four decimals (5 m) moves a position of one county on a straight
 * edge of the other by so much over 4 km; on the screen it is three pixels at zoom 11. Anything
 * larger comes from two editions being mixed.
 */
export const sliverTolerance = 10_000;

/**
 * Square metres: 1 km². The neighbours are simplified by some 400 m, so that where a gap runs out to
 * the edge of the prefecture its mouth may be theirs; a county off its place leaves far more.
 */
export const mouthTolerance = 1_000_000;

type Box = readonly number[];

function boxesMeet(a: Box, b: Box): boolean {
  const [west = 0, south = 0, east = 0, north = 0] = a;
  const [otherWest = 0, otherSouth = 0, otherEast = 0, otherNorth = 0] = b;
  return west <= otherEast && otherWest <= east && south <= otherNorth && otherSouth <= north;
}

const hectares = (squareMetres: number): string => (squareMetres / 10_000).toFixed(1);

function overlaps(counties: readonly Outline[]): readonly Finding[] {
  const boxes = counties.map((county) => bbox(county));
  return counties.flatMap((county, index) =>
    counties.slice(0, index).flatMap((other, otherIndex) => {
      if (!boxesMeet(boxes[index] ?? [], boxes[otherIndex] ?? [])) return [];
      const common = intersect(featureCollection([other, county]));
      const size = common ? area(common) : 0;
      if (size <= sliverTolerance) return [];
      return {
        place: pointer(['features', index, 'geometry']),
        what: say(
          `${county.properties.name} 与 ${other.properties.name} 重叠 ${hectares(size)} 公顷`,
          `${county.properties.code} overlaps ${other.properties.code} by ${hectares(size)} ha`,
        ),
        expected: say(
          '相邻各县不重叠（容差 1 公顷）',
          'neighbours without overlap (tolerance 1 ha)',
        ),
      };
    }),
  );
}

function holesOf(outlines: readonly Outline[]): readonly Position[][] {
  if (outlines.length < 2) return [];
  const merged = union(featureCollection<Polygon | MultiPolygon>([...outlines]));
  if (!merged) return [];
  const parts =
    merged.geometry.type === 'Polygon'
      ? [merged.geometry.coordinates]
      : merged.geometry.coordinates;
  return parts.flatMap((rings) => rings.slice(1));
}

/** The part of a hole that no neighbour fills: an enclave of another prefecture is no gap. */
function unfilledArea(hole: Position[], context: readonly Outline[]): number {
  const [first, ...others] = [polygon([hole.toReversed()]), ...context];
  const rest =
    others.length > 0 && first ? difference(featureCollection([first, ...others])) : first;
  return rest ? area(rest) : 0;
}

function gapFinding(hole: Position[], size: number, counties: readonly Outline[]): Finding {
  const corners = new Set(hole.map(String));
  const around = counties.filter((county) =>
    positionsOf(county).some((position) => corners.has(String(position))),
  );
  return {
    place: '',
    what: say(
      `${around.map(({ properties }) => properties.name).join('、')} 之间 ${quote(hole[0])} 处有 ${hectares(size)} 公顷空隙`,
      `a gap of ${hectares(size)} ha between ${around.map(({ properties }) => properties.code).join(', ')} at ${quote(hole[0])}`,
    ),
    expected: say(
      '相邻各县之间没有空隙（容差 1 公顷）',
      'no gap between neighbours (tolerance 1 ha)',
    ),
  };
}

function gaps(counties: readonly Outline[], context: readonly Outline[]): readonly Finding[] {
  const enclosed = holesOf(counties).flatMap((hole) => {
    const size = unfilledArea(hole, context);
    return size > sliverTolerance ? gapFinding(hole, size, counties) : [];
  });
  if (enclosed.length > 0 || context.length === 0) return enclosed;
  // No gap is closed by counties alone: one may run out to the edge, where the neighbours close it.
  return holesOf([...counties, ...context]).flatMap((hole) => {
    const size = area(polygon([hole.toReversed()]));
    return size > mouthTolerance ? gapFinding(hole, size, counties) : [];
  });
}

/** Overlaps, then gaps. Needs rings that are closed and do not cross themselves. */
export function checkNeighbours(
  counties: readonly Outline[],
  context: readonly Outline[],
): readonly Finding[] {
  try {
    return [...overlaps(counties), ...gaps(counties, context)];
  } catch {
    // The library gives up on outlines whose edges run along each other by less than it can tell apart.
    return [
      {
        place: '',
        what: say('无法比较各县边界', 'the boundaries cannot be compared with each other'),
        expected: say(
          '相邻各县共用同样的边界点',
          'boundaries that neighbours share as the same positions',
        ),
      },
    ];
  }
}
