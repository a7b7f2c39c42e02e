import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patterns } from '../patterns.ts';
import { cameraFor, frameOf, fromMercator, toMercator } from '../projection.ts';
import { cameraLimits } from './limits.ts';
import { patternSize } from './pattern-size.ts';
import { fontFamilies } from './style-input.ts';

const frame = frameOf([116.11, 38.47, 117.26, 40.08], 1000, 0.035);
const sizes = fc.integer({ min: 200, max: 4000 });

describe('the limits of the camera', () => {
  it('hold the opening view, in a container of any shape, so that taking over makes no jump', () => {
    fc.assert(
      fc.property(sizes, sizes, (width, height) => {
        const { center, zoom } = cameraFor(frame, width, height);
        const { minZoom, maxZoom, bounds } = cameraLimits(frame, width, height, false);
        expect(zoom).toBeGreaterThan(minZoom);
        expect(zoom).toBeLessThan(maxZoom);
        const [x, y] = toMercator(center);
        const half = [width, height].map((size) => size / 2 / (512 * 2 ** zoom));
        const [west, north] = fromMercator([x - (half[0] ?? 0), y - (half[1] ?? 0)]);
        const [east, south] = fromMercator([x + (half[0] ?? 0), y + (half[1] ?? 0)]);
        expect(bounds[0] < west && bounds[1] < south && east < bounds[2] && north < bounds[3]).toBe(
          true,
        );
      }),
    );
  });

  it('let a reader come nearer only where a base map has more to show', () => {
    const near = cameraLimits(frame, 800, 800, true).maxZoom;
    expect(near).toBeGreaterThan(cameraLimits(frame, 800, 800, false).maxZoom);
  });
});

describe('a pattern image', () => {
  it('is shown at the size the SVG has, at the zoom of the opening view', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 3, noNaN: true }),
        fc.double({ min: 5, max: 12, noNaN: true }),
        fc.constantFrom(1, 1.5, 2, 3),
        (pixelsPerUnit, zoom, ratio) => {
          const { side, repeat, pixelRatio } = patternSize(
            patterns.hatch,
            pixelsPerUnit,
            zoom,
            ratio,
          );
          // MapLibre stretches by the part of the zoom beyond a whole level.
          const shown = (side / pixelRatio / repeat) * 2 ** (zoom % 1);
          expect(Math.abs(shown - patterns.hatch.size * pixelsPerUnit)).toBeLessThan(0.5);
        },
      ),
    );
  });
});

it('reads the families of a CSS value without their quotes', () => {
  expect(fontFamilies(`'PingFang SC', "Microsoft YaHei", system-ui,sans-serif`)).toEqual([
    'PingFang SC',
    'Microsoft YaHei',
    'system-ui',
    'sans-serif',
  ]);
});
