import { describe, expect, it } from 'vitest';
import type { Merge } from '../spreadsheet/workbook.ts';
import { findHeader, findHeaders } from './find-header.ts';
import { workbookOf, type Values } from './ledger-fixture.ts';

function header(rows: Values, merges: readonly Merge[] = []) {
  const [sheet] = workbookOf(rows, { merges }).sheets;
  const found = sheet && findHeader(sheet, 'village');
  if (!found) return null;
  return {
    row: found.row,
    bodyFrom: found.bodyFrom,
    titles: found.titles,
    places: Object.fromEntries([...found.places].map(([meaning, { letter }]) => [meaning, letter])),
  };
}

describe('the headings of a ledger', () => {
  it('stand under titles and lines about them', () => {
    const found = header([
      ['廊坊市市级森林村庄名单'],
      ['填报单位：（盖章）', '', '', '2023年6月'],
      ['序号', '县（市、区）', '乡 镇', '村　名'],
      [1, '固安县', '牛驼镇', '林城村'],
    ]);
    expect(found).toEqual({
      row: 3,
      bodyFrom: 3,
      titles: ['廊坊市市级森林村庄名单', '填报单位：（盖章）', '2023年6月'],
      places: { county: 'B', township: 'C', village: 'D' },
    });
  });

  it('may take two rows, with groups merged over the columns they stand for', () => {
    const rows = [
      ['市级森林村庄名单'],
      ['序号', '所在地', '', '村庄', '命名文件', ''],
      ['', '县区', '乡镇', '名称', '文号', '名称'],
      [1, '固安县', '牛驼镇', '林城村', '', ''],
    ];
    const merges = [
      { top: 1, left: 1, bottom: 1, right: 6 },
      { top: 2, left: 1, bottom: 3, right: 1 },
      { top: 2, left: 2, bottom: 2, right: 3 },
      { top: 2, left: 5, bottom: 2, right: 6 },
    ];
    const expected = {
      row: 2,
      bodyFrom: 3,
      places: { county: 'B', township: 'C', village: 'D', documentNumber: 'E', documentTitle: 'F' },
    };
    expect(header(rows, merges)).toMatchObject(expected);
    // As CSV keeps it: without merges.
    expect(header(rows)).toMatchObject(expected);
  });

  it('may be merged downwards beside two rows', () => {
    const found = header(
      [
        ['村名', '认定时间', '文件', ''],
        ['', '', '文号', '名称'],
        ['林城村', 2023, '', ''],
      ],
      [
        { top: 1, left: 1, bottom: 2, right: 1 },
        { top: 1, left: 2, bottom: 2, right: 2 },
        { top: 1, left: 3, bottom: 1, right: 4 },
      ],
    );
    expect(found).toMatchObject({
      bodyFrom: 2,
      places: { village: 'A', effective: 'B', documentNumber: 'C', documentTitle: 'D' },
    });
  });

  it('are the first of several that say as much', () => {
    const again = ['乡镇', '村名'];
    expect(header([again, ['牛驼镇', '林城村'], again])).toMatchObject({ row: 1 });
  });

  it('may be one column of names', () => {
    expect(header([['村名'], ['林城村']])).toMatchObject({ row: 1, places: { village: 'A' } });
  });

  it('stand once over each of several tables side by side, with what all of them share', () => {
    const rows: Values = [['县区', '序号', '村名', '序号', '村名', '年份']];
    const [sheet] = workbookOf(rows).sheets;
    const headers = sheet ? findHeaders(sheet, 'village') : [];
    expect(
      headers.map(({ places, beside }) => ({
        places: [...places].map(([meaning, { letter }]) => `${meaning} ${letter}`),
        beside: [...beside],
      })),
    ).toEqual([
      { places: ['county A', 'village C', 'effective F'], beside: [3, 4] },
      { places: ['county A', 'village E', 'effective F'], beside: [1, 2] },
    ]);
  });

  it('are taken of a column that is shown before one that is hidden', () => {
    const [sheet] = workbookOf([['乡镇', '村名', '村名']]).sheets;
    const found = sheet && findHeader({ ...sheet, hiddenColumns: [[1, 2]] }, 'village');
    expect([...(found?.places.values() ?? [])].map(({ letter }) => letter)).toEqual(['C', 'A']);
  });

  it('are not there where nothing names a unit', () => {
    expect(header([['序号', '日期', '备注']])).toBeNull();
    expect(header([['固安县', '牛驼镇', '林城村']])).toBeNull();
    expect(header([])).toBeNull();
  });
});
