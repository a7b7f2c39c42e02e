import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { paletteDeclarations } from '../palette.ts';
import { mapStylesheet } from './stylesheet.ts';

it('the page draws the map by the same rules', () => {
  const css = readFileSync(new URL('../../styles/map.css', import.meta.url), 'utf8');
  expect(css.trim()).toBe(mapStylesheet().trim());
});

it('uses no colour but those of the palette', () => {
  const defined = new Set(paletteDeclarations('light').match(/--[a-z0-9-]+/g));
  const used = new Set(mapStylesheet().match(/(?<=var\()--[a-z0-9-]+/g));
  const own = ['--map-fill', '--map-ink'];
  expect([...used].filter((name) => !defined.has(name) && !own.includes(name))).toEqual([]);
  expect(mapStylesheet()).not.toMatch(/#[0-9a-f]{3,6}\b/);
});
