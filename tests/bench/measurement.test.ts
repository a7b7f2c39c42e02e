import { describe, expect, it } from 'vitest';
import { figures, type FigureId } from './figures.ts';
import { formatBound, formatValue, notMeasured, verdictOf } from './measurement.ts';

const measured = (figure: FigureId, value: number) =>
  verdictOf({ kind: 'measured', figure, value, detail: '' });

describe('a figure', () => {
  it('that must be at most so much holds up to the limit', () => {
    expect(measured('homeHtml', 30)).toBe('yes');
    expect(measured('homeHtml', 30.001)).toBe('NO');
  });

  it('that must be at least so much holds from the limit', () => {
    expect(measured('pageThroughput', 1 / 3)).toBe('yes');
    expect(measured('pageThroughput', 0.33)).toBe('NO');
  });

  it('never holds where nothing came out', () => {
    expect(measured('mapReadable', Number.NaN)).toBe('NO');
    expect(measured('pageThroughput', Number.NaN)).toBe('NO');
  });

  it('that could not be measured is neither held nor missed', () => {
    const [measurement] = notMeasured(['dropped'], 'wrk not found on the PATH');
    expect(measurement && verdictOf(measurement)).toBe('not measured');
  });
});

describe('values', () => {
  it.each([
    ['kB', 28.44, '28.4 kB'],
    ['ms', 912.4, '912 ms'],
    ['ms', 0.812, '0.81 ms'],
    ['ratio', 0.21, '0.21'],
    ['ratio', 0.0123, '0.0123'],
    ['count', 0, '0'],
    ['ms', Number.NaN, 'none'],
  ] as const)('in %s: %d reads %s', (unit, value, text) => {
    expect(formatValue(unit, value)).toBe(text);
  });

  it('bounds read as in DESIGN §9', () => {
    expect(formatBound(figures.homeHtml)).toBe('≤ 30.0 kB');
    expect(formatBound(figures.pageThroughput)).toBe('≥ 0.33');
  });
});
