import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { borderLines } from './context-line.ts';
import { realGeometry } from './fixture.ts';
import { areaPath, gridPoints, linePath, ringsOf, type GridPoint } from './path.ts';
import { projectSite } from './projected.ts';
import { toViewBox } from './projection.ts';

const asIs = ([x, y]: readonly [number, number]) => [x, y] as const;

/** The points of path data as this module writes it: `M`, one `l`, perhaps `z`. */
function readPath(data: string): GridPoint[][] {
  return data
    .split('M')
    .slice(1)
    .map((part) => {
      const [start = '', steps = ''] = part.replace('z', '').split('l');
      const numbers = (text: string) => (text.match(/-?\d+/g) ?? []).map(Number);
      let [x = 0, y = 0] = numbers(start);
      const points: GridPoint[] = [[x, y]];
      const deltas = numbers(steps);
      for (let index = 0; index < deltas.length; index += 2) {
        x += deltas[index] ?? 0;
        y += deltas[index + 1] ?? 0;
        points.push([x, y]);
      }
      return points;
    });
}

describe('path data', () => {
  it('is relative, closed, and spends a space only where no sign stands', () => {
    const ring = [
      [10, 20],
      [13, 16],
      [13, 20],
      [10, 20],
    ] as const;
    expect(areaPath([ring], asIs)).toBe('M10 20l3-4 0 4z');
  });

  it('says nothing of an area smaller than the grid', () => {
    expect(
      areaPath(
        [
          [
            [0.1, 0.1],
            [0.2, 0.1],
            [0.2, 0.2],
            [0.1, 0.1],
          ],
        ],
        asIs,
      ),
    ).toBe('');
    expect(
      linePath(
        [
          [
            [0.1, 0.1],
            [0.2, 0.2],
          ],
        ],
        asIs,
      ),
    ).toBe('');
  });

  it('reads back to the points on the grid', () => {
    const coordinate = fc.integer({ min: -2000, max: 2000 });
    const lines = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(lines, (line) => {
        const points = gridPoints(line, asIs);
        expect(readPath(linePath([line], asIs))).toEqual(points.length > 1 ? [points] : []);
      }),
    );
  });
});

describe('the paths of the real data', () => {
  const site = projectSite(realGeometry);

  it('are small enough to travel in every page', () => {
    const counties = site.counties.map(({ path }) => path).join('');
    const context = site.context.map(({ path }) => path).join('');
    expect(site.counties).toHaveLength(10);
    expect(counties.length).toBeLessThanOrEqual(6500);
    expect(context.length).toBeLessThanOrEqual(4000);
  });

  it('leave no crack: a border has the same grid points from both of its sides', () => {
    const vertices = realGeometry.counties.features.map(({ geometry }) =>
      ringsOf(geometry).flat().map(String),
    );
    const paths = site.counties.map(({ path }) => new Set(readPath(path).flat().map(String)));
    let shared = 0;
    vertices.forEach((ours, a) => {
      const theirs = vertices.map((codes) => new Set(codes));
      for (const vertex of ours) {
        const [longitude = NaN, latitude = NaN] = vertex.split(',').map(Number);
        const [x, y] = toViewBox(site.frame, [longitude, latitude]);
        const point = `${Math.round(x)},${Math.round(y)}`;
        theirs.forEach((set, b) => {
          if (a === b || !set.has(vertex)) return;
          shared++;
          expect(paths[a]?.has(point) && paths[b]?.has(point)).toBe(true);
        });
      }
    });
    expect(shared).toBeGreaterThan(100);
  });

  it('stay inside the view', () => {
    for (const [x, y] of site.counties.flatMap(({ path }) => readPath(path).flat())) {
      expect(x >= 0 && x <= site.frame.width && y >= 0 && y <= site.frame.height).toBe(true);
    }
  });
});

describe('the borders of the neighbours', () => {
  const lines = borderLines(realGeometry.context);

  it('leave out the edge where the data was cut', () => {
    const positions = realGeometry.context.features.flatMap(({ geometry }) =>
      ringsOf(geometry).flat(),
    );
    const west = Math.min(...positions.map(([longitude]) => longitude));
    const onEdge = lines.flatMap(({ lines: each }) =>
      each.flatMap((line) => line.filter((p, i) => p[0] === west && line[i - 1]?.[0] === west)),
    );
    expect(positions.filter(([longitude]) => longitude === west).length).toBeGreaterThan(1);
    expect(onEdge).toEqual([]);
  });

  it('are drawn once where two neighbours share them', () => {
    const segments = lines.flatMap(({ lines: each }) =>
      each.flatMap((line) =>
        line.slice(1).map((to, i) => [String(line[i]), String(to)].sort().join()),
      ),
    );
    expect(new Set(segments).size).toBe(segments.length);
  });

  it('give a stand-in only what is no real border', () => {
    expect(lines.find(({ isApproximate }) => isApproximate)?.code).toBe('XIONGAN');
  });
});
