/** The city's quotas: the form that sets them, what they would change, and those set before. */
import type { PartialDate } from '../../domain/date.ts';
import { count, date, list } from './format.ts';

export const words = {
  title: '分解任务',
  intro:
    '把全市的目标分解到各县（市、区）。提交以后由另一人核准，核准后公布，地图改按任务完成比例着色。',
  stepCounts: '各县（市、区）任务',
  county: '县（市、区）',
  eligible: '可创建',
  counted: '已授予',
  present: '现行任务',
  suggestion: '建议',
  quota: '新任务',
  countsHint: '不改的照原样保留；留空表示沿用现行任务，0表示不分配。',
  suggest: '按比例建议',
  suggestHint: '“建议”按可创建的数量成比例分配，取整用最大余数法，合计等于目标。',
  recount: '核算合计',
  total: '合计',
  notSet: '未分解',
  date: '生效日期',
  history: '历次分解任务',
  noHistory: '尚未分解过任务。',
  since: '生效',
  document: '依据文件',
  parts: '任务',
  effect: '分解任务',
  nothing: '各项任务与现行的相同，没有变化可报。',
};
export type QuotaWords = typeof words;

/** Filled in by `sumWords`, and in the browser while somebody types: `{sum}`, `{required}`, `{gap}`. */
export const sumTemplates = {
  short: '合计{sum}，要求{required}，还差{gap}',
  over: '合计{sum}，要求{required}，超出{gap}',
  equal: '合计{sum}，与要求一致',
};
export type SumTemplates = typeof sumTemplates;

/** 市级森林乡镇：全市50个 */
export function trackTitle(track: string, required: number): string {
  return `${track}：全市要求${count(required)}个`;
}

/** 三河市：市级森林乡镇新任务, of a field that stands in a table. */
export function fieldName(county: string, track: string): string {
  return `${county}：${track}新任务`;
}

/** 6个 */
export function countOf(number: number): string {
  return `${count(number)}个`;
}

/** 安次区3个、广阳区2个 */
export function countsOf(
  counties: readonly { readonly name: string; readonly count: number | null }[],
) {
  return list(
    counties.map(({ name, count: number }) =>
      number === null ? `${name}${words.notSet}` : `${name}${count(number)}个`,
    ),
  );
}

/** 廊坊市：分解任务，自2026年1月起 */
export function headline(place: string, effective: PartialDate | null): string {
  return effective === null
    ? `${place}：${words.title}`
    : `${place}：${words.title}，自${date(effective)}起`;
}

/** 自2026年1月1日起 */
export function since(effective: PartialDate): string {
  return `自${date(effective)}起`;
}

/** 2026年11月23日记录 */
export function recorded(day: PartialDate): string {
  return `${date(day)}记录`;
}

/** 市级森林乡镇：合计48，要求50，还差2 → 合计50，与要求一致 */
export function sumChange(track: string, before: string, after: string): string {
  return before === after ? `${track}：${after}` : `${track}：${before} → ${after}`;
}

/** 按2026年1月31日的情况 */
export function asOf(day: PartialDate): string {
  return `按${date(day)}的情况`;
}
