/** The import of positions: sent in, looked through unit by unit, and made one report. */
import type {
  PlaceLevel,
  PlaceNoteCode,
  PlaceTableRefusal,
  PlaceVerdict,
} from '../../domain/place-import.ts';
import { count } from './format.ts';

type Values = Readonly<Record<string, string>>;

export const words = {
  title: '导入位置',
  intro: '导入乡镇、村的坐标，或者乡镇的边界。逐个核对以后生成一份报送，核准以前不写入任何记录。',
  level: '内容',
  chooseLevel: '请选择内容',
  levelRequired: '请选择文件中是乡镇还是村。',
  divisionHint: '含多个县（市、区）的，选全市。',
  file: '坐标文件',
  fileHint:
    'Shapefile（压缩为 .zip）、GeoJSON，或者含经度、纬度两列的 .xlsx、.csv，不超过20 MB。须有名称或代码一列。',
  fileRequired: '请选择坐标文件。',
  datum: '坐标系',
  datumHint: '不清楚的，由系统根据县界判断；不能确定的，核对时再选。',
  datumUnknown: '不清楚，由系统判断',
  upload: '上传并核对',
  uploading: '正在上传：{percent}%',
  checking: '正在核对，请稍候。',
  unfinished: '尚未确认的文件',
  unfinishedHint: '保留7天。',
  toDesk: '返回工作台',
  // The preview.
  checkTitle: '核对位置',
  datumTitle: '坐标系',
  datumAsk: '请选择坐标系',
  datumChange: '改用其他坐标系',
  datumRequired: '请先选择坐标系，再重新核对。',
  datumChosen: '坐标系',
  found: '文件内容',
  layer: '图层或工作表',
  features: '数量',
  system: '坐标系',
  encoding: '文字编码',
  unnamed: '（整个文件）',
  mendHint: '逐个选定以后按“重新核对”。位置确实无误的，可以选“仍然导入”。',
  anyway: '位置无误，仍然导入',
  leaveOut: '不导入',
  rows: '各单位明细',
  row: '文件中的序号',
  written: '文件中所写',
  outcome: '坐标（WGS-84）',
  source: '坐标的来源',
  sourceHint: '写明坐标出自哪份文件、哪次调查或者哪个地图，将与位置一同公布。',
  sourceTitle: '来源名称',
  sourceTitleHint: '例如文件标题、调查名称或者数据集名称。',
  publisher: '提供单位',
  documentNumber: '文号',
  location: '链接或存放处',
  note: '附言',
  noteHint: '写给审核人，不公开。',
  confirm: '提交报送',
  confirmHint: '生成一份报送并提交审核。核准以前地图不变。',
  nothing: '文件中的位置都已有记录，没有需要报送的变化。',
  nothingYet: '没有可以导入的位置。请先处理上面列出的单位。',
  datumFirst: '坐标系尚未确定。请先选择坐标系，再重新核对。',
  unsettled: '还有单位没有处理。请逐个选定，或者勾选不导入这些单位。',
  changedMeanwhile: '核对结果有变，下面是最新结果，请看过以后再确认。',
  choicesTaken: '刚才的选择已经计入，下面是最新结果，请看过以后再确认。',
  confirmedAlready: '这份文件已经生成报送。',
  again: '重新上传',
  tooMany: '一份报送最多5000个位置。请把文件分成几份。',
  // Taking back.
  takeBack: '收回位置',
  takeBackIntro:
    '位置有误而暂无正确坐标的，勾选以后提交报送。核准以后，这些单位在地图上不再显示位置。',
  takeBackUnits: '收回哪些单位的位置',
  takeBackWithin: '县（市、区）或乡镇',
  takeBackAnywhere: '全部',
  takeBackFind: '查找单位',
  takeBackFindHint: '名称、拼音首字母或代码。已勾选的单位翻页、查找以后仍然保留。',
  takeBackSearch: '查找',
  takeBackAll: '全部勾选查到的单位',
  takeBackNoneOf: '取消勾选查到的单位',
  takeBackPrevious: '上一页',
  takeBackNext: '下一页',
  takeBackUnitsRequired: '请至少勾选一个单位。',
  takeBackNone: '这份报送给出的位置都已更改或者收回。',
  reason: '收回的依据',
  reasonIntro: '写明依据哪份说明或者文件收回，将一同公布。',
  reasonTitle: '依据名称',
  reasonHint: '例如更正说明的标题。',
  takeBackConfirm: '提交报送',
  toSubmission: '查看报送',
};
export type PlaceWords = typeof words;

export const levels: Readonly<Record<PlaceLevel, string>> = {
  township: '乡镇、街道（点或边界）',
  village: '村、社区（点）',
};

export const verdicts: Readonly<Record<PlaceVerdict, string>> = {
  new: '新增',
  moved: '移动',
  doubt: '待确认',
  wrong: '有误',
  same: '已有记录',
  'left-out': '未计入',
};

