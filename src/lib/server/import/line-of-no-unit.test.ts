import { describe, expect, it } from 'vitest';
import { siteData } from './ledger-fixture.ts';
import { groupName, isNote, isTotal } from './line-of-no-unit.ts';

describe('a line of a ledger that names no unit', () => {
  it.each(['合计', '小 计', '总计：', '固安县小计', '共25个村', '共二十五个', '合计（个）'])(
    '%j is a total',
    (text) => {
      expect(isTotal(text)).toBe(true);
    },
  );

  it.each([
    '注：以上为行政村',
    '填报人：',
    '审核人',
    '备注: 无',
    '（盖章）',
    '（必填）',
    '示例',
    '附件1：名单',
  ])('%j is a note', (text) => {
    expect(isNote(text)).toBe(true);
  });

  it.each([
    ['一、杨税务镇', '杨税务镇'],
    ['（二）杨税务镇（12个）', '杨税务镇'],
    ['杨税务镇12个村', '杨税务镇'],
    ['3.杨税务镇：', '杨税务镇'],
    ['五百户镇', '五百户镇'],
  ])('%j is the group of %s', (text, name) => {
    expect(groupName(text)).toBe(name);
  });

  it('takes no division for a total or a note', () => {
    const names = siteData.divisions.map(({ name }) => name);
    expect(names.filter((name) => isTotal(name) || isNote(name))).toEqual([]);
  });
});
