/** Each way the real boundaries can be broken, and that the real ones are whole. */
import { bboxClip } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { firstLineOf, lineWith, linesOf, type FaultRow } from './broken-data.ts';
import { counties, moveAll, moveFeature, ring, type Move } from './broken-geometry.ts';
import type { Json } from './data-copy.ts';

const positions: readonly FaultRow[] = [
  [
    'axes swapped',
    moveAll('counties.geojson', ([x, y]) => [y, x]),
    'counties.geojson /features/0/geometry: the position ',
    'has its axes swapped',
  ],
  [
    'metres of a projection',
    moveAll('counties.geojson', ([x, y]) => [x * 111_320, y * 110_540]),
    'counties.geojson /features/0/geometry: the position ',
    'is not in degrees',
  ],
  [
    'another continent',
    moveAll('counties.geojson', ([x, y]) => [-x, y]),
    'counties.geojson /features/0/geometry: the position ',
    'lies outside China',
  ],
  [
    'a position of one number',
    counties((f) => (ring(f)[1] = [116.5])),
    'counties.geojson /features/0/geometry/coordinates/0/1: ',
    'longitude and latitude',
  ],
];

const rings: readonly FaultRow[] = [
  [
    'a ring that is not closed',
    counties((f) => ring(f).pop()),
    'counties.geojson /features/0/geometry/coordinates/0: the ring is not closed',
    'its first position',
  ],
  [
    'a ring of three positions',
    counties(
      (f) =>
        (f[0].geometry.coordinates[0] = ring(f)
          .slice(0, 2)
          .concat([ring(f)[0]])),
    ),
    'counties.geojson /features/0/geometry/coordinates/0: the ring has 3 positions',
    'at least 4 positions',
  ],
  [
    'a ring that crosses itself',
    counties((f) => {
      const [, a, b] = ring(f).splice(9, 3, ...ring(f).slice(9, 12).reverse());
      expect(a).not.toEqual(b);
    }),
    'counties.geojson /features/0/geometry/coordinates/0: the ring crosses itself at ',
    'a ring without a crossing',
  ],
  [
    'a ring that touches itself',
    counties((f) => ring(f).splice(40, 0, ring(f)[10])),
    'counties.geojson /features/0/geometry/coordinates/0: the ring crosses itself at ',
    'a ring without a crossing',
  ],
  [
    'an outer ring wound clockwise',
    counties((f) => ring(f, 3).reverse()),
    'counties.geojson /features/3/geometry/coordinates/0: the outer ring is wound clockwise',
    'counter-clockwise (RFC 7946',
  ],
  [
    'a hole wound counter-clockwise',
    counties((f) => {
      const [x, y] = f[2].properties.label;
      const hole = [
        [x, y],
        [x + 0.001, y],
        [x, y + 0.001],
        [x, y],
      ];
      f[2].geometry.coordinates.push(hole);
    }),
    'counties.geojson /features/2/geometry/coordinates/1: the hole is wound counter-clockwise',
    'holes clockwise (RFC 7946',
  ],
];

