import fc from 'fast-check';
import { TOTP, URI } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { base32, codeOf, otpauthUri, stepOf } from './totp.ts';

const rfcKey = new TextEncoder().encode('12345678901234567890');

describe('a code of an authenticator app', () => {
  // RFC 6238 Appendix B, SHA-1; the last six of its eight digits.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at %i s after 1970 is %s', (seconds, code) => {
    expect(codeOf(rfcKey, Math.floor(seconds / 30))).toBe(code);
  });

  it('is the one the app shows that took the address in, at any time and for any key', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 16, maxLength: 40 }),
        fc.integer({ min: 0, max: 4e12 }),
        fc.string({ minLength: 1, unit: 'grapheme' }),
        (key, at, name) => {
          const app = URI.parse(otpauthUri(key, '森林城市', name.replaceAll(':', '')));
          if (!(app instanceof TOTP)) throw new Error('no TOTP');
          expect(app.issuer).toBe('森林城市');
          expect(stepOf(key, app.generate({ timestamp: at }), at, null)).not.toBeNull();
        },
      ),
    );
  });

  it('counts half a minute early or late, no further, and not a step twice', () => {
    const at = 60_000 * 1000;
    const now = at / 30_000;
    const inWindow = [-2, -1, 0, 1, 2].filter(
      (off) => stepOf(rfcKey, codeOf(rfcKey, now + off), at, null) === now + off,
    );
    expect(inWindow).toEqual([-1, 0, 1]);
    const code = codeOf(rfcKey, now);
    expect(stepOf(rfcKey, code, at, now - 1)).toBe(now);
    expect(stepOf(rfcKey, code, at, now)).toBeNull();
    expect(stepOf(rfcKey, codeOf(rfcKey, now - 1), at, now)).toBeNull();
    expect(stepOf(rfcKey, codeOf(rfcKey, now + 1), at, now)).toBe(now + 1);
  });

  it('is six figures and nothing else', () => {
    const at = 59_000;
    expect(stepOf(rfcKey, '287082', at, null)).toBe(1);
    for (const typed of ['', '28708', '2870822', ' 287082', '287082\n', '28708a', '２８７０８２']) {
      expect(stepOf(rfcKey, typed, at, null)).toBeNull();
    }
  });
});

describe('Base32', () => {
  // RFC 4648 §10, without padding.
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('of “%s” is “%s”', (text, encoded) => {
    expect(base32(new TextEncoder().encode(text))).toBe(encoded);
  });
});
