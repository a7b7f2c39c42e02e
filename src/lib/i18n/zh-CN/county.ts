/** The page of one county. */
import type { Day, PartialDate } from '../../domain/date.ts';
import { count, date } from './format.ts';

export const words = {
  standing: '创建进度',
  history: '状态记录',
  noHistory: '没有状态记录。',
  retracted: '已撤回',
  inferred: '推断',
  underReview: '有报送待审',
  reached: '已到此阶段',
  possible: '可能已到此阶段',
  passed: '已经过',
  unrecorded: '无记录',
  reports: '填报材料',
  townships: '乡镇、街道',
  villages: '村',
  notCounted: '不计入市级森林乡镇的单位',
  source: '依据',
  sources: '依据文件',
  neighbours: '相邻县（市、区）',
  location: '位置',
  offMap: '该单位为统计用区划，没有单独的边界，不在图上，也不计入县（市、区）的目标。',
  documentNumber: '文号',
  backToMap: '在地图上查看',
  batch: '批次',
};

export type CountyWords = typeof words;

/** The states a township or village is shown in. */
export const unitStates = {
  counted: '已授予',
  possible: '推断或日期不全',
  left: '已撤销',
  none: '未授予',
  unreported: '未填报',
};

/** 记录于2026年11月23日 */
export function recordedOn(day: Day): string {
  return `记录于${date(day)}`;
}

/** 2021年5月10日撤回：名称有误 */
export function retractedBecause(day: Day, reason: string | null): string {
  return `${date(day)}撤回${reason ? `：${reason}` : ''}`;
}

/** 河北省廊坊市 · 县级市 · 代码131082 */
export function place(prefecture: string, kind: string, code: string): string {
  return `${prefecture} · ${kind} · 行政区划代码${code}`;
}

/** 10个镇和乡：已授予3个，未填报7个 */
export function unitCounts(
  level: 'township' | 'village',
  total: number,
  parts: readonly { readonly state: string; readonly count: number }[],
): string {
  const all = level === 'township' ? `${count(total)}个镇和乡` : `${count(total)}个村`;
  if (total === 0) return level === 'township' ? '没有镇和乡。' : '没有村。';
  return `${all}：${parts.map(({ state, count: number }) => `${state}${count(number)}个`).join('，')}。`;
}

/** 燕郊镇（41个村，已授予2个） */
export function groupTitle(total: number, counted: number): string {
  return counted > 0 ? `${count(total)}个村，已授予${count(counted)}个` : `${count(total)}个村`;
}

/** 全国绿化委员会，2019年11月 */
export function citation(publisher: string, day: PartialDate | null): string {
  return day === null ? publisher : `${publisher}，${date(day)}`;
}

/** 截至2026年11月23日 */
export function asOf(day: Day): string {
  return `截至${date(day)}`;
}
