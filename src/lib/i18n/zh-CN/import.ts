/** The preview of a ledger 台账: what each row comes to, and what a clerk has to do about it. */
import type {
  ColumnMeaning,
  LedgerRefusal,
  LedgerRow,
  RowFault,
  RowFaultCode,
  Verdict,
} from '../../domain/ledger.ts';
import { date, list } from './format.ts';

type Values = Readonly<Record<string, string>>;

export const verdicts: Readonly<Record<Verdict, string>> = {
  new: '新增',
  changed: '更正',
  doubt: '待确认',
  wrong: '有误',
  same: '已有记录',
  'left-out': '未计入',
};

/** What is done with the rows of a verdict. */
export const verdictHints: Readonly<Record<Verdict, string>> = {
  new: '尚无记录，确认后记入。',
  changed: '已有记录，但日期不同，确认后更正。',
  doubt: '请逐行选定所指的单位，或者选择不导入。',
  wrong: '不能导入。请在原表中改正后重新上传，或者选择不导入。',
  same: '与已有记录一致，不作改动。',
  'left-out': '不是单位，或者没有填报内容。',
};

export const meanings: Readonly<Record<ColumnMeaning, string>> = {
  county: '县（市、区）',
  township: '乡镇',
  village: '村',
  name: '单位名称',
  code: '代码',
  stage: '状态',
  effective: '日期',
  documentNumber: '文号',
  documentTitle: '文件名称',
  publisher: '发文单位',
  batch: '批次',
  grade: '级别',
};

/** Of a column nothing is taken from. */
export const notTaken: string = '不导入';

export const faults: Readonly<Record<RowFaultCode, (values: Values) => string>> = {
  'unknown-name': ({ place = '', written = '' }) => `${place}没有“${written}”。`,
  'unknown-code': ({ written = '' }) => `没有“${written}”这个代码。`,
  'not-a-code': ({ written = '' }) =>
    `“${written}”不是区划代码。乡镇代码为9位数字，村代码为12位数字。`,
  'lost-digits': ({ written = '' }) =>
    `“${written}”是科学记数法，后几位数字已经丢失，未采用。请把这一列设为文本格式，重新填写代码。`,
  'other-place': ({ place = '', name = '' }) =>
    `${place}没有“${name}”，别处有同名的。请核对所属乡镇和县（市、区）。`,
  ambiguous: ({ place = '', written = '', count = '' }) =>
    `${place}有${count}个“${written}”，请填写所属乡镇。`,
  'code-and-name-differ': ({ written = '', unit = '', name, place }) =>
    name === undefined
      ? `代码“${written}”指“${unit}”，不在${place ?? '所填的地方'}。请核对。`
      : `代码“${written}”指“${unit}”，而名称是“${name}”。请核对。`,
  'other-edition': ({ written = '', unit = '', other = '' }) =>
    `代码“${written}”在不同版本的区划代码中分别指“${unit}”和“${other}”。有名称的以名称和所属乡镇为准。`,
  'not-counted': ({ unit = '', kind = '' }) => `“${unit}”属于${kind}，不在本类别的统计范围内。`,
  'other-county': ({ unit = '', scope = '' }) => `“${unit}”不属于${scope}，不能由${scope}填报。`,
  'missing-name': () => '没有填写名称，也没有填写代码。',
  'several-names': ({ written = '' }) =>
    `“${written}”这一格写了不止一个名称。请每个名称单独写一行，各填日期。`,
  'other-title': ({ written = '', title = '' }) =>
    `“${written}”不是${title}。各级称号分别统计，不能混计，这一行不导入。`,
  'mixed-titles': ({ written = '', title = '' }) =>
    `“${written}”写了不止一级称号，无法判断日期属于哪一级。请把${title}单独写一行。`,
  'missing-date': ({ year }) =>
    year === undefined
      ? '没有日期。请填写认定时间，或者在导入时统一选定。'
      : `没有日期。这一行提到${year}年，但未必就是认定时间，没有采用。请填写认定时间，或者在导入时统一选定。`,
  'not-a-date': ({ written = '' }) =>
    `“${written}”不是日期。请写成2023年、2023年6月或者2023年6月12日。`,
  'date-range': ({ written = '' }) => `“${written}”是一段时间，不是认定的日期。请写明哪一年。`,
  'batch-for-date': ({ written = '' }) =>
    `“${written}”是批次，不是日期。请填写认定时间；批次请另设一列。`,
  'two-digit-year': ({ written = '' }) => `“${written}”的年份只有两位，请写足四位。`,
  'one-or-ten': ({ written = '' }) =>
    `“${written}”可能是1月，也可能是10月。请写成“2023年1月”或者“2023年10月”的样子。`,
  future: ({ written = '', today = '' }) => `“${written}”晚于今天（${date(today)}）。`,
  'before-existence': ({ unit = '', from = '', to = '' }) =>
    `那时没有“${unit}”：${existence(from, to)}。`,
  'unknown-stage': ({ written = '', words }) =>
    `没有“${written}”这个状态。${words === undefined ? '' : `可以填写：${words}。`}`,
  twice: ({ unit = '', sheet = '', row = '' }) =>
    `“${unit}”与工作表“${sheet}”第${row}行重复，只采用前一行。`,
  'cell-error': ({ written = '' }) => `单元格是错误值${written}，请改正。`,
  'formula-without-value': () =>
    '单元格是公式，文件中没有计算结果。请用电子表格软件打开后保存，或者粘贴为数值。',
  'too-long': ({ written = '', limit }) =>
    `“${written}”太长${limit === undefined ? '' : `，最多${limit}个字符`}。`,
  'hidden-row': () => '这一行在原表中是隐藏的，仍然计入。',
  total: () => '合计行，未计入。',
  'repeated-heading': () => '重复的表头，未计入。',
  section: () => '分组标题，用作以下各行的所属地方。',
  note: () => '说明文字，未计入。',
  'no-name': () => '只有所属地方，没有名称和日期，未计入。',
  'no-status': () => '没有填写状态和日期，未计入。',
  inferred: () => '状态为推断，不是填报内容，未计入。',
  'chosen-out': () => '已选择不导入。',
};

