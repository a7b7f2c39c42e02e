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
    ['aB3-xY9z'.repeat(16), null, null],
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

describe('a password in use (decision 0013)', () => {
  it('is changed every 90 days under dengbao, for none of the last five', () => {
    expect(passwordPolicies.dengbao).toMatchObject({ rotationDays: 90, remembered: 5 });
  });

  it('may stay under modern, and only the present one may not come again', () => {
    expect(passwordPolicies.modern).toMatchObject({ rotationDays: null, remembered: 1 });
  });
});
