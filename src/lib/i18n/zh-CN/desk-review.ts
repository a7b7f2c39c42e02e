/** One submission and what it would change; the inbox; who has reported up to when. */
import type { Day, PartialDate } from '../../domain/date.ts';
import type { Level } from '../../domain/division.ts';
import type { Certainty } from '../../domain/standing.ts';
import { units } from './card.ts';
import { count, date } from './format.ts';

export const words = {
  submission: '报送',
  says: '报送内容',
  document: '依据文件',
  noDocument: '没有填写依据文件。',
  documentTitle: '标题',
  documentNumber: '文号',
  publisher: '发文机关',
  documentDate: '发文日期',
  location: '网址',
  files: '附件',
  noFiles: '没有附件。',
  download: '下载',
  steps: '经过',
  note: '给审核人的话',
  stage: '阶段',
  track: '创建类别',
  units: '单位',
  date: '生效日期',
  batch: '批次',
  corrects: '更正的记录',
  retracts: '撤销的记录',
  reason: '原因',
  state: '状态',
  effect: '核准以后的效果',
  effectNow: '按现有记录计算',
  before: '现在',
  after: '核准以后',
  targets: '对目标的影响',
  reportingMoves: '填报截止',
  noEffect: '对地图和目标没有影响。',
  approve: '核准',
  approveHint: '核准后立即公布，不能修改；有误时另行更正。',
  check: '核对无误，报市级',
  sendBack: '退回',
  sendBackReason: '退回原因',
  sendBackHint: '填写人会看到。',
  reasonRequired: '请写明退回原因，填写人才知道怎样修改。',
  reasonTooLong: '退回原因过长，最多2000字。',
  withdraw: '撤回报送',
  discard: '放弃这份报送',
  toEffect: '查看核准以后的效果',
  toDesk: '返回工作台',
  toInbox: '返回待办审核',
  publicPage: '查看公开页面',
  notEditable: '这份报送含有多类变化，不能在表格中修改。可以撤回后分别报送。',
  goOn: '继续填写',
  ownSubmission: '这是您自己填写的报送，须由另一人核准。',
  ownSubmissionCheck: '这是您自己填写的报送，须由另一人核对。',
  effectChanged: '核准前情况有变：上面是按最新记录重新计算的效果。请看过以后再核准。',
  changedMeanwhile: '您查看期间这份报送有了变动，下面是最新内容，请重新查看。',
  noLongerValid: '现有记录已变，这份报送不能照此核准，请退回：',
  wrongState: '这份报送的状态已变，刚才的操作没有执行。',
  importedNotice: '已生成报送草稿。请补齐依据文件，附上文件后提交。',
  savedNotice: '已保存为草稿，尚未提交。',
  submittedNotice: '已提交。',
  approvedNotice: '已核准，地图已更新。',
  returnedNotice: '已退回，并附上原因。',
  checkedNotice: '已核对，报市级核准。',
  withdrawnNotice: '已撤回。',
  repeatedNotice: '这份报送已经存在，没有重复建立。',
  inbox: '待办审核',
  inboxEmpty: '没有待办的报送。',
  inboxFilter: '只看',
  inboxAll: '全部',
  show: '查看',
  county: '县（市、区）',
  from: '填写人',
  reporting: '填报情况',
  reportingIntro: '每个单位每个类别的填报截止，逾期最久的在前。',
  reportedTo: '填报截止',
  overdue: '是否按期',
  print: '请用浏览器的打印功能打印本页。',
};
export type ReviewWords = typeof words;

const stepWords = {
  drafted: '起草',
  saved: '修改',
  submitted: '提交',
  checked: '县级核对',
  returned: '退回',
  withdrawn: '撤回',
  approved: '核准',
} as const;

export function step(of: keyof typeof stepWords): string {
  return stepWords[of];
}

