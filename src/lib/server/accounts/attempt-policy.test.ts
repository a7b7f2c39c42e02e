import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressWaitAfter, waitAfter } from './attempt-policy.ts';
import { passwordPolicies } from './password-policy.ts';

const minute = 60_000;

describe('the wait after wrong answers', () => {
  it('grows, and locks at every fifth for longer, under dengbao', () => {
    const { dengbao } = passwordPolicies;
    const waits = Array.from({ length: 16 }, (_, at) => waitAfter(at, dengbao) / 1000);
    expect(waits).toEqual([0, 0, 0, 1, 2, 1800, 0, 0, 1, 2, 3600, 0, 0, 1, 2, 3600]);
  });

  it('locks at every tenth under modern', () => {
    const { modern } = passwordPolicies;
    const locks = [10, 20, 30, 40].map((failures) => waitAfter(failures, modern) / minute);
    expect(locks).toEqual([15, 30, 60, 60]);
  });

  it('leaves a guesser under 260 tries a day', () => {
    for (const policy of Object.values(passwordPolicies)) {
      let tries = 0;
      for (let spent = 0; spent < 1440 * minute; spent += waitAfter(tries, policy)) tries += 1;
      expect(tries).toBeLessThan(260);
    }
  });

  it('is an hour at most, so that nobody is locked out of a day', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (failures) => {
        for (const policy of Object.values(passwordPolicies)) {
          expect(waitAfter(failures, policy)).toBeLessThanOrEqual(60 * minute);
        }
        expect(addressWaitAfter(failures)).toBeLessThanOrEqual(15 * minute);
      }),
    );
  });

  it('of an address begins at the thirtieth', () => {
    const waits = [0, 29, 30, 31, 33, 34, 60].map(
      (failures) => addressWaitAfter(failures) / minute,
    );
    expect(waits).toEqual([0, 0, 1, 2, 8, 15, 15]);
  });
});
