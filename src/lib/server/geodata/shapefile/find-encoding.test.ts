import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { findEncoding } from './find-encoding.ts';

const inGbk = (...texts: readonly string[]): readonly Uint8Array[] =>
  texts.map((text) => iconv.encode(text, 'gbk'));
const inUtf8 = (...texts: readonly string[]): readonly Uint8Array[] =>
  texts.map((text) => iconv.encode(text, 'utf-8'));
const names = ['落垡镇', '大厂回族自治县', '联通'];

describe('The encoding of a table', () => {
  it.each([
    ['GBK with the language byte of Chinese Windows', inGbk(...names), null, 0x4d, 'language-byte'],
    ['GBK with a .cpg', inGbk(...names), 'GB2312', 0, 'cpg'],
    ['GBK with nothing said', inGbk(...names), null, 0, 'text'],
    [
      'GBK said to be "ANSI", which is the machine it came from',
      inGbk(...names),
      null,
      0x57,
      'text',
    ],
    ['GBK said to be UTF-8', inGbk(...names), 'UTF-8', 0, 'text'],
  ] as const)('is found: %s', (_, cells, cpg, languageByte, from) => {
    expect(findEncoding(cells, cpg, languageByte)).toEqual({
      status: 'found',
      encoding: 'gb18030',
      from,
    });
  });

  it.each([
    ['UTF-8 with a .cpg', 'utf-8', 0, 'cpg'],
    ['UTF-8 with nothing said', null, 0, 'text'],
    ['UTF-8 with the language byte of GBK left in it', null, 0x4d, 'text'],
    ['UTF-8 said to be GBK', '936', 0, 'text'],
  ] as const)('is found: %s', (_, cpg, languageByte, from) => {
    expect(findEncoding(inUtf8(...names), cpg, languageByte)).toEqual({
      status: 'found',
      encoding: 'utf-8',
      from,
    });
  });

  it('is found though columns cut their last character', () => {
    const cut = inUtf8(...names).map((cell) => cell.subarray(0, cell.length - 1));
    expect(findEncoding(cut, null, 0)).toMatchObject({ encoding: 'utf-8' });
  });

  it('is not guessed where a tenth of the cells fits none', () => {
    const binary = Array.from({ length: 2 }, () => Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff));
    expect(findEncoding([...inGbk(...names), ...binary], null, 0)).toMatchObject({
      reason: 'unknown-encoding',
    });
  });

  it('of plain letters is what is said, else it does not matter', () => {
    expect(findEncoding(inUtf8('Langfang'), null, 0)).toMatchObject({ encoding: 'utf-8' });
    expect(findEncoding(inUtf8('Langfang'), '936', 0)).toMatchObject({ encoding: 'gb18030' });
  });

  it('of some names of common characters is told right without being said', () => {
    const name = fc
      .array(fc.integer({ min: 0x4e00, max: 0x9fa5 }), { minLength: 2, maxLength: 6 })
      .map((codes) => String.fromCodePoint(...codes));
    fc.assert(
      fc.property(fc.array(name, { minLength: 5, maxLength: 20 }), (texts) => {
        expect(findEncoding(inGbk(...texts), null, 0)).toMatchObject({ encoding: 'gb18030' });
        expect(findEncoding(inUtf8(...texts), null, 0)).toMatchObject({ encoding: 'utf-8' });
      }),
    );
  });
});
