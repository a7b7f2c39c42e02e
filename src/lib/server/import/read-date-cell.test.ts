import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../domain/date.ts';
import type { Cell } from '../spreadsheet/workbook.ts';
import { readCell } from './cell-text.ts';
import { readDate } from './read-date-cell.ts';

const today = '2026-11-24';

function read(value: string | number | Cell, kind: 'xlsx' | 'csv' = 'xlsx') {
  const cell: Cell =
    typeof value === 'string'
      ? { kind: 'text', text: value }
      : typeof value === 'number'
        ? { kind: 'number', value }
        : value;
  const reading = readCell(cell);
  if (reading.status !== 'text') throw new Error('the test gives a date that is no text');
  const date = readDate(cell, reading.text, { today, kind });
  return date.status === 'date' ? date.date : date.code;
}

describe('the date of a cell', () => {
  it.each([
    ['2023', '2023'],
    [2023, '2023'],
    ['２０２３年', '2023'],
    ['2023年度', '2023'],
    ['2023年6月', '2023-06'],
    ['2023 年 6 月份', '2023-06'],
    ['2023.6', '2023-06'],
    [2023.6, '2023-06'],
    [2023.12, '2023-12'],
    ['2023/6', '2023-06'],
    ['202306', '2023-06'],
    ['2023.6.12', '2023-06-12'],
    ['2023-06-12', '2023-06-12'],
    ['2023/6/12', '2023-06-12'],
    ['2023年6月12日', '2023-06-12'],
    ['2023—6—12', '2023-06-12'],
    ['20230612', '2023-06-12'],
    [20230612, '2023-06-12'],
    ['2023-06-12 00:00:00', '2023-06-12'],
    ['2023-06-12T00:00:00', '2023-06-12'],
    ['二〇二三年', '2023'],
    ['二○二三年十月', '2023-10'],
    ['二零二三年六月十二日', '2023-06-12'],
    ['二〇二三年十二月三十一日', '2023-12-31'],
    ['2023年二十月', 'not-a-date'],
    [{ kind: 'date', day: '2023-06-12' }, '2023-06-12'],
    ['2026-11-24', '2026-11-24'],
    ['2026', '2026'],
    ['2023年第一批', '2023'],
    ['2023年5月认定', '2023-05'],
    ['2023年05月18日 ', '2023-05-18'],
  ] as const)('%j is %s', (written, date) => {
    expect(read(written)).toBe(date);
  });

  it.each([
    ['23年6月', 'two-digit-year'],
    ['23.6', 'two-digit-year'],
    ['6/12/23', 'two-digit-year'],
    ['230612', 'two-digit-year'],
    ['2023年13月', 'not-a-date'],
    ['2023-02-30', 'not-a-date'],
    ['1900-01-01', 'not-a-date'],
    [45089, 'not-a-date'],
    ['去年', 'not-a-date'],
    ['第一批', 'batch-for-date'],
    ['2021-2023', 'date-range'],
    ['2021—2023年', 'date-range'],
    ['2021年至2023年', 'date-range'],
    ['2021、2022', 'date-range'],
    ['2023年5-6月', 'date-range'],
    ['2022年12月至2023年1月', 'date-range'],
    ['2026-11-25', 'future'],
    ['2027', 'future'],
    [2023.1, 'one-or-ten'],
  ] as const)('%j is refused: %s', (written, code) => {
    expect(read(written)).toBe(code);
  });

  it('2023.1 as text is January in a workbook; in CSV it may be an October that lost its nought', () => {
    expect(read('2023.1')).toBe('2023-01');
    expect(read('2023.1', 'csv')).toBe('one-or-ten');
    expect(read('2023.10', 'csv')).toBe('2023-10');
  });

  it('every day is read alike in every writing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 25_000 }), (days) => {
        const day = addDays('1950-01-01', days);
        const [year, month, date] = day.split('-').map(Number);
        const writings = [
          day,
          `${year}年${month}月${date}日`,
          `${year}.${month}.${date}`,
          `${year}/${month}/${date}`,
          day.replaceAll('-', ''),
        ];
        const expected = day <= today ? day : 'future';
        expect(writings.map((writing) => read(writing))).toEqual(writings.map(() => expected));
      }),
    );
  });
});
