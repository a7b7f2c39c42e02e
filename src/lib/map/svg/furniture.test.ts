import { describe, expect, it } from 'vitest';
import { frameOf, kilometresPerUnit } from '../projection.ts';
import { furniture, scaleLength } from './furniture.ts';
import { escapeMarkup } from './markup.ts';
import { renderSwatch, swatchOf } from './swatch.ts';

const frame = frameOf([116.11, 38.47, 117.26, 40.08], 1000, 0.035);
const words = { north: '北', kilometres: (length: number) => `${length} 公里`, captions: [] };

describe('the scale bar', () => {
  it('is a round length, right at the centre of the map', () => {
    const bar = /class="map-scale" d="M\d+ \d+v10h(\d+)v-10"/.exec(furniture(frame, words));
    expect(scaleLength(frame)).toBe(20);
    expect(Number(bar?.[1]) * kilometresPerUnit(frame)).toBeCloseTo(20, 0);
    expect(furniture(frame, words)).toContain('>20 公里</text>');
  });

  it.each([
    [[116, 39, 116.02, 39.02], 0.5],
    [[110, 30, 120, 40], 0.5],
  ] as const)('takes at most a fifth of the width, for %j too', (bounds, least) => {
    const other = frameOf(bounds, 1000, 0.035);
    const width = scaleLength(other) / kilometresPerUnit(other);
    expect(width).toBeLessThanOrEqual(scaleLength(other) === 1 ? 1000 : 200);
    expect(width).toBeGreaterThan(least);
  });
});

describe('a swatch', () => {
  it('shows the pattern of its class as the map does', () => {
    expect(renderSwatch(swatchOf('unknown'), 'legend-7')).toContain('url(#legend-7-hatch-unknown)');
    expect(renderSwatch(swatchOf('step-2'), 'legend-2')).not.toContain('<pattern');
    expect(swatchOf('left').patterns).toEqual(['bars']);
  });

  it('is not read out: its text stands beside it', () => {
    expect(renderSwatch(swatchOf('none'), 'x')).toContain('aria-hidden="true"');
  });
});

it('takes out what XML forbids', () => {
  expect(escapeMarkup('a\u0000b\u000bc\ufffe&\ud800<')).toBe('abc&amp;&lt;');
  expect(escapeMarkup('三河\n𠀀')).toBe('三河\n𠀀');
});
