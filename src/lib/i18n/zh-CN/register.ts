/** The registers of townships and villages, and the page of one township. */
import type { Day } from '../../domain/date.ts';
import type { DivisionKind } from '../../domain/division.ts';
import type { RegisterLevel } from '../../domain/register-unit.ts';
import { units } from './card.ts';
import { count, date } from './format.ts';

export const words = {
  filter: '查找与筛选',
  search: '名称、拼音或代码',
  searchHint: '可用全拼或首字母；代码可只写开头几位。',
  county: '县（市、区）',
  status: '状态',
  batch: '批次',
  any: '全部',
  submit: '查找',
  clear: '清除条件',
  sortHint: '选列名可排序',
  columns: {
    name: '名称',
    code: '代码',
    county: '所属',
    status: '状态',
    date: '日期',
    batch: '批次',
    source: '依据',
  },
  pages: '分页',
  previous: '上一页',
  next: '下一页',
  sources: '依据文件',
  documentNumber: '文号',
  standing: '创建情况',
  history: '状态记录',
  villages: '所辖的村',
  seeAlso: '相关页面',
};

export type RegisterWords = typeof words;

export const titles: Readonly<Record<RegisterLevel, string>> = {
  township: '乡镇名录',
  village: '村庄名录',
};

/** What the register lists, and what not. */
export const intros: Readonly<Record<RegisterLevel, string>> = {
  township: '可以创建市级森林乡镇的全部镇和乡。街道和统计单位不计入，不在其列。',
  village: '可以创建市级森林村庄的全部村。社区不计入，不在其列。',
};

export interface RegisterFacts {
  readonly level: RegisterLevel;
  readonly at: Day;
  readonly total: number;
  /** The states that occur, in words. */
  readonly parts: readonly { readonly state: string; readonly count: number }[];
}

/** 截至2026年11月23日，90个乡镇中：已授予50个，未填报40个。 */
export function counts({ level, at, total, parts }: RegisterFacts): string {
  const told = parts.map(({ state, count: number }) => `${state}${count(number)}个`);
  const all = `截至${date(at)}，${units(level, total)}`;
  return told.length === 0 ? `${all}。` : `${all}中：${told.join('，')}。`;
}

/** 与目标一致：确定的有50个，最多可能有90个。 `low` may be above the named, by a statement. */
export function bounds(named: number, low: number, high: number): string {
  const unnamed = low > named ? `（其中${count(low - named)}个材料未具名）` : '';
  return high > low
    ? `目标卡片据此计算：确定的有${count(low)}个${unnamed}，最多可能有${count(high)}个。`
    : `目标卡片据此计算：共有${count(low)}个${unnamed}。`;
}

/** 筛选出12个，共90个；本页为第1至12个。 */
export function shown(facts: {
  readonly shown: number;
  readonly total: number;
  readonly from: number;
  readonly to: number;
}): string {
  const found =
    facts.shown === facts.total
      ? `共${count(facts.total)}个`
      : `筛选出${count(facts.shown)}个，共${count(facts.total)}个`;
  const isWhole = facts.shown === facts.to - facts.from + 1;
  return isWhole ? found : `${found}；本页为第${count(facts.from)}至${count(facts.to)}个`;
}

/** 没有符合条件的乡镇。 */
export function nothing(level: RegisterLevel): string {
  return `没有符合条件的${level === 'township' ? '乡镇' : '村'}。`;
}

/** 第2页，共32页 */
export function pageOf(page: number, pages: number): string {
  return `第${count(page)}页，共${count(pages)}页`;
}

/** 第2页, of a link that shows only the number. */
export function pageName(page: number): string {
  return `第${count(page)}页`;
}

export const underReview: string = '有报送待审';

/** 三河市 · 镇 · 行政区划代码131082100 */
export function place(county: string, kind: DivisionKind, code: string): string {
  return `${county} · ${kind} · 行政区划代码${code}`;
}

/** Of a 街道 or a unit of statistics: why it has no status. */
export function outside(kind: DivisionKind): string {
  return `${kind}不属于镇和乡，不计入市级森林乡镇的总数。`;
}

/** 三河市创建情况 */
export function pageOfPlace(place: string): string {
  return `${place}创建情况`;
}

/** 三河市乡镇名录 */
export function registerOf(level: RegisterLevel, place: string): string {
  return `${place}${titles[level]}`;
}