function existence(from: string, to: string): string {
  if (from !== '' && to !== '') return `存续于${date(from)}至${date(to)}`;
  return from === '' ? `已于${date(to)}后撤销` : `${date(from)}起设立`;
}

export const refusals: Readonly<Record<LedgerRefusal, (values: Values) => string>> = {
  'no-header': ({ sheets = '' }) =>
    `没有找到表头（已查看工作表：${sheets}）。请保留写有“乡镇”“村名”或“代码”等列名的一行。`,
  'no-rows': ({ sheets = '' }) => `工作表“${sheets}”只有表头，没有填写内容。`,
  'no-told-rows': ({ sheets = '' }) =>
    `工作表“${sheets}”从所填的行起，选作名称或者代码的列里没有可以读取的内容。请检查所选的列和起始行号。`,
  'other-track': ({ word = '' }) =>
    `表中写的是“${word}”，与所选的创建类别不符。请换一个类别，或者换一份表。`,
};

/** 第17行“村庄名称”：杨税务镇没有“大汪庄”。相近的有：安次区杨税务镇大王庄村民委员会。 */
export function faultSentence(
  { number, candidates }: Pick<LedgerRow, 'number' | 'candidates'>,
  fault: RowFault,
): string {
  const heading = fault.values?.['heading'] ?? '';
  // A column that was told has a letter alone.
  const bare = fault.column === null ? '' : `${fault.column}列`;
  const where = `第${number}行${heading === '' ? bare : `“${heading}”`}`;
  const names = candidates.map(({ path }) => path.join(''));
  const near =
    offering.has(fault.code) && names.length > 0 ? `${nearWord(fault.code)}${list(names)}。` : '';
  return `${where}：${faults[fault.code](fault.values ?? {})}${near}`;
}

/** After these the candidates are named. */
const offering: ReadonlySet<RowFaultCode> = new Set([
  'unknown-name',
  'other-place',
  'ambiguous',
  'code-and-name-differ',
]);

function nearWord(code: RowFaultCode): string {
  return code === 'unknown-name' ? '相近的有：' : '可选：';
}

/** 第3行起为表头 */
export function headerFound(row: number | null): string {
  return row === null ? '不是本类别的台账，未读取' : `表头在第${row}行`;
}
