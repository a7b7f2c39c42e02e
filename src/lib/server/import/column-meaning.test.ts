import { describe, expect, it } from 'vitest';
import type { ColumnMeaning } from '../../domain/ledger.ts';
import { columnMeaning, groupedMeaning } from './column-meaning.ts';

const said: Readonly<Record<ColumnMeaning, readonly string[]>> = {
  county: [
    '县区',
    '县（市、区）',
    '县(市,区)',
    '所属县区',
    '所在县',
    '县 区',
    '县市区名称',
    '区县',
    'County',
  ],
  township: [
    '乡镇',
    '乡镇名称',
    '所属乡镇',
    '乡（镇）',
    '乡镇（街道）',
    '乡（镇、街道）',
    '乡镇/街道',
    '镇',
    '镇街',
    '所在乡镇街道',
    '森林乡镇名称',
    '所属\n乡镇',
  ],
  village: [
    '村',
    '行政村',
    '村名',
    '村庄名称',
    '建制村',
    '建制村名称',
    '村（社区）',
    '行政村（居）名称',
    '村委会名称',
    '市级森林村庄名称',
    '＊村　名',
  ],
  name: ['名称', '单位名称', '单位', '乡镇村名称'],
  code: ['代码', '编码', '行政区划代码', '统计代码', '统计用区划代码', '区划代码（12位）', 'code'],
  stage: ['状态', '创建阶段', '当前状态'],
  effective: [
    '认定年份',
    '认定时间',
    '命名时间',
    '命名年份',
    '批准时间',
    '授牌时间',
    '认定时间（年月）',
    '日期',
    '获评年度',
    '授予称号时间',
  ],
  documentNumber: ['文号', '命名文号', '批准文号', '发文字号', '文件号'],
  documentTitle: ['文件名称', '依据', '批准文件', '认定依据', '来源'],
  publisher: ['发文单位', '命名单位', '批准机关', '发文机关'],
  grade: ['级别', '认定级别', '称号', '荣誉称号', '等级'],
  batch: ['批次', '命名批次'],
};

describe('the meaning of a heading', () => {
  const cases = Object.entries(said).flatMap(([meaning, headings]) =>
    headings.map((heading) => [heading, meaning] as const),
  );
  it.each(cases)('%j says %s', (heading, meaning) => {
    expect(columnMeaning(heading, 'village')).toBe(meaning);
  });

  it.each([
    '序号',
    '备注',
    '联系人',
    '联系电话',
    '行政村数',
    '发文时间',
    '填报日期',
    '创建情况',
    '林木覆盖率（%）',
    '统一社会信用代码',
    '2023年市级森林村庄名单',
    '__proto__',
    '',
    '村'.repeat(500),
  ])('%j says nothing that is taken', (heading) => {
    expect(columnMeaning(heading, 'village')).toBeNull();
  });

  it('the code of a township is no code of a village, and the other way round', () => {
    expect(columnMeaning('乡镇代码', 'township')).toBe('code');
    expect(columnMeaning('乡镇代码', 'village')).toBeNull();
    expect(columnMeaning('行政村代码', 'village')).toBe('code');
    expect(columnMeaning('行政村代码', 'township')).toBeNull();
  });

  it('a bare heading means what the heading above it makes of it', () => {
    expect(groupedMeaning('命名文件', '名称', 'village')).toBe('documentTitle');
    expect(groupedMeaning('命名文件', '文号', 'village')).toBe('documentNumber');
    expect(groupedMeaning('森林村庄', '名称', 'village')).toBe('village');
    expect(groupedMeaning('所在地', '乡镇', 'village')).toBe('township');
    expect(groupedMeaning('联系人', '名称', 'village')).toBeNull();
  });
});
