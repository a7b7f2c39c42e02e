import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSpread, median, percentile, spreadOf } from './statistics.ts';

describe('percentile', () => {
  it.each([
    [[5, 1, 4, 2, 3], 0.5, 3],
    [[5, 1, 4, 2, 3], 0, 1],
    [[5, 1, 4, 2, 3], 1, 5],
    [[1, 2, 3, 4], 0.95, 4],
    [Array.from({ length: 100 }, (_, index) => index + 1), 0.95, 95],
    [Array.from({ length: 100 }, (_, index) => index + 1), 0.99, 99],
  ])('of %j at %d is %d, by nearest rank', (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });

  it('is always one of the values, and never falls as the share rises', () => {
    const shares = fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), shares, (values, [a, b]) => {
        const low = percentile(values, Math.min(a, b));
        expect(values).toContain(low);
        expect(low).toBeLessThanOrEqual(percentile(values, Math.max(a, b)));
      }),
    );
  });
});

describe('median', () => {
  it('is the middle value, or the mean of the two middle ones', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('of nothing is no number', () => {
    expect(median([])).toBeNaN();
    expect(percentile([], 0.5)).toBeNaN();
  });
});

describe('spread', () => {
  it('tells least, median, p95 and most', () => {
    expect(spreadOf([30, 10, 20])).toEqual({ runs: 3, median: 20, least: 10, p95: 30, most: 30 });
  });

  it('reads as a range', () => {
    expect(formatSpread([912.4, 1040, 980])).toBe('912–1040 in 3 runs');
  });
});
