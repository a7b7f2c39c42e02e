import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bbox } from '@turf/turf';
import gcoord from 'gcoord';
import fc from 'fast-check';
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { CountyCollection } from '../../map/geometry.ts';
import { findDatum, type MatchedPlace } from './find-datum.ts';
import { metresOutside } from './metres.ts';
import { toWgs84 } from './to-wgs84.ts';

const file = join(import.meta.dirname, '../../../../data/counties.geojson');
const counties = JSON.parse(readFileSync(file, 'utf8')) as CountyCollection;
const areas = new Map(
  counties.features.map(({ geometry, properties }) => [properties.code, geometry]),
);

const { WGS84, GCJ02, BD09 } = gcoord;
type Move = (position: Position) => Position;
const stay: Move = (position) => position;
const gcj02: Move = ([x = 0, y = 0]) => gcoord.transform([x, y], WGS84, GCJ02);
const bd09: Move = ([x = 0, y = 0]) => gcoord.transform([x, y], WGS84, BD09);
const swap: Move = ([x = 0, y = 0]) => [y, x];

/** The points of a grid of so many degrees that lie in a county, or in the one, each with its county. */
function grid(step: number, move: Move, only?: string): readonly MatchedPlace[] {
  const places: MatchedPlace[] = [];
  for (const [county, area] of areas) {
    if (only !== undefined && county !== only) continue;
    const [west, south, east, north] = bbox(area);
    for (let x = west; x < east; x += step)
      for (let y = south; y < north; y += step)
        if (metresOutside([x, y], area) === 0)
          places.push({ county, geometry: { type: 'Point', coordinates: move([x, y]) } });
  }
  return places;
}

const outlines = (move: Move): readonly MatchedPlace[] =>
  [...areas].flatMap(([county, area]) => {
    const parts = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
    return parts.map((rings) => {
      const geometry: Polygon = {
        type: 'Polygon',
        coordinates: rings.map((ring) => ring.map(move)),
      };
      return { county, geometry };
    });
  });

describe('The datum of places that says nobody', () => {
  const moves = { wgs84: stay, gcj02, bd09 } as const;

  it.each(['gcj02', 'bd09'] as const)('of some thousand villages is surely %s', (datum) => {
    const villages = grid(0.014, moves[datum]);
    expect(villages.length).toBeGreaterThan(3000);
    expect(findDatum(villages, areas, null)).toMatchObject({
      status: 'sure',
      datum,
      by: 'points',
      isSwapped: false,
    });
  });

  it('of as many in WGS-84 is surely that: every other would push some out of their county', () => {
    const answer = findDatum(grid(0.014, stay), areas, null);
    expect(answer).toMatchObject({ status: 'sure', datum: 'wgs84' });
    expect(answer.evidence.wgs84).toEqual({ inside: answer.places, metres: 0 });
    expect(answer.evidence.gcj02.inside).toBeLessThan(answer.places);
  });

  it('of ten points well inside is unclear', () => {
    const seats = counties.features.map(({ properties }): MatchedPlace => ({
      county: properties.code,
      geometry: { type: 'Point', coordinates: [...properties.label] },
    }));
    expect(findDatum(seats, areas, null)).toMatchObject({ status: 'unclear', by: 'points' });
  });

  it('of one county alone is never sure by its points, however many: they share one boundary', () => {
    const one = grid(0.008, gcj02, '131081');
    expect(one.length).toBeGreaterThan(500);
    expect(findDatum(one, areas, null)).toMatchObject({ status: 'likely', datum: 'gcj02' });
  });

  it.each(['wgs84', 'gcj02', 'bd09'] as const)(
    'of outlines in %s is told by their lines',
    (datum) => {
      expect(findDatum(outlines(moves[datum]), areas, null)).toMatchObject({
        status: 'sure',
        datum,
        by: 'boundaries',
      });
    },
  );

  it('is told of exchanged axes too, which are said', () => {
    const answer = findDatum(
      grid(0.014, (at) => swap(gcj02(at))),
      areas,
      null,
    );
    expect(answer).toMatchObject({ status: 'sure', datum: 'gcj02', isSwapped: true });
  });

  it('of no places is unclear', () => {
    expect(findDatum([], areas, null)).toMatchObject({ status: 'unclear', places: 0 });
  });
});

describe('A declared datum', () => {
  it('stands where the places cannot tell', () => {
    const few = grid(0.1, gcj02);
    expect(findDatum(few, areas, 'cgcs2000')).toMatchObject({
      status: 'likely',
      datum: 'cgcs2000',
      by: 'declaration',
      contradicts: false,
    });
  });

  it('is confirmed by places that fit, CGCS2000 by those of WGS-84', () => {
    expect(findDatum(outlines(stay), areas, 'cgcs2000')).toMatchObject({
      status: 'sure',
      datum: 'cgcs2000',
      contradicts: false,
    });
  });

  it('that the places surely contradict is asked about again', () => {
    expect(findDatum(grid(0.014, gcj02), areas, 'wgs84')).toMatchObject({
      status: 'unclear',
      datum: 'gcj02',
      contradicts: true,
    });
  });
});

describe('Converting to WGS-84', () => {
  it('undoes either shift to less than a metre, anywhere here', () => {
    const position = fc.tuple(
      fc.double({ min: 116, max: 117.3, noNaN: true }),
      fc.double({ min: 38.4, max: 40.1, noNaN: true }),
    );
    fc.assert(
      fc.property(position, fc.constantFrom('gcj02', 'bd09'), ([x, y], datum) => {
        const moved = datum === 'gcj02' ? gcj02([x, y]) : bd09([x, y]);
        const back = toWgs84({ type: 'Point', coordinates: moved }, datum).coordinates;
        expect(Math.abs((back[0] ?? NaN) - x)).toBeLessThan(1e-5);
        expect(Math.abs((back[1] ?? NaN) - y)).toBeLessThan(1e-5);
      }),
    );
  });

  it('keeps rings counter-clockwise when it exchanges axes', () => {
    const right: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [116, 39],
          [117, 39],
          [117, 40],
          [116, 39],
        ],
      ],
    };
    // As the reader gives it: wound by the right-hand rule in the axes of the file.
    const swapped: Polygon = {
      type: 'Polygon',
      coordinates: right.coordinates.map((ring) => ring.map(swap).toReversed()),
    };
    expect(toWgs84(swapped, 'wgs84', true)).toEqual(right);
  });
});
