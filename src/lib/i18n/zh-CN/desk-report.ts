/** The report: its form, what is wrong in it, and what is told when something came between. */
import type { Day } from '../../domain/date.ts';
import type { Level } from '../../domain/division.ts';
import type { ProposalFaultCode } from '../../domain/submission.ts';
import { count, date } from './format.ts';

export const words = {
  title: '报告变化',
  stepWhat: '发生了什么',
  stepDocument: '依据文件',
  stepFiles: '附件',
  track: '创建类别',
  stage: '到达的阶段',
  present: '现阶段',
  usualNext: '通常的下一步',
  needsFile: '需附文件',
  units: '哪些单位',
  unitsHint: '可以选多个：同一份文件命名的，一次报完。',
  findUnit: '输入名称查找',
  noMatch: '没有这个名称的单位。',
  batch: '批次',
  batchHint: '例如：第三批',
  date: '生效日期',
  dateHint: '只知道年份也可以，月和日可以不填。',
  year: '年',
  month: '月',
  day: '日',
  documentHint: '授予称号须有文件；其他阶段有文件也请一并填写。',
  documentTitle: '文件标题',
  documentNumber: '文号',
  publisher: '发文机关',
  documentDate: '发文日期',
  location: '网址',
  locationHint: '公开的文件可以填网址。',
  files: '文件',
  filesHint: 'PDF、JPEG 或 PNG，可选多个；每个不超过20 MB，一次合计不超过60 MB。',
  chooseFiles: '选择文件',
  noFileChosen: '尚未选择',
  attached: '已附上',
  removeFile: '删除',
  note: '给审核人的话',
  noteHint: '不公开。',
  kind: '怎样处理',
  kindCorrection: '更正：原记录有误，改为下面填写的内容',
  kindRetraction: '撤销：原记录有误，没有别的内容代替它',
  reason: '为什么有误',
  record: '原记录',
  submit: '提交',
  saveDraft: '保存草稿',
  preview: '查看效果',
  cancel: '返回工作台',
  effect: '核准以后的效果',
  fixFirst: '尚未提交，请先改正下列内容：',
  draftKept: '已存为草稿，附件已保存，不必重新选择。',
  signedOut: '登录已过期，尚未保存。',
  signedOutHow: '填写的内容都在本页。请先在新窗口登录，再回到本页重新按“提交”。',
  signIn: '在新窗口登录',
  filesNotKept: '浏览器不会再次发送选好的文件，请重新选择：',
  duty: '请先在新窗口办完登录后的手续（如修改密码），再回到本页重新按“提交”。',
  dutyLink: '在新窗口办理',
  fileEmpty: '文件是空的',
  fileTooLarge: '文件超过20 MB',
  fileWrongType: '不是PDF、JPEG或PNG文件（按内容判断，与扩展名无关）',
  fileTooMany: '附件过多，一份报送最多10个',
  fileNotKept: '没有保存，请重新选择',
  clash: '有人同时修改了这份报送',
  clashHow:
    '没有覆盖任何一方。下表标出不同之处，请逐项选择，也可以在下面的表格里直接修改，然后再提交。',
  clashField: '项目',
  clashYours: '您填写的',
  clashSeen: '您打开时的',
  clashTheirs: '现在的',
  clashDiffers: '不同',
  takeYours: '用我的',
  takeTheirs: '用现在的',
  empty: '（空）',
  clashGone: '这份报送已不能修改。您填写的内容在下表，可以复制到新的报送中。',
  yes: '是',
  no: '否',
};
export type ReportWords = typeof words;

/** 截至2026年11月23日，本县该类别没有其他变化 */
export function nothingElse(day: Day): string {
  return `截至${date(day)}，本单位该类别没有其他变化（填报截止更新到这一天）`;
}

/** 三河市报告变化 */
export function titleOf(division: string): string {
  return `${division}：报告变化`;
}

const unitsOf: Readonly<Record<Level, string>> = {
  prefecture: '地级市',
  county: '县（市、区）',
  township: '乡镇',
  village: '村',
};

/** 请选择乡镇 / 村 */
export function chooseUnits(level: Level): string {
  return `哪些${unitsOf[level]}`;
}

/** 燕郊镇（41个村，已选2个） */
export function unitGroup(name: string, total: number): string {
  return `${name}（${count(total)}个）`;
}

/** 由李四于2026年11月23日 10:20保存 */
export function theirs(name: string, moment: string): string {
  return `现在的（${name}，${moment}）`;
}

