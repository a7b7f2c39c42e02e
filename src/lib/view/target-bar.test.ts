import { describe, expect, it } from 'vitest';
import { targetBar } from './target-bar.ts';

describe('the bar of a target', () => {
  it('is divided into units where they can be counted', () => {
    const bar = targetBar({ low: 2, high: 5, required: 4, denominator: 10 });
    expect(bar).toMatchObject({ low: 20, high: 50, required: 40, isOpen: false });
    expect(bar.ticks).toHaveLength(9);
  });

  it('reaches a little beyond the target where there are thousands', () => {
    const bar = targetBar({ low: 0, high: 3200, required: 250, denominator: 3200 });
    expect(bar).toMatchObject({ low: 0, high: 100, required: 66.7, ticks: [], isOpen: true });
  });

  it('has room for more than was asked for', () => {
    const bar = targetBar({ low: 400, high: 400, required: 250, denominator: 3200 });
    expect(bar.low).toBeLessThan(100);
    expect(bar.isOpen).toBe(false);
  });
});
