import { describe, expect, it } from 'vitest';
import { divisionRows } from './divisions.ts';

const townships = [
  { code: '131002100', name: '落垡镇', kind: '镇' },
  { code: '131002001', name: '银河南路街道', kind: '街道' },
  { code: '131002400', name: '龙河园区', kind: '类似乡级单位(统计用)' },
  { code: '131071450', name: '耀华道街道', kind: '类似乡级单位(统计用)' },
] as const;
const villages = [
  ['131002100201', '落垡村村民委员会'],
  ['131002001007', '吉祥社区居民委员会'],
  ['131071450201', '小长亭村委会'],
  ['131081102201', '团结街街道委员会'],
] as const;

const rows = new Map(divisionRows(townships, villages).map((row) => [row.code, row]));

describe('a row of divisions.csv', () => {
  it.each([
    ['131000', '地级市', '', 'prefecture'],
    ['131002', '市辖区', '131000', 'national provincial'],
    ['131071', '开发区', '131000', ''],
    ['131002100', '镇', '131002', 'township'],
    ['131002001', '街道', '131002', ''],
    ['131002400', '统计单位', '131002', ''],
    ['131071450', '街道', '131071', ''],
    ['131002100201', '村', '131002100', 'village'],
    ['131002001007', '社区', '131002001', ''],
    ['131071450201', '村', '131071450', 'village'],
    ['131081102201', '村', '131081102', 'village'],
  ])('%s is a %s below %s and counts for “%s”', (code, kind, parent, countedFor) => {
    expect(rows.get(code)).toMatchObject({ kind, parent, counted_for: countedFor });
  });

  it('stands below its parent', () => {
    expect([...rows.keys()].slice(0, 4)).toEqual(['131000', '131002', '131002001', '131002001007']);
  });
});
