import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cameraFor,
  frameOf,
  fromMercator,
  fromViewBox,
  kilometresPerUnit,
  pixelsPerUnit,
  toMercator,
  toViewBox,
  type Camera,
} from './projection.ts';

const langfang = [116.11114, 38.469795, 117.255562, 40.082603] as const;
const frame = frameOf(langfang, 1000, 0.035);

/** Where MapLibre draws a position, in px from the container's top left corner. */
function screen(camera: Camera, width: number, height: number, x: number, y: number) {
  const world = 512 * 2 ** camera.zoom;
  const [centerX, centerY] = toMercator(camera.center);
  return [(x - centerX) * world + width / 2, (y - centerY) * world + height / 2] as const;
}

describe('the mercator square', () => {
  it('has Greenwich on the equator in its middle and the limit of the projection at its edge', () => {
    expect(toMercator([0, 0])).toEqual([0.5, expect.closeTo(0.5, 12)]);
    expect(toMercator([-180, 85.051129])[0]).toBe(0);
    expect(toMercator([-180, 85.051129])[1]).toBeCloseTo(0, 7);
  });

  it('gives every position back', () => {
    const longitudes = fc.double({ min: -180, max: 180, noNaN: true });
    const latitudes = fc.double({ min: -85, max: 85, noNaN: true });
    fc.assert(
      fc.property(longitudes, latitudes, (longitude, latitude) => {
        const [backLongitude, backLatitude] = fromMercator(toMercator([longitude, latitude]));
        expect(backLongitude).toBeCloseTo(longitude, 9);
        expect(backLatitude).toBeCloseTo(latitude, 9);
      }),
    );
  });
});

describe('the frame', () => {
  it('shows the bounds with the same margin on all sides', () => {
    const [left, top] = toViewBox(frame, [langfang[0], langfang[3]]);
    const [right, bottom] = toViewBox(frame, [langfang[2], langfang[1]]);
    expect(left).toBeCloseTo(top, 6);
    expect(frame.width - right).toBeCloseTo(left, 6);
    expect(Math.abs(frame.height - bottom - left)).toBeLessThan(0.5);
  });

  it('stands upright for a prefecture that is higher than wide', () => {
    expect(frame.width).toBe(1000);
    expect(frame.height).toBeGreaterThan(1500);
  });

  it('knows its scale at the centre: a degree of latitude is 111 km', () => {
    const [longitude, latitude] = fromViewBox(frame, [500, frame.height / 2]);
    const [, a] = toViewBox(frame, [longitude, latitude - 0.05]);
    const [, b] = toViewBox(frame, [longitude, latitude + 0.05]);
    expect((a - b) * kilometresPerUnit(frame)).toBeCloseTo(11.1, 1);
  });
});

describe('the camera of a view', () => {
  const sizes = fc.integer({ min: 200, max: 4000 });

  it('puts the corners of the viewBox where the SVG has them, in a container of any shape', () => {
    fc.assert(
      fc.property(sizes, sizes, (width, height) => {
        const camera = cameraFor(frame, width, height);
        const scale = pixelsPerUnit(frame, width, height);
        // xMidYMid meet: scaled to fit, centred both ways.
        const offsetX = (width - frame.width * scale) / 2;
        const offsetY = (height - frame.height * scale) / 2;
        for (const [x, y] of [
          [0, 0],
          [frame.width, 0],
          [0, frame.height],
          [frame.width, frame.height],
        ] as const) {
          const [mercatorX, mercatorY] = toMercator(fromViewBox(frame, [x, y]));
          const [screenX, screenY] = screen(camera, width, height, mercatorX, mercatorY);
          expect(screenX).toBeCloseTo(offsetX + x * scale, 4);
          expect(screenY).toBeCloseTo(offsetY + y * scale, 4);
        }
      }),
    );
  });
});
