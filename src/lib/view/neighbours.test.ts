import { describe, expect, it } from 'vitest';
import type { CountyCollection } from '../map/geometry.ts';
import { neighboursOf } from './neighbours.ts';

/** Unit squares in a row, by the longitude of their western edge. */
function squares(...west: readonly number[]): CountyCollection {
  return {
    type: 'FeatureCollection',
    features: west.map((x) => ({
      type: 'Feature',
      properties: { code: String(x), name: String(x), label: [x, 0] },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [x, 0],
            [x + 1, 0],
            [x + 1, 1],
            [x, 1],
            [x, 0],
          ],
        ],
      },
    })),
  };
}

describe('neighbours', () => {
  it('share a stretch of border, whatever its direction', () => {
    expect(neighboursOf(squares(0, 1, 2), '1')).toEqual(['0', '2']);
  });

  it('are none across a gap, nor of a place without a shape', () => {
    expect(neighboursOf(squares(0, 2), '0')).toEqual([]);
    expect(neighboursOf(squares(0), '9')).toEqual([]);
  });
});
