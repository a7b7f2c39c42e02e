import { describe, expect, it } from 'vitest';
import { silenceBetween } from './silence.ts';

describe('how long nobody has reported', () => {
  it.each([
    ['2020-12-31', '2026-11-23', 5, 10],
    ['2020-12-31', '2021-12-31', 1, 0],
    ['2020-12-31', '2021-02-28', 0, 2],
    ['2026-10-24', '2026-11-23', 0, 0],
    ['2026-10-23', '2026-11-23', 0, 1],
    ['2026-11-23', '2026-11-23', 0, 0],
    ['2027-01-01', '2026-11-23', 0, 0],
  ])('from %s to %s: %i years %i months', (from, to, years, months) => {
    expect(silenceBetween(from, to)).toEqual({ years, months });
  });
});
