import { describe, expect, it } from 'vitest';
import { geometryFrom } from './known-geometry.ts';
import { placesHash } from './places-hash.ts';

const text = '{"type":"Point","coordinates":[116.7012345,39.5]}';

describe('a geometry that is read again', () => {
  it('is the one it was', () => {
    const first = geometryFrom(text);
    expect(JSON.stringify(first)).toBe(text);
    expect(geometryFrom(`${text}`)).toBe(first);
  });

  it.each(['null', '[]', '{"type":"Point"}', '{"type":"LineString","coordinates":[]}', 'nothing'])(
    'is none as %s',
    (other) => {
      expect(() => geometryFrom(other)).toThrow();
    },
  );
});

describe('the hash of places', () => {
  const place = {
    id: 'P1',
    division: '131082100',
    geometry: { type: 'Point' as const, coordinates: [116.7, 39.5] },
    recordedAt: '2026-11-24T04:00:00.000Z',
    source: 'S00',
  };

  it('is over a text that stays as it is', () => {
    // The rows of logs written before hold this: it never changes.
    expect(placesHash([place])).toBe(
      '1e61ab70144357c632d0a07db7e8fb9a8b0355890af24fa79dcd8cdae3d5818f',
    );
  });

  it('tells apart order, figures, and what is taken back', () => {
    const moved = { ...place, geometry: { ...place.geometry, coordinates: [116.8, 39.5] } };
    const other = { ...place, id: 'P2' };
    const hashes = [
      [place],
      [moved],
      [{ ...place, geometry: null }],
      [place, other],
      [other, place],
    ];
    expect(new Set(hashes.map(placesHash)).size).toBe(hashes.length);
  });
});
