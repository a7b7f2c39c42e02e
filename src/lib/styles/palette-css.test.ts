import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { looks, paletteDeclarations } from '../map/palette.ts';

const css = readFileSync(new URL('palette.css', import.meta.url), 'utf8').replace(/^ +/gm, '');

describe('palette.css', () => {
  it.each([
    ['light', 2],
    ['dark', 2],
    ['contrast', 2],
  ] as const)(
    'has every colour of the look %s, as chosen and as the system asks or prints',
    (look, times) => {
      expect(looks).toContain(look);
      expect(css.split(paletteDeclarations(look)).length - 1).toBe(times);
    },
  );
});
