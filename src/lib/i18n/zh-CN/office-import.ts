/** The import of a ledger: sent in, looked through row by row, and made one report. */
import type { PartialDate } from '../../domain/date.ts';
import { count, date } from './format.ts';

export const words = {
  title: '导入名单',
  intro: '上传乡镇或村的 Excel 名单，逐行核对以后生成一份报送。确认以前不写入任何记录。',
  track: '创建类别',
  chooseTrack: '请选择类别',
  trackRequired: '请选择名单属于哪个类别。',
  division: '填报单位',
  divisionHint: '名单含多个县（市、区）的，选全市。',
  chooseDivision: '请选择单位',
  divisionRequired: '请选择填报单位。',
  file: '名单文件',
  fileHint: '.xlsx 或 .csv，不超过20 MB。保留原来的标题、合并单元格和合计行即可。',
  chooseFile: '选择文件',
  noFileChosen: '尚未选择',
  paste: '或者粘贴表格内容',
  pasteHint:
    '在 Excel 中连同表头一起选中、复制，粘贴到这里。没有表头的，粘贴以后再说明各列是什么。选了文件的，以文件为准。',
  pasteName: '粘贴的内容',
  gridHint: '把光标放在任一格，粘贴从 Excel 复制的内容；也可以直接填写。第一行写列名。',
  gridCell: '第{row}行第{column}列',
  gridPasted: '已填入{rows}行、{columns}列。',
  gridMore: '增加10行',
  upload: '上传并核对',
  uploading: '正在上传：{percent}%',
  checking: '正在核对，请稍候。',
  broken: '上传中断，没有保存。请检查网络后重新上传。',
  tooLarge: '文件超过20 MB。请只保留需要的工作表和行后再上传。',
  empty: '请选择名单文件，或者粘贴表格内容。',
  template: '下载模板',
  templateHint:
    '模板按县（市、区）列出规范的乡镇和村名，填写时从下拉列表中选择。已有的名单不必改用模板。',
  unfinished: '尚未确认的名单',
  unfinishedHint: '保留7天。',
  toDesk: '返回工作台',
  // The preview.
  checkTitle: '核对名单',
  result: '核对结果',
  effect: '确认并核准以后',
  counties: '各县（市、区）已授予的数目',
  county: '县（市、区）',
  before: '现在',
  after: '核准以后',
  quota: '分解任务',
  found: '从表中读到的内容',
  sheet: '工作表',
  column: '列',
  heading: '列名',
  meaning: '用作',
  // What the columns are, told by a person.
  tell: '说明各列',
  tellNotice: '没有找到认得的表头。请在下面说明各列是什么，再按“按所选的列读取”。',
  tellHint: '为每一列选定内容，不需要的列选“不读取”。没有把握的先不选，读取以后还可以改。',
  tellRow: '行',
  tellNothing: '不读取',
  tellSuggested: '按内容推测',
  tellFirst: '从第几行开始读取',
  tellFirstHint: '填写第一条记录的行号，标题和表头不算。',
  tellRead: '按所选的列读取',
  tellUndo: '取消说明，按表头读取',
  tellTwice: '这一列与前面的列选了同样的内容。同一内容只能选一列。',
  tellUnknown: '没有这样的内容。请从列表中选择。',
  tellNoUnit: {
    township: '还没有说明哪一列是乡镇、单位名称或者代码。请至少选定其中一列。',
    village: '还没有说明哪一列是村、单位名称或者代码。请至少选定其中一列。',
  },
  tellStranger: '所填的工作表或者列不在这份名单中。请按下面所示重新选择。',
  document: '依据文件',
  documentTitle: '标题',
  documentNumber: '文号',
  publisher: '发文机关',
  documentNone: '各行没有写同一份文件。生成报送以后请补填。',
  documentLater: '命名须有文件和附件，生成报送以后在报送中补齐。',
  mend: '需要处理的行',
  mendHint: '逐行选定以后按“重新核对”。也可以下载带错误列的表，改好后重新上传。',
  leaveOut: '不导入此行',
  undecided: '暂不选定',
  chosen: '已选定',
  undo: '取消选定',
  defaults: '统一填写',
  defaultsHint: '只用于表中没有写日期或状态的行。',
  defaultDate: '日期',
  defaultStage: '状态',
  dateWrong: '这不是日期。请至少填写年份。',
  year: '年',
  month: '月',
  day: '日',
  recheck: '重新核对',
  download: '下载带错误列的表',
  rows: '各行明细',
  row: '行',
  written: '表中所写',
  unit: '对应单位',
  outcome: '记录',
  remark: '说明',
  none: '没有这样的行。',
  pages: '分页',
  previous: '上一页',
  next: '下一页',
  confirmTitle: '确认',
  confirm: '生成报送草稿',
  confirmHint: '生成一份草稿，补上依据文件后提交。核准以前地图不变。',
  nothing: '表中各行都已有记录，没有需要报送的变化。',
  nothingYet: '没有可以导入的行。请先处理上面列出的行。',
  unsettled: '还有行没有处理。请逐行选定，或者勾选不导入这些行。',
  changedMeanwhile: '核对结果有变，下面是最新结果，请看过以后再确认。',
  choicesTaken: '刚才选定的行已经计入，下面是最新结果，请看过以后再确认。',
  rechecked: '已重新核对。',
  unmarked: '这个文件加不上“错误”一列。请照下面的核对结果，在原表里改好后重新上传。',
  invalid: '按现有记录不能生成报送：',
  confirmedAlready: '这份名单已经生成报送。',
  toSubmission: '查看报送',
  toUnderReview: '查看这份报送',
  again: '重新上传',
  tooMany: '一份报送最多5000项变化。请把名单分成几份。',
};
export type ImportWords = typeof words;