/** 三河市（省级森林城市）：授予称号，2025年11月 */
export function headline(
  place: string,
  track: string,
  what: string | null,
  day: PartialDate | null,
): string {
  const told = [what, day === null ? null : date(day)].filter((part) => part !== null);
  return told.length === 0 ? `${place}：${track}` : `${place}：${track} ${told.join('，')}`;
}

/** 廊坊市：撤销报送（编号R20261123-1） */
export function undoOf(place: string, submission: string): string {
  return `${place}：撤销报送（编号${submission}）`;
}

export const incomplete: string = '尚未填写完整';

/** 更正：… / 撤销：… */
export function correctionOf(what: string): string {
  return `更正为：${what}`;
}

export function retractionOf(what: string | null): string {
  return what === null ? '撤销原记录' : `撤销原记录：${what}`;
}

/** 黄土庄镇等3个乡镇 */
export function someUnits(first: string, number: number, level: Level): string {
  return number === 1 ? first : `${first}等${units(level, number)}`;
}

const certaintyWords: Readonly<Record<Certainty, string>> = {
  confirmed: '',
  inferred: '推断',
  partial: '日期不全',
};

/** 已申请（日期不全）, 未填报, 无记录 */
export function side(
  stage: string | null,
  certainty: Certainty | null,
  isReported: boolean,
): string {
  if (stage === null) return isReported ? '无记录' : '未填报';
  const told = certainty === null ? '' : certaintyWords[certainty];
  return told === '' ? stage : `${stage}（${told}）`;
}

/** 三河市：省级森林城市 申请 → 授予称号 */
export function unitChange(place: string, track: string, before: string, after: string): string {
  return before === after
    ? `${place}：${track} ${after}（不变）`
    : `${place}：${track} ${before} → ${after}`;
}

/** 省级森林城市（全市）0 → 1个县（市、区），要求5个；最多可能10个不变 */
export function targetChange(facts: {
  readonly name: string;
  readonly level: Level;
  readonly before: { readonly low: number; readonly high: number; readonly outcome: string };
  readonly after: { readonly low: number; readonly high: number; readonly outcome: string };
  readonly required: number;
}): string {
  const { name, level, before, after, required } = facts;
  const low =
    before.low === after.low
      ? `${units(level, after.low)}（不变）`
      : `${count(before.low)} → ${units(level, after.low)}`;
  const high =
    before.high === after.high ? '' : `；最多可能${count(before.high)} → ${count(after.high)}`;
  const outcome =
    before.outcome === after.outcome
      ? `；${after.outcome}`
      : `；${before.outcome} → ${after.outcome}`;
  return `${name}：全市${low}，要求${count(required)}个${high}${outcome}`;
}

/** 省级森林城市：填报截止2020年12月31日 → 2026年11月23日 */
export function reportingMove(track: string, before: Day | null, after: Day | null): string {
  const told = (day: Day | null) => (day === null ? '（尚未填报）' : date(day));
  return `${track}：填报截止${told(before)} → ${told(after)}`;
}

/** 2026年11月21日 10:20起等待，已2天 */
export function waitingSince(moment: string, days: number): string {
  return days === 0 ? `${moment}起等待` : `${moment}起等待，已${count(days)}天`;
}

/** 逾期1700天 */
export function overdueBy(days: number | null): string {
  if (days === null) return '从未填报';
  return days > 0 ? `逾期${count(days)}天` : '按期';
}

/** 填报截止超过45天未更新的，列为逾期。 */
export function dueRule(days: number, at: Day): string {
  return `截至${date(at)}；填报截止超过${count(days)}天未更新的，列为逾期。`;
}

/** 共3件 */
export function total(number: number): string {
  return `共${count(number)}件`;
}

/** 市级森林村庄：250个村 未填报 → 授予称号 */
export function groupChange(units: string, before: string, after: string): string {
  return before === after ? `${units} ${after}（不变）` : `${units} ${before} → ${after}`;
}

/** 2026年11月23日 18:05, of an instant, as clocks in Asia/Shanghai show it. */
const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

export function moment(instant: string): string {
  return clock.format(Date.parse(instant));
}
