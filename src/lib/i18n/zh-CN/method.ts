/** The method page: the rules in plain words. Numbers and names come from the programme, not from here. */
import type { Day } from '../../domain/date.ts';
import { count, date, percent } from './format.ts';

export const words = {
  title: '规则与来源',
  intro:
    '本页说明地图上的每个数字从何而来、怎样计算。规则和名称取自创建工作文件，记录取自状态记录文件；按同样的文件和规则，任何人都可以重算。',
  targets: '目标',
  target: '目标',
  wording: '原文',
  requiredNow: '要求数',
  deadline: '期限',
  settings: '设置',
  yes: '是',
  no: '否',
  rules: '计算规则',
  formula: '公式',
  outcomes: '结论用词',
  outcomeOrder: '按下列次序判断，先符合者为准。',
  tracks: '创建类别与阶段',
  counts: '计入',
  exit: '退出',
  questions: '尚未弄清的问题',
  context: '背景数据',
  sources: '依据文件',
  documentNumber: '文号',
  api: '数据接口',
  apiIntro: '以下地址可以直接读取，不需要账号；参数与页面地址的参数相同。',
  address: '地址',
  content: '内容',
  parameter: '参数',
  citation: '引用格式',
  contents: '本页内容',
};

export type MethodWords = typeof words;

export const rules: readonly { readonly term: string; readonly text: string }[] = [
  {
    term: '状态记录',
    text: '某地自某日起到达某阶段，依据某文件，记一条；记录只增不改。记错的，用新的记录撤回，并写明原因。任何一天的情况都由当日以前的记录推算。',
  },
  {
    term: '日期不全',
    text: '只知道年或月的，视为该年或该月中的某一天：开始以前不算，结束以后算，其间为可能。',
  },
  { term: '推断', text: '文件没有明说、由文件推出的记录，写明理由，只计入可能数，不计入确定数。' },
  {
    term: '未填报',
    text: '某地填报截止日以后的情况为未填报，不当作零，也不当作未达成；该地只要尚未确定，就计入可能数。',
  },
  {
    term: '汇总表述',
    text: '文件只给出数目、没有点名的，作为汇总表述保存。关于计入阶段的汇总数可以提高下限；点不到名的部分单独列出。',
  },
  {
    term: '分开列示',
    text: '已计入、待审、创建途中、文件所称而未具名的，分开列示，从不相加。',
  },
];

export const formula = [
  '具名数 = 当日确定处在计入阶段的单位数',
  '下限 = 具名数与计入阶段汇总表述中的较大者',
  '上限 = 具名数 + 可能计入的单位数（推断、日期不全、填报未到当日），不低于下限',
  '要求数 = 按比例的：单位总数 × 分子 ÷ 分母，进到整数；按数量的：该数量',
  '差额 = 要求数 − 下限，不低于零',
  '应有进度 = 基数 +（要求数 − 基数）×（当日 − 起始日）÷（期限 − 起始日）',
  '进度比 =（现有数 − 基数）÷（应有进度 − 基数）',
];

/** What the thresholds of the programme mean. */
export function thresholds(onTrack: number, accelerate: number): string {
  return `进度比达到${percent(onTrack)}为“进度正常”，达到${percent(accelerate)}为“需加快”，更低为“滞后”。下限与上限得出不同用词的，为“待核定”。`;
}

/** 期间：2020年1月1日至2025年12月31日，基数0 */
export function period(start: Day, deadline: Day, base: number): string {
  return `期间为${date(start)}至${date(deadline)}，基数为${count(base)}。`;
}

/** Whether the titles of other tracks count toward a target. */
export function alsoCounts(target: string, tracks: readonly string[]): string {
  return tracks.length === 0
    ? `“${target}”是否把其他类别的称号也计入：否。`
    : `“${target}”是否把其他类别的称号也计入：是，计入${tracks.join('、')}。`;
}

/** 4个县（市、区），分母10 */
export function requiredOf(required: string, denominator: number): string {
  return `${required}（总数${count(denominator)}）`;
}

export const endpoints: readonly { readonly path: string; readonly text: string }[] = [
  {
    path: '/api/v1/status.json',
    text: '全部记录：依据、状态记录、汇总表述、填报截止、分解任务、位置，可原样导入',
  },
  { path: '/api/v1/progress.json', text: '各项目标的计算结果' },
  {
    path: '/api/v1/progress/{id}.json',
    text: '一项目标的计算过程：输入、依据、规则版本、步骤、结果',
  },
  {
    path: '/api/v1/counties.geojson',
    text: '县界与各县情况（RFC 7946，CRS84）；另有.csv、.xlsx、.shp.zip',
  },
  {
    path: '/api/v1/townships.csv',
    text: '乡镇名录，条件与名录页面相同，不分页；另有.xlsx、.geojson、.shp.zip',
  },
  {
    path: '/api/v1/villages.csv',
    text: '村庄名录，条件与名录页面相同，不分页；另有.xlsx、.geojson、.shp.zip',
  },
  { path: '/api/v1/divisions.csv', text: '行政区划名称、代码与计入范围' },
  { path: '/map.svg', text: '当前地图的图片' },
];

export const parameters: readonly { readonly name: string; readonly text: string }[] = [
  { name: 'at', text: '日期，如2024-06-30；不写为今天' },
  { name: 'known-at', text: '仅按此日以前记录在案的情况' },
  { name: 'theme', text: '专题：national、provincial、both、townships、villages' },
  { name: 'county', text: '县级行政区划代码' },
  { name: 'show', text: '图例类别，多个用逗号分开' },
  { name: 'sort', text: '排序列，前加减号为倒序' },
  { name: 'lang', text: '语言：zh-CN或en' },
];

/** How to cite what is shown. */
export function citation(site: string, version: string, today: Day, url: string | null): string {
  return `《${site}》，数据版本${version}，${date(today)}查阅${url === null ? '' : `，${url}`}`;
}

/** 规则版本1 */
export function ruleVersion(version: string): string {
  return `规则版本${version}。`;
}
