import { describe, expect, it } from 'vitest';
import { firstLineOf, linesOf, lineWith, status, type FaultRow } from './broken-data.ts';
import type { Json } from './data-copy.ts';

const sound = {
  id: 'P1',
  division: '131002100',
  geometry: { type: 'Point', coordinates: [116.7012345, 39.5] },
  recordedAt: '2026-11-23T09:00:00+08:00',
  source: 'S00',
};
const place = (rest: Json, ...more: readonly Json[]) =>
  status(
    (s) => (s.places = [{ ...sound, ...rest }, ...more.map((other) => ({ ...sound, ...other }))]),
  );
const at = (...coordinates: readonly number[]) =>
  place({ geometry: { type: 'Point', coordinates } });
const rings = (...coordinates: readonly (readonly number[])[][]) =>
  place({ geometry: { type: 'Polygon', coordinates } });

const square = [
  [116.7, 39.5],
  [116.8, 39.5],
  [116.8, 39.6],
  [116.7, 39.6],
  [116.7, 39.5],
];
const bow = [
  [116.7, 39.5],
  [116.8, 39.5],
  [116.7, 39.55],
  [116.8, 39.6],
  [116.7, 39.6],
  [116.78, 39.52],
  [116.7, 39.5],
];
const holeOutside = [
  [116.9, 39.5],
  [116.9, 39.6],
  [116.95, 39.6],
  [116.9, 39.5],
];

const rows: readonly FaultRow[] = [
  [
    'a source that is missing',
    place({ source: 'S99' }),
    'status.json /places/0/source: there is no source “S99”',
    'one of S00',
  ],
  [
    'a division there is not',
    place({ division: '131002999' }),
    'status.json /places/0/division: there is no division “131002999”',
    'a code of divisions.csv',
  ],
  [
    'a county',
    place({ division: '131002' }),
    'status.json /places/0/division: 131002 is of the level county',
    'township or village',
  ],
  [
    'an id given twice',
    place({}, { division: '131002101' }),
    'status.json /places/1/id: the id “P1” is given twice',
    'every id once',
  ],
  [
    'axes that are swapped',
    at(39.5, 116.7),
    'status.json /places/0/geometry: the position “[39.5,116.7]” has its axes swapped',
    'longitude first',
  ],
  [
    'a projection',
    at(474000.5, 4372000.5),
    'status.json /places/0/geometry: the position “[474000.5,4372000.5]” is not in degrees',
    'longitude first',
  ],
  [
    'a place in another prefecture',
    at(114.5, 38.04),
    'status.json /places/0/geometry: the position “[114.5,38.04]” is more than 50 km from the boundaries',
    'a position of the prefecture',
  ],
  ['eight decimals', at(116.70123456, 39.5), 'status.json /places/0/geometry', '7 decimals'],
  ['a height', at(116.7, 39.5, 12), 'status.json /places/0/geometry/coordinates', '2'],
  [
    'a ring that is wound clockwise',
    rings(square.toReversed()),
    'status.json /places/0/geometry',
    'outer rings counter-clockwise',
  ],
  [
    'a ring that crosses itself',
    rings(bow),
    'status.json /places/0/geometry/coordinates/0: the ring crosses itself',
    'without a crossing',
  ],
  [
    'a hole outside its ring',
    rings(square, holeOutside),
    'status.json /places/0/geometry/coordinates/1: the hole lies outside its outer ring',
    'a hole inside',
  ],
];

describe('a fault of a place is named:', () => {
  it.each(rows)('%s', (_name, breakIt, start, part) => {
    expect(firstLineOf(breakIt)).toMatch(lineWith(start, part));
  });

  it('one that is sound has none: a point, an outline, one that is taken back, one just outside', () => {
    const outline = { type: 'Polygon', coordinates: [square] };
    const many = place(
      {},
      { id: 'P2', geometry: outline },
      { id: 'P3', geometry: null },
      { id: 'P4', geometry: { type: 'MultiPolygon', coordinates: [[square]] } },
      { id: 'P5', geometry: { type: 'Point', coordinates: [116.0, 38.2] } },
    );
    expect(linesOf(many)).toEqual([]);
  });
});
