import { describe, expect, it } from 'vitest';
import type { PlaceGeometry } from '../../domain/place-geometry.ts';
import { geometryFindings, takeAsSound } from './check-places.ts';

/** Crosses itself. */
const bow = (): PlaceGeometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [116.7, 39.5],
      [116.8, 39.5],
      [116.7, 39.55],
      [116.8, 39.6],
      [116.7, 39.6],
      [116.78, 39.52],
      [116.7, 39.5],
    ],
  ],
});

describe('An outline whose rings another process has looked at', () => {
  it('is taken as found, it alone', () => {
    const outline = bow();
    expect(geometryFindings(outline)).not.toEqual([]);
    takeAsSound(outline);
    expect(geometryFindings(outline)).toEqual([]);
    expect(geometryFindings(bow())).not.toEqual([]);
  });

  it('is still looked at for where it lies', () => {
    const outline = bow();
    takeAsSound(outline);
    expect(geometryFindings(outline, [10, 40, 11, 41])).toMatchObject([{ problem: 'far-away' }]);
  });
});