const shapes: readonly FaultRow[] = [
  [
    'an overlap',
    // 固安县 pushed 1 km east, into 广阳区 and 永清县.
    counties((f) => moveFeature(f[2], ([x, y]) => [x + 0.012, y])),
    'counties.geojson /features/2/geometry: 131022 overlaps 131003 by ',
    'neighbours without overlap (tolerance 1 ha)',
  ],
  [
    'a gap inside',
    // One convex corner of 安次区, on its boundary with 永清县, cut back.
    counties((f) => {
      const own = ring(f, 0);
      const shared = new Set(ring(f, 3).map(String));
      const index = own.findIndex((corner: Json, i: number) => {
        const [before, after] = [own[i - 1], own[i + 1]];
        if (!before || !after) return false;
        const turn =
          (corner[0] - before[0]) * (after[1] - corner[1]) -
          (corner[1] - before[1]) * (after[0] - corner[0]);
        return turn > 2e-5 && [before, corner, after].every((p) => shared.has(String(p)));
      });
      const [before, after] = [own[index - 1], own[index + 1]];
      own[index] = [(before[0] + after[0]) / 2, (before[1] + after[1]) / 2];
    }),
    'counties.geojson: a gap of ',
    'between 131002, 131003, 131023 at ',
  ],
  [
    'a gap that runs out to the edge',
    // 三河市 cut off along a parallel, some kilometres north of 香河县 and 大厂.
    counties((f) => {
      f[9].geometry = bboxClip(f[9], [116, 39.9, 118, 41]).geometry;
      f[9].properties.label = [117.05, 39.98];
    }),
    'counties.geojson: a gap of ',
    'no gap between neighbours',
  ],
  [
    'a county without a polygon',
    counties((f) => f.splice(1, 1)),
    'counties.geojson /features: there is no polygon for 131003 广阳区',
    'a polygon for every county that counts',
  ],
  [
    'a polygon without a county',
    counties((f) => (f[0].properties.code = f[0].id = '131099')),
    'counties.geojson /features/0/properties/code: there is no county “131099”',
    'the code of a county in divisions.csv',
  ],
  [
    'a name that disagrees',
    counties((f) => (f[0].properties.name = '安次')),
    'counties.geojson /features/0/properties/name: the name of 131002 is “安次”',
    'expected 安次区',
  ],
  [
    'two names exchanged with their codes',
    counties((f) => {
      [f[0].geometry, f[1].geometry] = [f[1].geometry, f[0].geometry];
    }),
    'counties.geojson /features/0/properties/label: the label ',
    'a point inside the polygon',
  ],
  [
    'two outlines exchanged, labels and all',
    counties((f) => {
      [f[2].geometry, f[5].geometry] = [f[5].geometry, f[2].geometry];
      const [own, other] = [f[2].properties, f[5].properties];
      [own.label, other.label] = [other.label, own.label];
    }),
    'counties.geojson /features/2/geometry: the seat of 131022 at ',
    'in 131025; expected the polygon that holds its seat',
  ],
  [
    'another coordinate system',
    (copy) =>
      copy.json('counties.geojson', (g) => {
        g.crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4490' } };
      }),
    'counties.geojson /crs: the system ',
    'CRS84, and no crs',
  ],
  [
    'an id that is not the code',
    counties((f) => (f[0].id = '131003')),
    'counties.geojson /features/0/id: the id “131003” is not the code',
    'expected 131002',
  ],
  [
    'a county drawn twice',
    counties((f) => f.push(f[9])),
    'counties.geojson /features/10/properties/code: the code “131082” is given twice',
    'every code once',
  ],
  [
    'a label outside its polygon',
    counties((f) => (f[0].properties.label = f[1].properties.label)),
    'counties.geojson /features/0/properties/label: the label ',
    'a point inside the polygon',
  ],
];

describe('a position that cannot be is named:', () => {
  it.each(positions)('%s', (_name, breakIt, start, part) => {
    expect(firstLineOf(breakIt)).toMatch(lineWith(start, part));
  });
});
describe('a ring that cannot be is named:', () => {
  it.each(rings)('%s', (_name, breakIt, start, part) => {
    expect(firstLineOf(breakIt)).toMatch(lineWith(start, part));
  });
});
describe('polygons that do not fit together are named:', () => {
  it.each(shapes)('%s', (_name, breakIt, start, part) => {
    expect(firstLineOf(breakIt)).toMatch(lineWith(start, part));
  });
});

describe('slivers', () => {
  it('of rounding to four decimals are let pass', () => {
    const round: Move = ([x, y]) => [Number(x.toFixed(4)), Number(y.toFixed(4))];
    expect(linesOf(moveAll('counties.geojson', round))).toEqual([]);
  });
});
