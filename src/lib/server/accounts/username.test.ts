import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeUsername, shortenedUsername, usernameForm } from './username.ts';

describe('a username', () => {
  it.each(['lin', 'lin.fang', 'l-2', '131082', '张三', '张三2'])('can be %s', (username) => {
    expect(usernameForm.test(username)).toBe(true);
  });

  it.each(['', '.lin', 'lin_', 'lin fang', 'Lin', 'lin@city', 'líñ', 'лин', 'lin\n', '<b>'])(
    'cannot be “%s”',
    (username) => {
      expect(usernameForm.test(username)).toBe(false);
    },
  );

  it('is one however it is typed', () => {
    expect(['Lin', ' lin ', 'ＬＩＮ', 'lin\u3000'].map(normalizeUsername)).toEqual(
      Array.from({ length: 4 }, () => 'lin'),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const once = normalizeUsername(typed);
        expect(normalizeUsername(once)).toBe(once);
      }),
    );
  });

  it('that is none is logged by its first three characters', () => {
    expect(['', 'li', ' lin ', 'Sommer-2025', '张三李四王五'].map(shortenedUsername)).toEqual([
      '',
      'li',
      'lin',
      'Som…',
      '张三李…',
    ]);
  });
});
