import fc from 'fast-check';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { qrCodePath } from './qr-code-path.ts';

/** Draws the path again, module by module. */
function drawn({ size, path }: { size: number; path: string }): boolean[][] {
  const grid = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = Number(x); at < Number(x) + Number(width); at++) {
      const row = grid[Number(y)];
      if (row) row[at] = true;
    }
  }
  return grid;
}

describe('a QR code as a path', () => {
  it('draws every dark module and no other', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200 }), (text) => {
        const code = qrCodePath(text);
        expect(drawn(code)).toEqual(encode(text, { ecc: 'M', border: 0 }).data);
      }),
      { numRuns: 50 },
    );
  });

  it('begins with the finder pattern, seven dark modules', () => {
    expect(qrCodePath('otpauth://totp/x?secret=JBSWY3DPEHPK3PXP').path).toMatch(/^M0 0h7v1h-7z/);
  });
});
