import { describe, expect, it } from 'vitest';
import { contrast, difference, lightness, visions } from './colour-vision.ts';
import { looks, paintKeys, paintOf, palettes, paletteDeclarations, stepKeys } from './palette.ts';
import { hatchCoverage } from './patterns.ts';

/**
 * CIEDE2000. Readers of choropleth maps tell two classes apart reliably from about 10 on
 * (Brychtová and Çöltekin 2017, "The effect of spatial distance on the discriminability of colors
 * in maps": accuracy stops rising at 10); a just visible step is about 1.
 */
const apart = 10;
/** "Not known" is told by its hatch; its paper only has to look unlike the flat colours. */
const apartFromHatch = 5;

const filled = paintKeys.filter((key) => key !== 'unknown');
const pairs = filled.flatMap((a, i) => filled.slice(i + 1).map((b) => [a, b] as const));

/** What a fine pattern looks like from afar: ink and paper mixed by area, in linear light. */
function mix(ink: string, paper: string, share: number): string {
  const channel = (from: number): string => {
    const [a, b] = [ink, paper].map(
      (c) => (Number.parseInt(c.slice(from, from + 2), 16) / 255) ** 2.2,
    );
    const value = (a ?? 0) * share + (b ?? 0) * (1 - share);
    return Math.round(value ** (1 / 2.2) * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

describe.each(looks)('the %s palette', (look) => {
  const { classes, land, border, contextLabel, focus, selected } = palettes[look];

  it.each(visions)('keeps any two classes apart in %s vision', (vision) => {
    for (const [a, b] of pairs) {
      const seen = difference(classes[a].fill, classes[b].fill, vision);
      expect(seen, `${a} and ${b}`).toBeGreaterThanOrEqual(apart);
    }
  });

  it.each(visions)(
    'keeps the hatch of the unknown unlike any flat colour in %s vision',
    (vision) => {
      const hatch = mix(classes.unknown.ink, classes.unknown.fill, hatchCoverage);
      for (const key of filled) {
        const seen = difference(hatch, classes[key].fill, vision);
        expect(seen, key).toBeGreaterThanOrEqual(apartFromHatch);
      }
    },
  );

  it('has a ramp that only gets darker, or only lighter, with every step', () => {
    const steps = stepKeys.map((key) => lightness(classes[key].fill));
    const sign = Math.sign((steps.at(-1) ?? 0) - (steps[0] ?? 0));
    expect(sign).toBe(look === 'dark' ? 1 : -1);
    steps.slice(1).forEach((value, index) => {
      expect(sign * (value - (steps[index] ?? 0))).toBeGreaterThan(10);
    });
  });

  it('writes on every class with enough contrast', () => {
    // WCAG 2.2: 1.4.3 asks for 4.5, 1.4.6 (enhanced) for 7.
    const needed = look === 'contrast' ? 7 : 4.5;
    for (const key of paintKeys) {
      expect(contrast(classes[key].fill, classes[key].ink), key).toBeGreaterThanOrEqual(needed);
    }
    expect(contrast(land, contextLabel)).toBeGreaterThanOrEqual(needed);
  });

  it('shows borders and rings against the land around (WCAG 1.4.11: 3)', () => {
    for (const colour of [border, focus, selected]) {
      expect(contrast(land, colour)).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('a class on the ramp', () => {
  it.each([
    [5, ['step-0', 'step-1', 'step-2', 'step-3', 'step-4']],
    [4, ['step-0', 'step-1', 'step-3', 'step-4']],
    [2, ['step-0', 'step-4']],
    [1, ['step-4']],
  ])('is spread so that the furthest of %i is the furthest colour', (steps, expected) => {
    expect(expected.map((_, rank) => paintOf('step', rank, steps))).toEqual(expected);
  });

  it('shares a colour with its neighbour where there are more classes than colours', () => {
    const keys = Array.from({ length: 8 }, (_, rank) => paintOf('step', rank, 8));
    expect(new Set(keys)).toEqual(new Set(stepKeys));
    expect([...keys].sort()).toEqual(keys);
  });

  it('that is no step is painted by its kind', () => {
    expect(['none', 'left', 'unknown'].map((kind) => paintOf(kind as 'none', -1, 5))).toEqual([
      'none',
      'left',
      'unknown',
    ]);
  });
});

it('names every colour as a custom property', () => {
  const lines = paletteDeclarations('light').split('\n');
  expect(lines).toContain('--class-step-4: #113725;');
  expect(lines).toContain('--class-left-ink: #05100b;');
  expect(lines.every((line) => /^--[a-z0-9-]+: #[0-9a-f]{6};$/.test(line))).toBe(true);
});
