import { describe, expect, it } from 'vitest';
import { codesOfOtherEdition } from './code-editions.ts';
import { siteData } from './ledger-fixture.ts';

describe('codes that editions swap', () => {
  const codeInOtherEdition = codesOfOtherEdition(siteData.programme.swappedCodes);
  const nameOf = new Map(siteData.divisions.map(({ code, name }) => [code, name]));

  it.each([
    ['调河头镇', '杨税务镇'],
    ['钱旺镇', '钳屯镇'],
    ['邵府镇', '陈府镇'],
  ])('are those of %s and %s', (one, other) => {
    const [code = ''] = [...nameOf].find(([, name]) => name === one) ?? [];
    const twin = codeInOtherEdition(code) ?? '';
    expect(nameOf.get(twin)).toBe(other);
    expect(codeInOtherEdition(twin)).toBe(code);
    expect(codeInOtherEdition(`${code}201`)).toBe(`${twin}201`);
  });

  it('are no others', () => {
    const townships = [...nameOf.keys()].filter((code) => code.length === 9);
    expect(townships.filter((code) => codeInOtherEdition(code) !== undefined)).toHaveLength(6);
  });
});
