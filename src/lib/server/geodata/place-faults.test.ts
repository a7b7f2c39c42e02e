import type { MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { faultsBetween } from './between-places.ts';
import { placeFaults, type Place, type PlaceSurroundings } from './place-faults.ts';

/** Counter-clockwise. */
function square(x: number, y: number, size: number): Position[] {
  return [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ];
}

const areaOf = (...rings: Position[][]): Polygon => ({ type: 'Polygon', coordinates: rings });

/** Two invented counties, side by side on the meridian of 117°, and one township in the first. */
const surroundings: PlaceSurroundings = {
  counties: new Map<string, Polygon | MultiPolygon>([
    ['131002', areaOf(square(116, 39, 1))],
    ['131003', areaOf(square(117, 39, 1))],
  ]),
  townships: new Map([['131002100', areaOf(square(116.4, 39.4, 0.2))]]),
};

const village = '131002100201';
const at = (x: number, y: number, unit = village): Place => ({
  unit,
  geometry: { type: 'Point', coordinates: [x, y] },
});
const codes = (place: Place): readonly string[] =>
  placeFaults(place, surroundings).map(({ code }) => code);

describe('The place of a unit', () => {
  it('inside its township and county has no fault', () => {
    expect(codes(at(116.5012, 39.5012))).toEqual([]);
  });

  it('less than 1 km outside its county is what the generalised boundary explains', () => {
    expect(codes(at(117.0108, 39.5012, '131002101201'))).toEqual([]);
    expect(codes(at(117.0125, 39.5012, '131002101201'))).toEqual(['outside-county']);
  });

  it('in another county says by how many metres, and in which', () => {
    expect(placeFaults(at(117.1001, 39.5012, '131002101201'), surroundings)).toEqual([
      {
        code: 'outside-county',
        severity: 'doubt',
        values: { county: '131002', metres: '8589', inside: '131003' },
      },
    ]);
  });

  it('in no county of the prefecture is outside that, with the metres to the nearest', () => {
    expect(placeFaults(at(118.1001, 39.5012), surroundings)[0]).toEqual({
      code: 'outside-prefecture',
      severity: 'doubt',
      values: { metres: '8589' },
    });
  });

  it('of a reporting unit without an outline is held against all counties', () => {
    expect(codes(at(117.5012, 39.5012, '131071001201'))).toEqual([]);
    expect(codes(at(119.5012, 39.5012, '131071001201'))).toEqual(['outside-prefecture']);
  });

  it('outside the outline that was imported for its township is in doubt', () => {
    expect(placeFaults(at(116.6101, 39.5012), surroundings)).toEqual([
      {
        code: 'outside-township',
        severity: 'doubt',
        values: { township: '131002100', metres: '867' },
      },
    ]);
  });

  it('with latitude first is wrong', () => {
    expect(codes(at(39.5012, 116.5012))).toEqual(['axes-swapped']);
  });

  it('that is no number is wrong', () => {
    expect(codes(at(NaN, 39.5))).toEqual(['not-finite']);
  });

  it('of two decimals is said to be a kilometre good, as it was written', () => {
    const [place, written] = [at(116.4951, 39.4988), at(116.5, 39.51).geometry];
    expect(placeFaults(place, surroundings, written)).toEqual([
      { code: 'low-precision', severity: 'note', values: { decimals: '2', metres: '1112' } },
    ]);
  });
});

describe('The outline of a township', () => {
  const outlined = (geometry: Polygon | MultiPolygon, unit = '131002100'): Place => ({
    unit,
    geometry,
  });

  it('that crosses itself is wrong, and where is said', () => {
    const bow = areaOf([
      [116.4, 39.4],
      [116.5, 39.5],
      [116.5, 39.4],
      [116.4, 39.52],
      [116.4, 39.4],
    ]);
    const [fault] = placeFaults(outlined(bow), surroundings);
    expect(fault).toMatchObject({ code: 'ring', severity: 'wrong' });
    expect(fault?.detail?.['zh-CN']).toContain('自相交');
  });

  it('that reaches far out of its county is in doubt', () => {
    expect(codes(outlined(areaOf(square(116.9, 39.4, 0.2))))).toEqual(['outside-county']);
  });

  it('cannot be a village', () => {
    expect(codes(outlined(areaOf(square(116.4, 39.4, 0.1)), village))).toEqual(['village-polygon']);
  });
});

describe('Places together', () => {
  it('in doubt are two units at the very same position, not one unit twice', () => {
    const places = [
      at(116.5, 39.5),
      at(116.5, 39.5, '131002100202'),
      at(116.6, 39.5),
      at(116.6, 39.5),
    ];
    expect(faultsBetween(places)).toEqual(
      new Map([
        [0, [{ code: 'same-position', severity: 'doubt', values: { unit: '131002100202' } }]],
        [1, [{ code: 'same-position', severity: 'doubt', values: { unit: village } }]],
      ]),
    );
  });

  it('in doubt are two townships that overlap; a common line is none', () => {
    const outline = (unit: string, x: number): Place => ({
      unit,
      geometry: areaOf(square(x, 39.4, 0.1)),
    });
    const places = [
      outline('131002100', 116.1),
      outline('131002101', 116.2),
      outline('131002102', 116.29),
    ];
    const faults = faultsBetween(places);
    expect([...faults.keys()].toSorted()).toEqual([1, 2]);
    expect(faults.get(1)).toMatchObject([{ code: 'overlaps', values: { unit: '131002102' } }]);
  });
});
