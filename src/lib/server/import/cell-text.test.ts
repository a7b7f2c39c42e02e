import { describe, expect, it } from 'vitest';
import { columnLetter, maxCellText, readCell } from './cell-text.ts';

describe('the text of a cell', () => {
  it.each([
    [undefined, { status: 'empty' }],
    [{ kind: 'empty' }, { status: 'empty' }],
    [{ kind: 'text', text: ' \u200e\n ' }, { status: 'empty' }],
    [
      { kind: 'text', text: '大王庄\r\n村' },
      { status: 'text', text: '大王庄 村' },
    ],
    [
      { kind: 'number', value: 131_082_103_243 },
      { status: 'text', text: '131082103243' },
    ],
    [
      { kind: 'boolean', value: true },
      { status: 'text', text: 'TRUE' },
    ],
    [
      { kind: 'date', day: '2023-06-12' },
      { status: 'text', text: '2023-06-12' },
    ],
    [
      { kind: 'error', text: '#REF!' },
      { status: 'fault', code: 'cell-error', text: '#REF!' },
    ],
    [
      { kind: 'formula', text: 'A1+1' },
      { status: 'fault', code: 'formula-without-value', text: 'A1+1' },
    ],
  ] as const)('%j is %j', (cell, reading) => {
    expect(readCell(cell)).toEqual(reading);
  });

  it('may be so long and no longer', () => {
    const of = (length: number) => readCell({ kind: 'text', text: '庄'.repeat(length) }).status;
    expect(of(maxCellText)).toBe('text');
    expect(of(maxCellText + 1)).toBe('fault');
    expect(of(32_767)).toBe('fault');
  });
});

describe('the letters of a column', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('%i is %s', (index, letters) => {
    expect(columnLetter(index)).toBe(letters);
  });
});
