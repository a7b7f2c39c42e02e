import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, intervalOf, isDay, isInstant, shanghaiDay } from './date.ts';

describe('a partial date is an interval of days', () => {
  it.each([
    ['2020', '2020-01-01', '2020-12-31'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2021-02', '2021-02-01', '2021-02-28'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
  ])('%s is %s to %s', (text, start, end) => {
    expect(intervalOf(text)).toEqual({ start, end });
  });

  it.each([
    '',
    '20',
    '2020-13',
    '2020-00',
    '2021-02-29',
    '2020-04-31',
    '2020-1-1',
    '0000',
    '2020-01-01T00:00',
    ' 2020',
    '２０２０',
    '2020-01-00',
  ])('%j names no date that exists', (text) => {
    expect(intervalOf(text)).toBeUndefined();
  });
});

it.each([
  ['2020-12-31', true],
  ['2020-12', false],
  ['2023-02-29', false],
])('isDay(%s) is %s', (text, answer) => {
  expect(isDay(text)).toBe(answer);
});

it.each([
  ['2020-12-31T09:00:00+08:00', true],
  ['2020-12-31T09:00:00Z', true],
  ['2020-12-31T09:00:00', false],
  ['2020-02-30T09:00:00Z', false],
  ['2020-12-31T24:00:00Z', false],
  ['2020-12-31', false],
])('isInstant(%s) is %s', (text, answer) => {
  expect(isInstant(text)).toBe(answer);
});

it('a Shanghai day begins at 16:00 UTC of the day before', () => {
  expect(shanghaiDay(Date.parse('2020-12-31T15:59:59.999Z'))).toBe('2020-12-31');
  expect(shanghaiDay(Date.parse('2020-12-31T16:00:00Z'))).toBe('2021-01-01');
});

const days = fc.integer({ min: 0, max: 80_000 }).map((count) => addDays('1900-01-01', count));

it('adding days and counting them are inverse', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -20_000, max: 20_000 }), (day, count) => {
      expect(daysBetween(day, addDays(day, count))).toBe(count);
    }),
  );
});

it('days compare as strings in the order of time', () => {
  fc.assert(
    fc.property(days, days, (a, b) => {
      expect(a < b).toBe(daysBetween(a, b) > 0);
    }),
  );
});
