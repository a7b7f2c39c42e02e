import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { inCanonicalDirection, simplifyArcs } from './arcs.ts';

function square(west: number, south: number): Polygon {
  const [east, north] = [west + 2, south + 2];
  const middle = south + 1;
  const ring = [
    [west, south],
    [east, south],
    [east, middle],
    [east, north],
    [west, north],
    [west, middle],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

const units = [
  { code: 'west', geometry: square(0, 0) },
  { code: 'east', geometry: square(2, 0) },
];

function ringOf(unit: ReturnType<typeof simplifyArcs>[number] | undefined): Position[] {
  return unit?.geometry.coordinates.flat(unit.geometry.type === 'Polygon' ? 0 : 1)[0] as Position[];
}

describe('arcs', () => {
  it('put together again are the polygon they came from', () => {
    const [west] = simplifyArcs(units, [], (line) => line);
    expect(new Set(ringOf(west).map(String))).toEqual(
      new Set(square(0, 0).coordinates[0]?.map(String)),
    );
  });

  it('are known by the unit across', () => {
    const across: (string | undefined)[] = [];
    simplifyArcs(units.slice(0, 1), units.slice(1), (line, code) => {
      across.push(code);
      return line;
    });
    expect(across.toSorted()).toEqual(['east', undefined]);
  });

  it('simplified alike from both sides leave one common line', () => {
    const ends = (line: readonly Position[]): readonly Position[] => {
      const [first, last] = [line[0], line.at(-1)];
      return first && last && line.length === 3 ? [first, last] : line;
    };
    const [west, east] = simplifyArcs(units, [], (line) => inCanonicalDirection(line, ends));
    expect(ringOf(west).map(String)).not.toContain('2,1');
    expect(ringOf(east).map(String)).not.toContain('2,1');
  });
});