/** 核对名单：2023年名单.xlsx */
export function titleOf(name: string): string {
  return `${words.checkTitle}：${name}`;
}

/** 市级森林村庄，三河市，2026年11月23日 18:05上传 */
export function about(track: string, division: string, moment: string): string {
  return `${track}，${division}，${moment}上传`;
}

/** 共250行 */
export function rowTotal(number: number): string {
  return `共${count(number)}行`;
}

/** 需要处理的行（3行） */
export function mendTitle(number: number): string {
  return `${words.mend}（${count(number)}行）`;
}

/** 新增（247） */
export function listTitle(verdict: string, number: number): string {
  return `${verdict}（${count(number)}）`;
}

/** 第17行 */
export function rowOf(number: number): string {
  return `第${number}行`;
}

/** 名单，第17行 */
export function rowIn(sheet: string, number: number): string {
  return sheet === '' ? rowOf(number) : `${sheet}，第${number}行`;
}

/** 授予称号，2023年 */
export function outcomeOf(stage: string, effective: PartialDate, isCorrection: boolean): string {
  const told = `${stage}，${date(effective)}`;
  return isCorrection ? `更正为：${told}` : told;
}

/** 其余3行不导入 */
export function without(number: number): string {
  return `还有${count(number)}行待确认或有误：不导入这些行`;
}

/** 将生成一份报送草稿，含247项变化。 */
export function confirming(changes: number): string {
  return `共${count(changes)}项变化，生成一份报送。`;
}

/** 同样的变更已在审核中：报送R20261123-7KQ2M，2023年。 */
export function underReview(submission: string, effective: PartialDate): string {
  return `同样的变更已在审核中：报送${submission}，${date(effective)}。`;
}

/** 其中12项变更已在另一份报送中等待审核，请勿重复报送。 */
export function underReviewTotal(number: number): string {
  return `其中${count(number)}项变更已在另一份报送中等待审核，请勿重复报送。`;
}

/** 第1页，共3页 */
export function pageOf(page: number, pages: number): string {
  return `第${count(page)}页，共${count(pages)}页`;
}

/** 12个乡镇的名单 */
export function ledgerOf(name: string, track: string, moment: string): string {
  return `${name}（${track}，${moment}）`;
}

/** 2023年名单-核对.xlsx */
export function checkedName(name: string): string {
  return `${name}-核对.xlsx`;
}

export const wholePrefecture = (name: string): string => `${name}（全市）`;

/** A列 */
export function tellColumn(letter: string): string {
  return `${letter}列`;
}

/** 名单：A列 */
export function tellField(sheet: string, field: string): string {
  return sheet === '' ? field : `${sheet}，${field}`;
}

/** 第1行至第250行 */
export function tellFirstWrong(last: number): string {
  return `请填写1到${last}之间的行号。`;
}

/** 未读取 */
export function tellState(state: 'told' | 'read' | 'unread', firstRow: number): string {
  if (state === 'unread') return '未读取';
  return state === 'told' ? `按说明的各列读取，从第${firstRow}行开始` : '按表头读取';
}
