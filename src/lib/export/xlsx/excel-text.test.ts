import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeExcelText, encodeExcelText, escapeXml } from './excel-text.ts';

/** What an XML reader makes of it. */
const unescaped = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

describe('Text in the XML of a workbook', () => {
  it('comes back as it was, whatever it is, but for halves of characters', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('_', 'x', '0', 'D', '5', 'F', '\r', '\n', '村', '&', '<'),
      }),
      fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const xml = encodeExcelText(text);
        expect(decodeExcelText(unescaped(xml))).toBe(text.toWellFormed());
        // eslint-disable-next-line no-control-regex -- controls are what is looked for
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff<>]/);
        expect(xml.isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it('undoes each escape once', () => {
    expect(decodeExcelText('a_x000D_b')).toBe('a\rb');
    expect(decodeExcelText('_x005F_x000D_')).toBe('_x000D_');
    expect(decodeExcelText('_xD83D__xDE00_')).toBe('😀');
    expect(decodeExcelText('_xD83D_')).toBe('\ufffd');
    expect(decodeExcelText('_x00_')).toBe('_x00_');
  });

  it('leaves out of names and properties what XML cannot carry', () => {
    expect(escapeXml('a\u0000<b>&"\ud800')).toBe('a&lt;b&gt;&amp;&quot;\ufffd');
  });
});
