/** The desk: what the county has to do, what came back, what is on its way. */
import type { Day } from '../../domain/date.ts';
import type { Awaiting, SubmissionState } from '../../domain/submission.ts';
import { count, date } from './format.ts';

export const words = {
  title: '工作台',
  chooseCounty: '选择县（市、区）',
  chooseCountyHint: '选好以后，可以查看该单位的记录和报送。',
  chooseCountyToReport: '选好以后，可以查看该单位的记录，也可以代为报送。',
  otherCounty: '换一个单位',
  tracks: '创建类别',
  importList: '导入名单',
  importOfAll: '各县（市、区）的乡镇或村列在一张表里的，可以一次导入。',
  importPlaces: '导入位置',
  reportChange: '报告变化',
  nothingNew: '截至今天无新变化',
  nothingNewAll: '全部类别截至今天无新变化',
  nothingNewHint: '没有新变化也请每月确认一次：填报截止随之更新，并记入操作日志。',
  drafts: '草稿',
  returned: '被退回，请修改后重新提交',
  returnedToAuthor: '已退回，等填写人修改',
  underReview: '正在审核',
  toCheck: '等您核对',
  wrongRecord: '这条记录有误',
  reason: '退回原因',
  source: '依据',
  inbox: '待办审核',
  inboxLink: '查看待办审核',
  reporting: '填报情况',
  reportingLink: '查看填报情况',
  notYetUsed: '没有可填报的创建类别。',
  pending: '有变化正在审核',
};
export type DeskWords = typeof words;

export const states: Readonly<Record<SubmissionState, string>> = {
  draft: '草稿',
  submitted: '已提交',
  returned: '已退回',
  withdrawn: '已撤回',
  approved: '已核准',
};

const turns: Readonly<Record<Awaiting, string>> = {
  'county-head': '等县级负责人核对',
  city: '等市级核准',
};

/** Above what is settled: how many of it are listed. */
export function settledTitle(most: number): string {
  return `近期已办结（最多列出最近${count(most)}份）`;
}

/** Where it is and whose turn it is. */
export function state(of: SubmissionState, awaiting: Awaiting | null): string {
  return of === 'submitted' && awaiting !== null ? turns[awaiting] : states[of];
}

/** 填报截止2020年12月31日，已5年10个月未填报 */
export function reportedTo(day: Day | null, silence: { years: number; months: number }): string {
  if (day === null) return '尚未填报';
  const since = duration(silence.years, silence.months);
  return since === '' ? `填报截止${date(day)}` : `填报截止${date(day)}，已${since}未填报`;
}

function duration(years: number, months: number): string {
  const parts = [years > 0 ? `${count(years)}年` : '', months > 0 ? `${count(months)}个月` : ''];
  return parts.join('');
}

/** 10个乡镇中已知授予3个: what nobody has reported may be more */
export function tally(counted: number, eligible: number, level: 'township' | 'village'): string {
  const unit = level === 'township' ? '个乡镇' : '个村';
  return `${count(eligible)}${unit}中已知授予${count(counted)}个`;
}

/** 已记录（3条） */
export function recordsTitle(number: number): string {
  return `已记录（${count(number)}条）`;
}

/** 三河市工作台 */
export function deskOf(name: string): string {
  return `${name}工作台`;
}

/** 待办审核：3件待办 */
export function inboxCount(number: number): string {
  return number === 0 ? '没有等待核准的报送。' : `有${count(number)}件报送等待核准。`;
}

/** 8个县（市、区）逾期未填报 */
export function overdueCount(number: number, days: number): string {
  return number === 0
    ? `没有超过${count(days)}天未填报的单位。`
    : `${count(number)}个单位超过${count(days)}天未填报。`;
}

/** 截至2026年11月23日，国家森林城市已确认无新变化。 */
export function confirmed(tracks: string, day: Day): string {
  return `已确认：截至${date(day)}，${tracks}无新变化。`;
}

/** 国家森林城市：截至今天无新变化, for a screen reader who hears the button alone. */
export function ofTrack(track: string): string {
  return `（${track}）`;
}

/** 王小明，2026年11月23日 */
export function byOn(name: string, moment: string): string {
  return `${name}，${moment}`;
}

/** 李四：缺少公告原件 */
export function returnedBecause(name: string, reason: string): string {
  return `${name}：${reason}`;
}
