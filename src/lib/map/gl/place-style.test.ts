import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { realGeometry, realSelection, sceneOf } from '../fixture.ts';
import type { MapPlaces } from '../places-scene.ts';
import { mapStyle } from './style.ts';
import type { StyleInput } from './style-input.ts';

const ring = [
  [116, 39],
  [116.1, 39],
  [116.1, 39.1],
  [116, 39],
] as const;
/** Made up. */
const places: MapPlaces = {
  units: [
    { code: '990001100', name: '长安镇', state: 'counted', point: [116.5, 39.5] },
    { code: '990001101', name: '北埠镇', state: 'none', point: [116.05, 39.05], area: [[ring]] },
  ],
  pointZoom: 9.4,
  areaZoom: 8.2,
};
const input: StyleInput = {
  scene: sceneOf(realSelection('townships')),
  geometry: realGeometry,
  look: 'light',
  pixelsPerUnit: 0.4,
  zoom: 7.8,
  fonts: ['Noto Sans CJK SC', 'sans-serif'],
  baseMap: null,
  places,
};
const style = mapStyle(input);
const layer = (id: string) => style.layers.find((each) => each.id === id);

describe('the units on the interactive map', () => {
  it('are drawn in a style that is valid, in every look', () => {
    for (const look of ['light', 'dark', 'contrast'] as const) {
      expect(validateStyleMin(mapStyle({ ...input, look })).map(({ message }) => message)).toEqual(
        [],
      );
    }
  });

  it('appear from their own zoom, points and areas', () => {
    expect(layer('place-point')).toMatchObject({ minzoom: 9.4 });
    expect(layer('place-area')).toMatchObject({ minzoom: 8.2 });
    expect(layer('place-outline')).toMatchObject({ minzoom: 8.2 });
    expect(layer('place-area-point')).toMatchObject({ minzoom: 8.2 });
  });

  it('lie above the counties’ colours, and their symbols above everything', () => {
    const ids = style.layers.map(({ id }) => id);
    expect(ids.indexOf('place-area')).toBeGreaterThan(ids.indexOf('county-fill'));
    expect(ids.indexOf('place-area')).toBeLessThan(ids.indexOf('county-border'));
    expect(ids.indexOf('place-point')).toBeGreaterThan(ids.indexOf('county-label'));
  });

  it('leave no trace where there are none', () => {
    expect(JSON.stringify(mapStyle({ ...input, places: null }))).not.toContain('place-');
    const empty = { units: [], pointZoom: null, areaZoom: null };
    const ids = mapStyle({ ...input, places: empty }).layers.map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith('place-'))).toEqual([]);
  });
});
