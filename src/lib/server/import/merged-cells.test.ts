import { describe, expect, it } from 'vitest';
import type { Merge } from '../spreadsheet/workbook.ts';
import { workbookOf } from './ledger-fixture.ts';
import { indexMerges, wideRows } from './merged-cells.ts';

function sheet(merges: readonly Merge[]) {
  const [only] = workbookOf(
    [
      ['甲', '乙'],
      ['', '丙'],
      ['丁', ''],
    ],
    { merges },
  ).sheets;
  if (!only) throw new Error('the workbook has a sheet');
  return only;
}

describe('merged cells', () => {
  const merges = [
    { top: 3, left: 1, bottom: 9, right: 1 },
    { top: 1, left: 1, bottom: 2, right: 1 },
    { top: 1, left: 2, bottom: 1, right: 2 },
  ];

  it('say in every row what stands in their first', () => {
    const cell = indexMerges(sheet(merges), [0, 1]);
    const texts = [1, 2, 3, 9, 10].map((row) => {
      const found = cell(row, 0);
      return found?.kind === 'text' ? found.text : null;
    });
    expect(texts).toEqual(['甲', '甲', '丁', '丁', null]);
  });

  it('of one row, or of a column nobody asked for, say nothing', () => {
    const cell = indexMerges(sheet(merges), [1]);
    expect(cell(1, 1)).toBeUndefined();
    expect(cell(2, 0)).toBeUndefined();
  });

  it('are wide from three columns on', () => {
    const wide = wideRows(
      sheet([
        { top: 1, left: 1, bottom: 1, right: 3 },
        { top: 2, left: 1, bottom: 2, right: 2 },
        { top: 3, left: 1, bottom: 4, right: 3 },
      ]),
    );
    expect([...wide]).toEqual([1]);
  });
});
