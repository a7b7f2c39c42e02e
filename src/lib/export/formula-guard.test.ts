import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guarded, unguarded } from './formula-guard.ts';

describe('a text that might run as a formula', () => {
  const starts = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
  const before = ['', ' ', '  ', '\u00a0', '\u3000', '"', "'", '“', ' "', '\n', '\t', '\r'];
  const cases = starts.flatMap((start) => before.map((lead) => `${lead}${start}1+1`));
  it.each([...cases, '\tA1', '\rA1', '\nA1'])('%j gets an apostrophe in front', (text) => {
    expect(guarded(text)).toBe(`'${text}`);
  });
});

describe('a text that cannot run', () => {
  it.each([
    '',
    '长安镇',
    '131022',
    '2021-05-10',
    '某字〔2023〕7号',
    'a=b',
    "'长安镇",
    '"引号"镇',
    '—',
  ])('%j is left alone', (text) => {
    expect(guarded(text)).toBe(text);
    expect(unguarded(text)).toBe(text);
  });
});

it('every text is had back from its guarded one', () => {
  expect(unguarded(guarded("'\n"))).toBe("'\n");
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('=', '-', "'", '"', ' ', '\t', '\n', '＠', '镇', '1') }),
  );
  fc.assert(
    fc.property(text, (any) => {
      expect(unguarded(guarded(any))).toBe(any);
    }),
  );
});
