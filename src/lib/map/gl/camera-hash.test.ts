import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCameraHash, isCameraHash, parseCameraHash } from './camera-hash.ts';

describe('the camera in the address', () => {
  it('is read back within a pixel', () => {
    const cameras = fc.record({
      zoom: fc.double({ min: 0, max: 20, noNaN: true }),
      latitude: fc.double({ min: -80, max: 80, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(cameras, ({ zoom, latitude, longitude }) => {
        const camera = parseCameraHash(formatCameraHash({ center: [longitude, latitude], zoom }));
        const degreesPerPixel = 360 / (512 * 2 ** zoom);
        expect(camera?.zoom).toBeCloseTo(zoom, 1);
        expect(Math.abs((camera?.center[0] ?? NaN) - longitude)).toBeLessThan(degreesPerPixel);
        expect(Math.abs((camera?.center[1] ?? NaN) - latitude)).toBeLessThan(degreesPerPixel);
      }),
    );
  });

  it('is written out where it is next to the equator', () => {
    const hash = formatCameraHash({ center: [0, 0.0000002], zoom: 19.5 });
    expect(hash).toMatch(/^#map=19\.5\/0\.0+[1-9]\d*\/0$/);
    expect(parseCameraHash(hash)).not.toBeNull();
  });

  it('is zoom, latitude and longitude', () => {
    expect(formatCameraHash({ center: [116.7, 39.5], zoom: 9.25 })).toBe('#map=9.25/39.5/116.7');
    expect(parseCameraHash('#map=9.25/39.5/116.7')).toEqual({ center: [116.7, 39.5], zoom: 9.25 });
  });

  it.each([
    '',
    '#',
    '#table',
    '#map=',
    '#map=9/39',
    '#map=9/200/116',
    '#map=x/y/z',
    '#map=99/1/1',
    '#map=1..2/3/4',
  ])('that cannot be, as in %j, is passed over', (hash) => {
    expect(parseCameraHash(hash)).toBeNull();
  });

  it('leaves another anchor alone', () => {
    expect(['', '#', '#map=1/2/3', '#table', '#mapping'].map(isCameraHash)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
