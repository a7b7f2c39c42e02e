import { describe, expect, it } from 'vitest';
import type { Bitmap } from './png.ts';
import { agreementOf, inkOf, isReadable, shareOf } from './visual.ts';

const size = 40;
const region = { box: { x: 0, y: 0, width: size, height: size }, covered: [] };
type Colour = readonly [number, number, number];
const white: Colour = [255, 255, 255];
const green: Colour = [77, 150, 93];
const black: Colour = [5, 16, 11];

/** A picture painted point by point. */
function picture(colourAt: (x: number, y: number) => Colour): Bitmap {
  const bytes = new Uint8Array(size * size * 3);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) bytes.set(colourAt(x, y), (y * size + x) * 3);
  }
  return { width: size, height: size, channels: 3, bytes };
}

const inCounty = (x: number, y: number) => x >= 10 && x < 30 && y >= 10 && y < 30;
const inName = (x: number, y: number) => y === 20 && x >= 16 && x < 24;
const blank = picture(() => white);
const filled = picture((x, y) => (inCounty(x, y) ? green : white));
const finished = picture((x, y) => (inName(x, y) ? black : inCounty(x, y) ? green : white));

describe('a map', () => {
  const ink = inkOf(finished, region);

  it('is readable when it is as the finished one', () => {
    expect(isReadable(agreementOf(finished, finished, region, ink))).toBe(true);
  });

  it('is not readable while its counties are missing', () => {
    expect(isReadable(agreementOf(blank, finished, region, ink))).toBe(false);
  });

  it('is not readable while only its names are missing, though nearly all pixels agree', () => {
    const agreement = agreementOf(filled, finished, region, ink);
    expect(agreement.all).toBeGreaterThan(0.95);
    expect(isReadable(agreement)).toBe(false);
  });

  it('is readable before a button over it has come', () => {
    const button = { x: 30, y: 2, width: 8, height: 6 };
    const isButton = (x: number, y: number) => x >= 30 && x < 38 && y >= 2 && y < 8;
    const later = picture((x, y) =>
      isButton(x, y) ? black : inName(x, y) ? black : inCounty(x, y) ? green : white,
    );
    const open = inkOf(later, region);
    expect(isReadable(agreementOf(finished, later, region, open))).toBe(false);
    const covered = { ...region, covered: [button] };
    expect(isReadable(agreementOf(finished, later, covered, inkOf(later, covered)))).toBe(true);
  });

  it('of another size agrees in nothing', () => {
    const other: Bitmap = { width: 1, height: 1, channels: 3, bytes: new Uint8Array(3) };
    expect(agreementOf(other, finished, region, ink)).toEqual({ all: 0, ink: 0 });
  });
});

it('tells how much of a box has a colour', () => {
  expect(shareOf(green, filled, region)).toBeCloseTo(400 / (size - 1) ** 2, 5);
  expect(shareOf(green, blank, region)).toBe(0);
});
