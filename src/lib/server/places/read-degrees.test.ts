import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDegrees, readPair } from './read-degrees.ts';

describe('A coordinate in a cell', () => {
  it.each([
    ['116.6841', 116.6841],
    ['１１６．６８４１', 116.6841],
    ['116.6841°', 116.6841],
    ['东经116.6841', 116.6841],
    ['116.6841E', 116.6841],
    ['-116.5', -116.5],
    ['116°41′2.76″', 116.6841],
    ['116°41\'2.76"', 116.6841],
    ["116°41'2.76''", 116.6841],
    ['116度41分2.76秒', 116.6841],
    ['东经116°41′2.76″', 116.6841],
    ['116° 41′ 2.76″ E', 116.6841],
    ['116°41.046′', 116.6841],
    ['39°30′', 39.5],
    ['116°', 116],
  ])('%s is %d degrees', (text, expected) => {
    expect(readDegrees(text)?.value).toBeCloseTo(expected, 9);
  });

  it.each(['', '没有', '116°75′', '116°41′99″', '116.5°30′', '116°41.5′2″', '1e5', '39,5', '--1'])(
    '“%s” is none',
    (text) => {
      expect(readDegrees(text)).toBeNull();
    },
  );

  it('says which of the two it is, where it does', () => {
    expect(readDegrees('北纬39.5')?.axis).toBe('latitude');
    expect(readDegrees('E116.5')?.axis).toBe('longitude');
    expect(readDegrees('116.5')?.axis).toBeNull();
  });

  it('is as rough as it was written: bare minutes are, seconds are not', () => {
    const decimals = (text: string) =>
      /\.(\d+)$/.exec(String(readDegrees(text)?.asWritten))?.[1]?.length ?? 0;
    expect(decimals('116.5')).toBe(1);
    expect(decimals('116°41′')).toBeLessThan(3);
    expect(decimals('116°30′00″')).toBeGreaterThan(3);
  });

  it('of whole degrees, minutes and seconds means their sum', () => {
    const part = fc.integer({ min: 0, max: 59 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 179 }), part, part, (d, m, s) => {
        expect(readDegrees(`${d}°${m}′${s}″`)?.value).toBeCloseTo(d + m / 60 + s / 3600, 9);
      }),
    );
  });
});

describe('Two coordinates in one cell', () => {
  it.each([
    '116.5,39.25',
    '116.5，39.25',
    '116.5 39.25',
    '116.5、39.25',
    '(116.5, 39.25)',
    '[116.5;39.25]',
    'POINT (116.5 39.25)',
    '东经116.5，北纬39.25',
    '北纬39.25，东经116.5',
    '39°15′N 116°30′E',
    '116°30′ 39°15′',
    '116° 30′ 0″, 39° 15′ 0″',
  ])('%s', (text) => {
    const pair = readPair(text);
    expect(pair?.map(({ value }) => value)).toEqual([
      expect.closeTo(116.5, 9),
      expect.closeTo(39.25, 9),
    ]);
  });

  it.each(['116.5', '116.5,', '116.5 39.25 12', '无', ''])('“%s” are not two', (text) => {
    expect(readPair(text)).toBeNull();
  });
});