/** 登记表.pdf：文件超过20 MB。 */
export function fileFault(name: string, why: string): string {
  return `${name}：${why}。`;
}

/** 1.2 MB */
export function size(bytes: number): string {
  if (bytes < 1024) return `${count(bytes)} B`;
  if (bytes < 1024 * 1024) return `${count(Math.ceil(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

const requiredAt: Readonly<Record<string, string>> = {
  track: '请选择创建类别。',
  stage: '请选择到达的阶段。',
  units: '请选择至少一个单位。',
  effective: '请填写生效日期，至少填年份。',
  reason: '请写明原记录为什么有误。',
  retracts: '请从工作台的记录中选择有误的那一条。',
  title: '请填写文件标题。',
  publisher: '请填写发文机关。',
};

/** Why a position cannot be drawn. */
function geometryProblem(problem: string | undefined): string {
  switch (problem) {
    case 'not-degrees':
      return '坐标不是经纬度：经度应在±180以内，纬度应在±90以内。';
    case 'too-precise':
      return '坐标的小数超过7位，请四舍五入。';
    case 'too-many-positions':
      return '边界的点太多，请概化到5000个以内。';
    case 'crossing':
      return '边界自相交，请修正。';
    case 'parts':
      return '边界的各部分互相重叠，或内环不在外环以内，请修正。';
    case 'ring-open':
      return '边界没有闭合，请修正。';
    case 'ring-winding':
      return '边界的方向不对：外环应为逆时针，内环应为顺时针。';
    default:
      return '位置不是有效的点或边界。';
  }
}

/** What a fault says. `field`: the field of the form beside which it stands, or empty. */
const faults: Readonly<
  Record<ProposalFaultCode, (values: Readonly<Record<string, string>>, field: string) => string>
> = {
  required: (_, field) => requiredAt[field] ?? '请填写此项。',
  'too-long': ({ limit }) => `文字过长，最多${limit ?? '2000'}字。`,
  'not-a-date': () => '不是有效日期：年份用四位数字，如2025；填了日就要填月。',
  future: ({ today }) => (today ? `日期不能晚于今天（${date(today)}）。` : '日期不能晚于今天。'),
  'before-existence': () => '该单位在这个日期还不存在或已经撤销。',
  'unknown-division': () => '没有这个单位，请重新选择。',
  'other-county': () => '这个单位不属于本县（市、区）。',
  'unknown-track': () => '没有这个创建类别，请重新选择。',
  'not-counted': () => '这个单位不参加该类别的创建。',
  'unknown-stage': () => '该类别没有这个阶段，请重新选择。',
  'unknown-event': () => '找不到要更正的记录，可能已被处理。',
  'already-retracted': () => '这条记录已经撤回，不必再处理。',
  'not-this-unit': () => '要更正的记录属于别的单位或类别。',
  'same-as-now': () => '与现有记录相同，没有变化可报。',
  'changed-since': () => '此后已有变动，不能再撤销，请从清单中删除。',
  twice: () => '同一单位的同一变化填了两次。',
  'document-required': () => '授予称号须有依据文件：请填写文件标题和发文机关。',
  'file-required': () => '授予称号须附文件，请选择PDF或图片。',
  'earlier-than-before': ({ date: before }) =>
    before ? `填报截止不能早于原来的${date(before)}。` : '填报截止不能早于原来的日期。',
  'under-review': () => '该类别有变化正在审核，核准或退回以后再确认无新变化。',
  'city-only': () => '分解任务由市级下达，县（市、区）不能填报。',
  'wrong-level': () => '这个单位的层级不对，请重新选择。',
  'track-without-quota': () => '只有森林乡镇和森林村庄分解任务。',
  'not-a-count': () => '请填写整数，不能有负号、小数点或文字。',
  'above-eligible': ({ eligible }) =>
    eligible ? `超过可创建的单位总数（${eligible}个）。` : '超过可创建的单位总数。',
  'invalid-geometry': ({ problem }) => geometryProblem(problem),
  'far-away': ({ axes }) =>
    axes === 'swapped'
      ? '坐标的经度和纬度颠倒了，应经度在前。'
      : '位置远在本市以外，请核对坐标和坐标系。',
  nothing: () => '没有填写任何变化。没有新变化时，请在工作台按“截至今天无新变化”。',
};

export function fault(
  code: ProposalFaultCode,
  values: Readonly<Record<string, string>>,
  field: string,
): string {
  return faults[code](values, field);
}
