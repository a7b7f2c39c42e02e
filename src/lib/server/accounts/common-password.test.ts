import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCommonPassword } from './common-password.ts';
import { recoveryCodes, temporaryPassword } from './random-words.ts';

describe('a common password', () => {
  it.each([
    'password',
    'PassWord',
    'P@ssw0rd2025!',
    'Langfang@2025',
    'sanhe131082!!',
    'woaini1314',
    '5201314',
    'Woaini@5201314',
    'Qwertyuiop123',
    '1qaz2wsx3edc',
    '1qaz@WSX3edc'.replace('@', '2'),
    'Admin@123456',
    '!!Admin123',
    'guanliyuan#1',
    '12345678901',
    '98765432100'.slice(0, 10),
    'abcdefghijkl',
    'aaaaaaaaaaaa',
    'Ab1!Ab1!Ab1!',
    'Ｐａｓｓｗｏｒｄ１２３',
  ])('is %s', (password) => {
    expect(isCommonPassword(password)).toBe(true);
  });

  it.each([
    'Kiefer-Bach-27-Wolke',
    'monkey rides tram 83',
    'woaini de shu lin 6 ke',
    '松树 杨树 柳树 七棵',
    'Sanhe-Bach-Wolke',
    '20250714-8842-1177',
  ])('is not %s', (password) => {
    expect(isCommonPassword(password)).toBe(false);
  });

  it('is none that the site hands out', () => {
    for (let at = 0; at < 200; at++) expect(isCommonPassword(temporaryPassword())).toBe(false);
    expect(new Set(recoveryCodes()).size).toBe(10);
  });

  it('stays one with any figures before and after, up to eight', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('password', 'langfang', 'iloveyou', 'guanliyuan', 'p@ssw0rd'),
        fc.stringMatching(/^[0-9]{0,4}$/),
        fc.stringMatching(/^[0-9!.#]{0,4}$/),
        (word, before, after) => {
          expect(isCommonPassword(`${before}${word}${after}`)).toBe(true);
        },
      ),
    );
  });
});