export const verdictHints: Readonly<Record<PlaceVerdict, string>> = {
  new: '尚无位置，核准后记入。',
  moved: '已有位置，核准后改为新的位置。',
  doubt: '请选定所指的单位，或者确认位置无误。',
  wrong: '不能导入。请改正文件后重新上传，或者不导入。',
  same: '与已有位置一致，不作改动。',
  'left-out': '不是单位，或者选择了不导入。',
};

export const refusals: Readonly<Record<PlaceTableRefusal, (values: Values) => string>> = {
  'no-names': ({ columns = '' }) =>
    `没有找到名称或代码一列（文件中的列：${columns}）。请把名称列命名为“乡镇名称”“村庄名称”或“名称”，代码列命名为“代码”。`,
  'no-coordinates': ({ sheets = '' }) =>
    `没有找到坐标列（已查看工作表：${sheets}）。请写明“经度”“纬度”两列，或者“坐标”一列。`,
  'no-rows': ({ sheets = '' }) => `工作表“${sheets}”只有表头，没有填写内容。`,
};

export const notes: Readonly<Record<PlaceNoteCode, (values: Values) => string>> = {
  unreadable: ({ written = '' }) => `“${written}”不是坐标。请写成116.6841或者116°41′2.8″的样子。`,
  twice: ({ unit = '', layer = '', row = '' }) =>
    layer === ''
      ? `“${unit}”与第${row}个要素重复，只采用前一个。`
      : `“${unit}”与“${layer}”第${row}行重复，只采用前一行。`,
  moved: ({ metres = '' }) => `比现在记录的位置移动${count(Number(metres))}米。`,
  'outline-for-point': () => '现在记录的是点，将改为边界。',
  'point-for-outline': () => '现在记录的是边界，文件中只有点，导入后边界不再显示。',
  'outline-changed': () => '边界与现在记录的不同。',
  accepted: () => '已选择仍然导入。',
};

export const datum = {
  decided: (name: string): string => `按您选择的${name}处理。`,
  inFile: (system: string): string => `文件写明的坐标系：${system}。`,
  boundaries: '依据：文件中的边界与县界吻合。',
};

/** “乡镇名称”：没有“东方乡”。 */
export function atHeading(heading: string, sentence: string): string {
  return heading === '' ? sentence : `“${heading}”：${sentence}`;
}

/** 核对位置：村庄坐标.zip */
export function titleOf(name: string): string {
  return `${words.checkTitle}：${name}`;
}

/** 村、社区（点），三河市，2026年11月23日 18:05上传 */
export function about(level: PlaceLevel, division: string, moment: string): string {
  return `${levels[level]}，${division}，${moment}上传`;
}

/** 共250个 */
export function total(number: number): string {
  return `共${count(number)}个`;
}

/** 需要处理的单位（3个） */
export function mendTitle(number: number): string {
  return `需要处理的单位（${count(number)}个）`;
}

/** 第17个要素 */
export function featureOf(number: number): string {
  return `第${number}个要素`;
}

/** 对应三河市 皇庄镇 大王庄村民委员会，坐标116.684123, 39.512345。 */
export function meant(unit: string, position: string): string {
  return `对应${unit}，坐标${position}。`;
}

/** 116.684123, 39.512345 */
export function point(longitude: number, latitude: number): string {
  return `${longitude}, ${latitude}`;
}

/** 边界，128个点 */
export function outline(positions: number): string {
  return `边界，${count(positions)}个点`;
}

export function without(number: number): string {
  return `还有${count(number)}个待确认或有误：不导入这些`;
}

export function confirming(number: number): string {
  return `共${count(number)}个位置，生成一份报送。`;
}

/** 村庄坐标.zip（村、社区（点），2026年11月23日 18:05） */
export function fileOf(name: string, level: PlaceLevel, moment: string): string {
  return `${name}（${levels[level]}，${moment}）`;
}

/** 三河市：25个位置 */
export function headline(place: string, number: number): string {
  return `${place}：${count(number)}个位置`;
}

/** 新增位置20个、移动5个 */
export function effect(counts: {
  readonly new: number;
  readonly moved: number;
  readonly removed: number;
}): readonly string[] {
  return [
    ...(counts.new > 0 ? [`新增${count(counts.new)}个单位的位置`] : []),
    ...(counts.moved > 0 ? [`移动${count(counts.moved)}个单位的位置`] : []),
    ...(counts.removed > 0 ? [`收回${count(counts.removed)}个单位的位置`] : []),
  ];
}

/** Of a list of units that is cut off. */
export function more(number: number): string {
  return `等，另有${count(number)}个`;
}

export const says = {
  given: '给出位置',
  takenBack: '收回位置',
};

/** 查到250个单位（第1页，共3页），已勾选12个 */
export function takeBackFound(found: number, page: number, pages: number, picked: number): string {
  const where = pages > 1 ? `（第${count(page)}页，共${count(pages)}页）` : '';
  return found === 0
    ? `没有查到单位，已勾选${count(picked)}个`
    : `查到${count(found)}个单位${where}，已勾选${count(picked)}个`;
}
