import { describe, expect, it } from 'vitest';
import { passwordFault, passwordPolicies } from './password-policy.ts';

function codeUnder(policy: keyof typeof passwordPolicies, password: string): string | null {
  const fault = passwordFault(passwordPolicies[policy], password, 'linfang', 'newPassword');
  return fault?.code ?? null;
}

describe('a new password', () => {
  it.each([
    ['', 'required', 'required'],
    ['Kb7-wolke', 'too-short', 'too-short'],
    ['Kb7-wolken', null, 'too-short'],
    ['Kb7-wolken-x', null, null],
    ['kiefernbachwolke', 'not-complex', null],
    ['kiefern bach wolke', 'not-complex', null],
    ['kiefern-bach-27', null, null],
    ['松柏常青 2命 mo', null, 'too-short'],
    ['松柏常青 2命 mo 杨柳', null, null],
    ['Wolke-LinFang-27', 'contains-username', 'contains-username'],
    ['Wolke-gnafniL-27', 'contains-username', 'contains-username'],
    ['Password2025!', 'common-password', 'common-password'],
    ['x'.repeat(129), 'too-long', 'too-long'],
    ['😀😀😀😀😀aB1', 'too-short', 'too-short'],
  ])('“%s” comes to %s under dengbao and %s under modern', (password, dengbao, modern) => {
    expect([codeUnder('dengbao', password), codeUnder('modern', password)]).toEqual([
      dengbao,
      modern,
    ]);
  });

  it('is told how long, how long at most, and of how many kinds it must be', () => {
    const { dengbao } = passwordPolicies;
    expect(passwordFault(dengbao, 'short', 'lin', 'password')).toEqual({
      field: 'password',
      code: 'too-short',
      values: { min: '10' },
    });
    expect(passwordFault(dengbao, 'x'.repeat(200), 'lin', 'password')?.values).toEqual({
      max: '128',
    });
    expect(passwordFault(dengbao, 'kiefernbach', 'lin', 'password')?.values).toEqual({
      classes: '3',
    });
  });
});

describe('the numbers of the two policies', () => {
  it('are those of decision 0013', () => {
    expect(passwordPolicies).toEqual({
      dengbao: {
        minLength: 10,
        maxLength: 128,
        classes: 3,
        remembered: 5,
        rotationDays: 90,
        lockAfter: 5,
        lockMinutes: 30,
      },
      modern: {
        minLength: 12,
        maxLength: 128,
        classes: 1,
        remembered: 1,
        rotationDays: null,
        lockAfter: 10,
        lockMinutes: 15,
      },
    });
  });
});
