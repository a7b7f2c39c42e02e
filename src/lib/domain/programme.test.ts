import { describe, expect, it } from 'vitest';
import { testProgramme } from './programme-fixture.ts';
import { requiredCount, type Target } from './programme.ts';

describe('the number a target asks for, in whole numbers', () => {
  const share = (numerator: number, denominator: number): Target => ({
    ...(testProgramme().targets[0] as Target & { kind: 'number' }),
    kind: 'share',
    numerator,
    denominator,
  });
  it.each([
    [1, 3, 10, 4],
    [1, 3, 9, 3],
    [1, 2, 10, 5],
    [1, 2, 11, 6],
    [2, 3, 3, 2],
    [1, 3, 0, 1],
  ])('%d/%d of %d is %d', (numerator, denominator, units, required) => {
    expect(requiredCount(share(numerator, denominator), units)).toBe(required);
  });
});
