import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteSheetName, sheetName } from './sheet-name.ts';

describe('The name of a sheet', () => {
  it('stays as wanted where Excel takes it', () => {
    expect(sheetName('安次区 2025年', [])).toBe('安次区 2025年');
    expect(sheetName('__proto__', [])).toBe('__proto__');
  });

  it('loses what Excel forbids', () => {
    expect(sheetName("'[a]:*?/\\b'", [])).toBe('__a______b_');
    expect(sheetName(" 'a' ", [])).toBe('_a_');
    expect(sheetName(`${'a'.repeat(30)}'b`, [])).toBe(`${'a'.repeat(30)}_`);
    expect(sheetName('   ', [])).toBe('Sheet');
    expect(sheetName('History', [])).toBe('History_2');
    expect(sheetName('村'.repeat(40), ['村'.repeat(31)])).toBe(`${'村'.repeat(29)}_2`);
  });

  it('is one that Excel takes, and not taken yet, for any text', () => {
    const names = fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 8 });
    fc.assert(
      fc.property(names, (wanted) => {
        const taken: string[] = [];
        for (const name of wanted) taken.push(sheetName(name, taken));
        expect(new Set(taken.map((name) => name.toLowerCase())).size).toBe(wanted.length);
        for (const name of taken) {
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).toMatch(/^[^[\]:*?/\\']?[^[\]:*?/\\]*$/u);
          expect(name).not.toMatch(/^'|'$|^\s*$/);
          expect(name.isWellFormed()).toBe(true);
        }
      }),
    );
  }, 60_000);

  it('is quoted in a formula', () => {
    expect(quoteSheetName("村's")).toBe("'村''s'");
  });
});
