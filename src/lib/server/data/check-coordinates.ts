/** Degrees, longitude first, somewhere in China: what an exchanged axis or a projected file breaks. */
import type { Position } from 'geojson';
import { quote, say, type Finding } from './fault.ts';
import { positionsOf, type Outline } from './outlines.ts';
import { pointer } from './fault.ts';

/** China's land and islands, in degrees, generously. */
const china = { west: 73, south: 3, east: 136, north: 54 } as const;

const expected = say(
  'WGS-84 经纬度，经度在前（经度 73–136，纬度 3–54）',
  'WGS-84 degrees, longitude first (longitude 73–136, latitude 3–54)',
);

function isInChina(longitude: number, latitude: number): boolean {
  return (
    longitude >= china.west &&
    longitude <= china.east &&
    latitude >= china.south &&
    latitude <= china.north
  );
}

function whatOf([first = NaN, second = NaN]: Position): Finding['what'] {
  const text = quote([first, second]);
  if (isInChina(second, first)) {
    return say(`坐标 ${text} 经纬度次序颠倒`, `the position ${text} has its axes swapped`);
  }
  if (Math.abs(first) > 180 || Math.abs(second) > 90) {
    return say(
      `坐标 ${text} 不是经纬度（像是投影坐标）`,
      `the position ${text} is not in degrees (projected?)`,
    );
  }
  return say(`坐标 ${text} 在中国以外`, `the position ${text} lies outside China`);
}

/** The first position outside China, and whether exchanged axes explain it; `undefined`: there is none. */
export function strayFinding(
  positions: readonly Position[],
): (Omit<Finding, 'place'> & { readonly isSwapped: boolean }) | undefined {
  const stray = positions.find(([x = NaN, y = NaN]) => !isInChina(x, y));
  if (!stray) return undefined;
  const [x = NaN, y = NaN] = stray;
  return { what: whatOf(stray), expected, isSwapped: isInChina(y, x) };
}

/** One finding for each outline with a position outside China, naming the first such position. */
export function checkCoordinates(outlines: readonly Outline[]): readonly Finding[] {
  return outlines.flatMap((outline, index) => {
    const stray = strayFinding(positionsOf(outline));
    if (!stray) return [];
    const { what } = stray;
    return { place: pointer(['features', index, 'geometry']), what, expected };
  });
}
