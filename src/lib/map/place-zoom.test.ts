import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LonLat } from './geometry.ts';
import { symbolWidth, zoomToSeeAreas, zoomToTellApart } from './place-zoom.ts';
import { toMercator } from './projection.ts';

/** A grid of positions so many degrees apart, around an invented place. */
function grid(side: number, degrees: number): readonly LonLat[] {
  return Array.from({ length: side * side }, (_, index): LonLat => [
    116 + (index % side) * degrees,
    39 + Math.floor(index / side) * degrees,
  ]);
}

const highest = 12.5;

describe('the zoom from which positions are told apart', () => {
  it('is that at which neighbours lie a symbol’s width apart', () => {
    const positions = grid(4, 0.1);
    const zoom = zoomToTellApart(positions, highest);
    const [a, b] = [positions[0], positions[1]].map((position) => toMercator(position ?? [0, 0]));
    const apart = Math.abs((a?.[0] ?? 0) - (b?.[0] ?? 0)) * 512 * 2 ** zoom;
    expect(apart).toBeCloseTo(symbolWidth, 6);
  });

  it('is a level further for positions twice as dense', () => {
    const [near, far] = [zoomToTellApart(grid(5, 0.05), 22), zoomToTellApart(grid(5, 0.1), 22)];
    expect(near - far).toBeCloseTo(1, 6);
  });

  it('comes sooner for a few townships than for their many villages', () => {
    expect(zoomToTellApart(grid(10, 0.08), highest)).toBeLessThan(
      zoomToTellApart(grid(57, 0.014), highest),
    );
  });

  it('is from the start where there is nothing to tell apart', () => {
    expect(zoomToTellApart([], highest)).toBe(0);
    expect(zoomToTellApart([[116.7, 39.5]], highest)).toBe(0);
  });

  it('does not wait for two that lie on one spot', () => {
    const positions = [...grid(6, 0.1), [116, 39] as const];
    expect(zoomToTellApart(positions, highest)).toBeCloseTo(
      zoomToTellApart(grid(6, 0.1), highest),
      6,
    );
  });

  it('is never so far that the map cannot go there', () => {
    expect(zoomToTellApart(grid(3, 0), highest)).toBe(highest);
  });

  it('is that of the nearest neighbours of nine in ten, whatever the positions', () => {
    const position = fc.tuple(
      fc.double({ min: 116, max: 117, noNaN: true }),
      fc.double({ min: 38, max: 40, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(position, { minLength: 2, maxLength: 40 }), (positions) => {
        const zoom = zoomToTellApart(positions, 22);
        const points = positions.map(toMercator);
        const distances = points.map((point, index) =>
          Math.min(
            ...points
              .filter((_, other) => other !== index)
              .map((other) => Math.hypot(other[0] - point[0], other[1] - point[1])),
          ),
        );
        const apart = distances.filter(
          (distance) => distance * 512 * 2 ** zoom >= symbolWidth * 0.999_999,
        );
        expect(zoom === 22 || apart.length >= Math.floor(positions.length * 0.9)).toBe(true);
      }),
    );
  });
});

describe('the zoom from which areas are seen', () => {
  const square = (degrees: number): readonly LonLat[] => [
    [116, 39],
    [116 + degrees, 39],
    [116 + degrees, 39 + degrees],
    [116, 39 + degrees],
    [116, 39],
  ];

  it('comes sooner for larger ones, whichever way their rings turn', () => {
    const large = zoomToSeeAreas([square(0.2)], highest);
    expect(large).toBeLessThan(zoomToSeeAreas([square(0.05)], highest));
    expect(zoomToSeeAreas([square(0.2).toReversed()], highest)).toBeCloseTo(large, 9);
  });

  it('is the furthest there is for one without an area', () => {
    expect(zoomToSeeAreas([square(0)], highest)).toBe(highest);
  });
});
