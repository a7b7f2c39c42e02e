import { describe, expect, it } from 'vitest';
import { decideOutcome, expectedOn, paceWord, type OutcomeInput } from './outcome.ts';

const thresholds = { onTrack: 0.95, accelerate: 0.6 };
const pace = { base: 0, required: 100, start: '2020-01-01', deadline: '2020-04-10' };

describe('the expected count', () => {
  it.each([
    ['2019-06-01', 0],
    ['2020-01-01', 0],
    ['2020-02-20', 50],
    ['2020-04-10', 100],
    ['2021-01-01', 100],
  ])('on %s is %d', (at, expected) => {
    expect(expectedOn(at, pace)).toBeCloseTo(expected, 10);
  });

  it('starts from the base', () => {
    expect(expectedOn('2020-02-20', { ...pace, base: 20 })).toBeCloseTo(60, 10);
  });
});

describe('the word of a count, against an expectation of 50', () => {
  const halfWay = '2020-02-20';
  it.each([
    [100, 'met'],
    [48, 'on-track'],
    [47.5, 'on-track'],
    [47, 'accelerate'],
    [30, 'accelerate'],
    [29, 'behind'],
    [0, 'behind'],
  ] as const)('%d is %s', (count, word) => {
    expect(paceWord(count, halfWay, pace, thresholds)).toBe(word);
  });

  it('below the base it has gone back', () => {
    expect(paceWord(5, halfWay, { ...pace, base: 6 }, thresholds)).toBe('regressed');
  });

  it('a ratio of exactly the threshold reaches it, whatever floats make of it', () => {
    const leapYear = { base: 2, required: 4, start: '2020-01-01', deadline: '2021-01-01' };
    // (3 − 2) ÷ (2 × 305 ÷ 366) is 0.6; in floats 0.5999999999999999.
    expect(paceWord(3, '2020-11-01', leapYear, thresholds)).toBe('accelerate');
  });

  it('at the very start, where nothing is expected yet, it is on track', () => {
    expect(paceWord(6, pace.start, { ...pace, base: 6 }, thresholds)).toBe('on-track');
  });
});

describe('the outcome', () => {
  const input = (rest: Partial<OutcomeInput>): OutcomeInput => ({
    base: 0,
    required: 4,
    start: '2020-01-01',
    deadline: '2025-12-31',
    at: '2026-06-01',
    low: 0,
    high: 0,
    onDeadline: () => ({ high: 0, required: 4 }),
    steps: [],
    thresholds,
    ...rest,
  });
  const step = (from: string, low: number) => ({ from, low, required: 4 });

  it('met on the first day of the run that lasts', () => {
    const steps = [step('2021-01-01', 4), step('2022-01-01', 3), step('2024-01-01', 4)];
    expect(decideOutcome(input({ low: 4, high: 4, steps }))).toEqual({
      outcome: 'met',
      metOn: '2024-01-01',
    });
  });

  it('on the deadline is met, a day after is late', () => {
    const on = (day: string) => decideOutcome(input({ low: 4, high: 4, steps: [step(day, 4)] }));
    expect(on('2025-12-31').outcome).toBe('met');
    expect(on('2026-01-01').outcome).toBe('met-late');
  });

  it('held once and no longer is lost, before the deadline as after it', () => {
    const steps = [step('2021-01-01', 4), step('2022-01-01', 3)];
    expect(decideOutcome(input({ low: 3, high: 9, steps })).outcome).toBe('lost');
    expect(decideOutcome(input({ low: 3, high: 9, steps, at: '2023-01-01' })).outcome).toBe('lost');
  });

  it('a step after the day asked about is not seen', () => {
    const steps = [step('2021-01-01', 3), step('2026-09-01', 4)];
    expect(
      decideOutcome(input({ low: 3, high: 3, onDeadline: () => ({ high: 3, required: 4 }), steps }))
        .outcome,
    ).toBe('not-met');
  });

  it('after the deadline it is not met only where even the upper bound falls short', () => {
    const after = (high: number) =>
      decideOutcome(input({ low: 1, high: 10, onDeadline: () => ({ high, required: 4 }) })).outcome;
    expect(after(3)).toBe('not-met');
    expect(after(4)).toBe('undetermined');
  });

  it('before the deadline bounds of different words leave it undetermined', () => {
    const before = (low: number, high: number) =>
      decideOutcome(input({ at: '2022-12-31', low, high })).outcome;
    expect(before(2, 2)).toBe('on-track');
    expect(before(2, 3)).toBe('on-track');
    expect(before(1, 2)).toBe('undetermined');
    expect(before(2, 4)).toBe('undetermined');
    expect(before(0, 0)).toBe('behind');
  });
});
