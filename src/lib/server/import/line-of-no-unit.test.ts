import { describe, expect, it } from 'vitest';
import { siteData } from './ledger-fixture.ts';
import { shortName } from './usual-ledger.ts';
import {
  groupName,
  isCount,
  isDitto,
  isNote,
  isNumbering,
  isSoleNote,
  isTotal,
} from './line-of-no-unit.ts';

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
    '填表人：王五',
    '联系电话：0316-1234567',
    '单位负责人（签字）：',
    '单位（盖章）',
    '抄送：市林业局',
    '第2页',
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
    const names = siteData.divisions.flatMap(({ name }) => [name, shortName(name)]);
    const isTaken = [isTotal, isNote, isCount, isNumbering, isSoleNote, isDitto];
    expect(names.filter((name) => isTaken.some((is) => is(name)))).toEqual([]);
  });

  it.each(['3', '(3)', '（三）', '③', '三、', '3.', '第三、'])(
    '%j is a number in order',
    (text) => {
      expect(isNumbering(text)).toBe(true);
      expect(isNote(text)).toBe(false);
    },
  );

  it.each(['3个', '共12个村', '250', '十二个行政村'])('%j is a count', (text) => {
    expect(isCount(text)).toBe(true);
  });

  it.each([
    '2023年6月1日',
    '二〇二三年六月',
    '三河市自然资源和规划局',
    '三河市市级森林村庄名单（续）',
  ])('%j is a note where it stands alone', (text) => {
    expect(isSoleNote(text)).toBe(true);
  });

  it.each(['〃', '"', '同上'])('%j is what stands above', (text) => {
    expect(isDitto(text)).toBe(true);
  });
});
