import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfIso, dayOfSerial, isBuiltInDayFormat, isDayFormat } from './excel-day.ts';

describe('The day of a day number', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [45_728, '2025-03-12'],
    [45_728.999, '2025-03-12'],
    [2_958_465, '9999-12-31'],
  ])('%d is %s in the 1900 system', (serial, day) => {
    expect(dayOfSerial(serial, false)).toBe(day);
  });

  it('is none for the 29 February 1900, for a time alone and outside the calendar', () => {
    for (const serial of [60, 60.5, 0, 0.5, -1, 2_958_466, 1e300])
      expect(dayOfSerial(serial, false)).toBeNull();
    for (const serial of [-1, 2_957_004]) expect(dayOfSerial(serial, true)).toBeNull();
  });

  it('counts from 1904 in workbooks of the old Mac', () => {
    expect(dayOfSerial(0, true)).toBe('1904-01-01');
    expect(dayOfSerial(2_957_003, true)).toBe('9999-12-31');
  });

  it('is the same in both systems, 1,462 apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_957_003 }), (serial) => {
        expect(dayOfSerial(serial, true)).toBe(dayOfSerial(serial + 1_462, false));
      }),
    );
  });
});

describe('A day in words', () => {
  it.each([
    ['2025-03-12', '2025-03-12'],
    ['2025-03-12T08:30:00.000Z', '2025-03-12'],
    ['2025-03-12T23:59:59+08:00', '2025-03-12'],
    ['2025-02-29', null],
    ['2025-13-01', null],
    ['12:30:00', null],
    ['', null],
  ])('%s → %s', (text, day) => {
    expect(dayOfIso(text)).toBe(day);
  });
});

describe('A number format shows a day', () => {
  it.each([
    'yyyy"年"m"月"d"日"',
    'yyyy/m/d',
    'm/d/yy h:mm',
    '[$-804]yyyy"年"m"月"d"日";@',
    '[DBNum1][$-804]yyyy"年"m"月"',
    'mmm',
    '[$-804]aaaa',
    '[Red]d',
    'e"年"m"月"',
  ])('%s', (code) => {
    expect(isDayFormat(code)).toBe(true);
  });

  it.each([
    'General',
    'G/通用格式',
    '0.00',
    '0.00E+00',
    '##0.0E-0',
    '[Red]0"days"',
    'h:mm:ss',
    '[h]:mm',
    'mm:ss.0',
    '上午/下午h"时"mm"分"',
    '0\\d',
    '@',
    '#,##0_d',
    '',
  ])('not %s', (code) => {
    expect(isDayFormat(code)).toBe(false);
  });

  it('knows the built-in ones', () => {
    expect([14, 22, 31, 58].map(isBuiltInDayFormat)).toEqual([true, true, true, true]);
    expect([0, 2, 20, 32, 46, 49].map(isBuiltInDayFormat)).toEqual(Array(6).fill(false));
  });
});
