import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { realGeometry, realSelection, sceneOf, withRows } from '../fixture.ts';
import { palettes } from '../palette.ts';
import { overlayImages } from './features.ts';
import { mapStyle } from './style.ts';
import type { StyleInput } from './style-input.ts';

const selection = withRows(realSelection('national'), {
  '131082': { classId: 'named', isUnreported: false },
  '131002': { classId: 'creating', isPossible: true, isUnreported: true, isShown: false },
});
const input: StyleInput = {
  scene: sceneOf(selection),
  geometry: realGeometry,
  look: 'light',
  pixelsPerUnit: 0.4,
  zoom: 7.8,
  fonts: ['Noto Sans CJK SC', 'sans-serif'],
  baseMap: null,
  places: null,
};
const style = mapStyle(input);
const withBase = mapStyle({ ...input, baseMap: { key: 'a key', attribution: '天地图' } });

interface Collection {
  readonly features: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
}

function properties(source: string, name: string, value: unknown) {
  const spec = style.sources[source];
  const data = spec?.type === 'geojson' ? (spec.data as unknown as Collection) : { features: [] };
  return data.features.map((feature) => feature.properties).find((each) => each[name] === value);
}

describe('the MapLibre style of a scene', () => {
  it.each([
    ['without a base map', style],
    ['with one', withBase],
  ])('is valid by the specification, %s', (_, each) => {
    expect(validateStyleMin(each).map(({ message }) => message)).toEqual([]);
  });

  it('names no address, no glyphs and no sprite without a base map', () => {
    expect(JSON.stringify(style)).not.toMatch(/https?:|\/\//);
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
  });

  it('colours a county as the SVG does', () => {
    const { classes } = palettes.light;
    expect(properties('counties', 'code', '131082')).toMatchObject({
      fill: classes['step-4'].fill,
      overlayOpacity: 1,
    });
    expect(properties('labels', 'name', '三河市')).toMatchObject({
      note: 'named',
      ink: classes['step-4'].ink,
      halo: classes['step-4'].fill,
    });
  });

  it('lays hatch and dots over it, and dims what the filter leaves out', () => {
    const anci = properties('counties', 'code', '131002');
    expect(anci).toMatchObject({ hatch: 'light-hatch-step-2', dots: 'light-dots-step-2' });
    expect(anci?.['overlayOpacity']).toBeLessThan(0.2);
    expect(anci?.['fill']).not.toBe(palettes.light.classes['step-2'].fill);
  });

  it('knows the image of every pattern it refers to', () => {
    const images = overlayImages(input.scene, 'light');
    const spec = JSON.stringify(style);
    const named = [...spec.matchAll(/"(light-[a-z]+-[a-z0-9-]+)"/g)].map(([, name]) => name ?? '');
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !images.has(name))).toEqual([]);
  });

  it('writes labels as large as the SVG does, in the page’s fonts, and lets none fall away', () => {
    const layer = style.layers.find(({ id }) => id === 'county-label');
    expect(layer?.type === 'symbol' && layer.layout).toMatchObject({
      'text-size': 16,
      'text-allow-overlap': true,
      'text-font': ['Semibold', 'Noto Sans CJK SC', 'sans-serif'],
    });
  });

  it('lets a base map show through, and asks 天地图 alone for it', () => {
    const opacity = (each: typeof style) => {
      const fill = each.layers.find(({ id }) => id === 'county-fill');
      return fill?.type === 'fill' ? fill.paint?.['fill-opacity'] : undefined;
    };
    expect(opacity(style)).toBe(1);
    expect(opacity(withBase)).toBeLessThan(0.7);
    const hosts = [...JSON.stringify(withBase).matchAll(/https?:\/\/([^/"]+)/g)].map(
      ([, host]) => host,
    );
    expect(new Set(hosts)).toEqual(new Set(['t0.tianditu.gov.cn']));
    expect(JSON.stringify(withBase)).toContain('tk=a%20key');
    const ids = withBase.layers.map(({ id }) => id);
    expect(ids.indexOf('base-cva')).toBeLessThan(ids.indexOf('county-fill'));
  });
});
