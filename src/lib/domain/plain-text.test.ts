import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

it.each([
  ['  关于公布名单的通知\u3000', '关于公布名单的通知'],
  ['一行\r\n二行\r三行', '一行\n二行\n三行'],
  ['零\u0000字节', '零字节'],
  ['反\u202E转\u2066向', '反转向'],
  ['半个\uD83D字', '半个字'],
  ['整个😀字', '整个😀字'],
  ['\u0009表\t格', '表\t格'],
])('%j becomes %j', (typed, kept) => {
  expect(plainText(typed)).toBe(kept);
});

it('leaves alone what it has made once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = plainText(text);
      expect(plainText(once)).toBe(once);
      expect(once.isWellFormed()).toBe(true);
    }),
  );
});
