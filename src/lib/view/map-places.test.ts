import { describe, expect, it } from 'vitest';
import { placed } from '../domain/fixture.ts';
import { registerKnowledge, village } from '../domain/register-fixture.ts';
import { sentences } from '../i18n/sentences.ts';
import { defaultView } from '../map/url-state.ts';
import { mapPlaces, placesView } from './map-places.ts';

const today = '2026-01-31';
const say = sentences['zh-CN'];
const villages = { ...defaultView, theme: 'villages' as const };
const point = (longitude: number) => ({ type: 'Point' as const, coordinates: [longitude, 39.5] });
const square = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [116, 39],
      [116.1, 39],
      [116.1, 39.1],
      [116, 39.1],
      [116, 39],
    ],
  ],
};

/** Made up, like the places themselves. */
const knowledge = registerKnowledge({
  events: [village('990001100201', 'named', '2025')],
  places: [placed('990001100201', point(116.5)), placed('990001100202', point(116.6))],
});

describe('the places of a theme', () => {
  it('are those of its own units, each with its state', () => {
    const { units, pointZoom, areaZoom } = mapPlaces(knowledge, 'villages', today);
    expect(units.map(({ code, state, point: at }) => [code, state, at])).toEqual([
      ['990001100201', 'counted', [116.5, 39.5]],
      ['990001100202', 'unreported', [116.6, 39.5]],
    ]);
    expect(pointZoom).toBeGreaterThan(5);
    expect(areaZoom).toBeNull();
    expect(mapPlaces(knowledge, 'townships', today).units).toEqual([]);
    expect(mapPlaces(knowledge, 'national', today).units).toEqual([]);
  });

  it('stand as they did on the day asked for', () => {
    expect(mapPlaces(knowledge, 'villages', '2024-01-31').units[0]?.state).toBe('unreported');
  });

  it('may be areas, seen from a zoom of their own', () => {
    const areas = registerKnowledge({ places: [placed('990001100', square)] });
    const { units, pointZoom, areaZoom } = mapPlaces(areas, 'townships', today);
    expect(units[0]?.area).toHaveLength(1);
    expect(units[0]?.point).toEqual([116.05, 39.05]);
    expect(pointZoom).toBeNull();
    expect(areaZoom).toBeGreaterThan(0);
  });

  it('that were taken back are gone', () => {
    const later = { recordedAt: '2026-01-02T09:00:00+08:00' };
    const taken = registerKnowledge({
      places: [placed('990001100201', point(116.5)), placed('990001100201', null, later)],
    });
    expect(mapPlaces(taken, 'villages', today).units).toEqual([]);
    expect(placesView(taken, villages, today, 'v1', say)).toBeNull();
  });
});

describe('what the page says of them', () => {
  it('is how many there are, and where the map gets them, near enough', () => {
    const shown = placesView(knowledge, villages, today, 'v1', say);
    expect(shown?.note).toBe('已导入2个村的位置，在可缩放的地图上显示');
    expect(shown?.scene.href).toBe(`/map-places.json?theme=villages&at=${today}&version=v1`);
    const { pointZoom } = mapPlaces(knowledge, 'villages', today);
    expect(shown?.scene.zoom).toBeCloseTo(pointZoom ?? NaN, 2);
  });

  it('leads a village to its row of the register, a township to its page, on the same day', () => {
    const asked = { ...villages, at: '2025-12-31' };
    const [before, after] = placesView(knowledge, asked, '2025-12-31', 'v1', say)?.scene.link ?? [];
    const href = new URL(`${before}990001100201${after}`, 'http://site');
    expect(href.pathname).toBe('/villages');
    expect([...href.searchParams.values()]).toContain('990001100201');
    expect(href.searchParams.get('at')).toBe('2025-12-31');
    const areas = registerKnowledge({ places: [placed('990001100', square)] });
    const townships = { ...asked, theme: 'townships' as const };
    expect(placesView(areas, townships, '2025-12-31', 'v1', say)?.scene.link).toEqual([
      '/township/',
      '?at=2025-12-31',
    ]);
  });

  it('is nothing where nobody has placed a unit of the theme', () => {
    const townships = { ...defaultView, theme: 'townships' as const };
    expect(placesView(knowledge, townships, today, 'v1', say)).toBeNull();
    expect(placesView(knowledge, defaultView, today, 'v1', say)).toBeNull();
    expect(placesView(registerKnowledge(), villages, today, 'v1', say)).toBeNull();
  });
});
