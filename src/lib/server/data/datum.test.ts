import gcoord from 'gcoord';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '../../map/geometry.ts';
import { datumHits, datumOf } from './datum.ts';

/** Places some ten kilometres apart, as where counties meet. */
const places: readonly LonLat[] = Array.from({ length: 12 }, (_, index) => [
  116.2 + 0.11 * (index % 4) + 0.013 * index,
  38.6 + 0.17 * Math.floor(index / 4) + 0.007 * index,
]);

const pairs = (positions: readonly (readonly number[])[]): readonly LonLat[] =>
  positions.map(([x = NaN, y = NaN]): LonLat => [x, y]);

const { WGS84, GCJ02, BD09 } = gcoord;
const editions = [
  ['wgs84', places],
  ['gcj02', pairs(places.map(([x, y]) => gcoord.transform([x, y], WGS84, GCJ02)))],
  ['bd09', pairs(places.map(([x, y]) => gcoord.transform([x, y], WGS84, BD09)))],
  ['wgs84-as-gcj02', pairs(places.map(([x, y]) => gcoord.transform([x, y], GCJ02, WGS84)))],
] as const;

describe('the datum of corners', () => {
  it.each(editions)('%s is told by known places', (datum, corners) => {
    expect(datumOf(datumHits(places, corners, 200), 5)).toBe(datum);
  });

  it('is told of an edition that was generalised by 150 m', () => {
    const noise = fc.tuple(fc.double({ min: -0.001, max: 0.001, noNaN: true }), fc.constant(0));
    fc.assert(
      fc.property(fc.array(noise, { minLength: 12, maxLength: 12 }), (offsets) => {
        const corners = editions[1][1].map(([x, y], index): LonLat => {
          const [dx, dy] = offsets[index] ?? [0, 0];
          return [x + dx, y + dy];
        });
        expect(datumOf(datumHits(places, corners, 200), 5)).toBe('gcj02');
      }),
    );
  });

  it('is not told by corners of somewhere else', () => {
    const corners = places.map(([x, y]): LonLat => [x + 0.05, y]);
    expect(datumOf(datumHits(places, corners, 200), 5)).toBeUndefined();
  });

  it('is not told by too few', () => {
    expect(datumOf(datumHits(places.slice(0, 4), places, 200), 5)).toBeUndefined();
  });
});
