import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readDelimited, readPasted } from './read-delimited.ts';
import type { ReadWorkbook } from './workbook.ts';

/** The texts of every row, and the rows' numbers. */
function texts(read: ReadWorkbook): readonly (readonly [number, readonly string[]])[] {
  if (read.status === 'refused') throw new Error(`refused: ${read.reason}`);
  return (read.workbook.sheets[0]?.rows ?? []).map(({ number, cells }) => [
    number,
    cells.map((cell) => (cell.kind === 'text' ? cell.text : '')),
  ]);
}

const csv = (rows: readonly (readonly string[])[], separator: string): string =>
  rows
    .map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(separator))
    .join('\r\n');

// Of a ledger: Chinese, digits, and what a table of text must keep apart.
const cellText = fc.string({
  unit: fc.constantFrom(
    ...'安次区落垡镇张场村民委员会廊坊森林０１２（），。abcXYZ0123456789 ,;"\t\n',
  ),
  maxLength: 12,
});
const rowsOfText = fc.array(
  fc.tuple(cellText, cellText, cellText).map(([a, b, c]) => [`村${a}`, b, `镇${c}`]),
  { minLength: 2, maxLength: 12 },
);

const encodings: readonly (readonly [string, string, (text: string) => Buffer])[] = [
  ['utf-8', 'UTF-8', (text) => Buffer.from(text)],
  ['utf-8', 'UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['gb18030', 'GB 18030', (text) => iconv.encode(text, 'gb18030')],
  ['utf-16le', 'UTF-16 LE with a mark', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['utf-16be', 'UTF-16 BE with a mark', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['utf-16le', 'UTF-16 LE', (text) => Buffer.from(text, 'utf16le')],
  ['utf-16be', 'UTF-16 BE', (text) => Buffer.from(text, 'utf16le').swap16()],
];

describe('A table of text', () => {
  it.each(encodings)(
    'as %s is read back the same (%s)',
    (encoding, _, encode) => {
      const separators = fc.constantFrom(',', ';', '\t');
      fc.assert(
        fc.property(rowsOfText, separators, (rows, separator) => {
          const read = readDelimited(encode(csv(rows, separator)), '台账');
          expect(texts(read)).toEqual(rows.map((row, at) => [at + 1, row]));
          expect(read).toMatchObject({ workbook: { kind: 'csv', encoding } });
        }),
        { numRuns: 200 },
      );
    },
    60_000,
  );

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(['read', 'refused']).toContain(readDelimited(bytes, 'x').status);
      }),
      { numRuns: 2_000 },
    );
  }, 60_000);

  it('says from which line on another encoding begins', () => {
    const mixed = Buffer.concat([
      iconv.encode('村,镇\n桃园村,甲\n', 'gbk'),
      Buffer.from('张场村,乙\n'),
    ]);
    expect(readDelimited(mixed, 'x')).toEqual({
      status: 'refused',
      reason: 'unknown-encoding',
      values: { line: '3' },
    });
  });

  it('has no apostrophe that our own files put before what might run as a formula', () => {
    const texts = ["'=1+1", "'-1", "'@村", "' =1", "'村", "''", '=1'];
    const read = readDelimited(Buffer.from(texts.join('\n')), 'x');
    const cells =
      read.status === 'read' ? read.workbook.sheets[0]?.rows.map(({ cells }) => cells[0]) : [];
    const back = ['=1+1', '-1', '@村', ' =1', "'村", "''", '=1'];
    expect(cells).toEqual(back.map((text) => ({ kind: 'text', text })));
  });

  it('says in which row a quotation mark stays open', () => {
    expect(readDelimited(Buffer.from('村\n甲\n"乙\n丙'), 'x')).toEqual({
      status: 'refused',
      reason: 'damaged',
      values: { row: '3' },
    });
  });
});

describe('A pasted block', () => {
  it('has tabs between cells, and quotes only where Excel puts them', () => {
    expect(texts(readPasted('安次区\t落垡镇\n"张场\n村"\t5" 管\n'))).toEqual([
      [1, ['安次区', '落垡镇']],
      [2, ['张场\n村', '5" 管']],
    ]);
  });

  it('may be one column, with commas in it', () => {
    expect(texts(readPasted('甲\t\n乙，丙\n'))).toEqual([
      [1, ['甲']],
      [2, ['乙，丙']],
    ]);
  });

  it('is refused where nothing is in it', () => {
    expect(readPasted(' \n')).toEqual({ status: 'refused', reason: 'empty' });
  });
});
