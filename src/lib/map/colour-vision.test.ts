import { describe, expect, it } from 'vitest';
import { contrast, difference, lightness, luminance } from './colour-vision.ts';
import { mixColours } from './mix-colours.ts';

describe('the difference of colours', () => {
  it('is none between equals and 100 between black and white', () => {
    expect(difference('#1e633b', '#1e633b')).toBe(0);
    expect(difference('#000000', '#ffffff')).toBeCloseTo(100, 3);
  });

  it('agrees with published values of CIEDE2000', () => {
    // Red against green in sRGB, as colour libraries give it.
    expect(difference('#ff0000', '#00ff00')).toBeCloseTo(86.61, 1);
  });

  it('shrinks between a red and a green of one lightness for those who lack a kind of cone', () => {
    const [red, green] = ['#c0503c', '#5f8a2f'];
    const normal = difference(red, green);
    expect(difference(red, green, 'deuteranopia')).toBeLessThan(normal / 2);
    expect(difference(red, green, 'protanopia')).toBeLessThan(normal / 2);
  });
});

it('contrast is that of WCAG: 21 for black on white, 4.48 for #777 on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
  expect(luminance('#ffffff')).toBeCloseTo(1, 6);
  expect(lightness('#777777')).toBeCloseTo(50, 0);
});

it('mixes as color-mix in srgb does', () => {
  expect(mixColours('#ff0000', '#0000ff', 0.25)).toBe('#4000bf');
  expect(mixColours('#123456', '#ffffff', 1)).toBe('#123456');
});
