/**
 * Errors for machines: `application/problem+json` (RFC 9457), in the reader's language.
 * `type` is a path of this site that names the kind and never changes; nothing need be found there.
 */
import type { Language } from '../../i18n/language.ts';
import type { QueryProblem, QueryProblemKind } from '../../map/url-state.ts';

export type ProblemKind =
  | QueryProblemKind
  | 'unknown-address'
  | 'unknown-target'
  | 'unknown-level'
  | 'no-positions'
  | 'bad-address'
  | 'address-too-long'
  | 'method-not-allowed'
  | 'length-required'
  | 'too-large'
  | 'foreign-page'
  | 'unknown-operation'
  | 'too-many'
  | 'overloaded';

export interface Problem {
  readonly kind: ProblemKind;
  /** The part of the request that was wrong, and what it was. */
  readonly parameter?: string;
  readonly value?: string;
}

/** The body of the answer, as RFC 9457 names its members. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly parameter?: string;
  readonly value?: string;
}

const statuses: Readonly<Record<ProblemKind, number>> = {
  'unknown-theme': 400,
  'unknown-county': 404,
  'bad-date': 400,
  'future-date': 400,
  'unknown-class': 400,
  'unknown-sort': 400,
  'unknown-language': 400,
  'unknown-status': 400,
  'unknown-batch': 400,
  'unknown-page': 400,
  'search-too-long': 400,
  repeated: 400,
  'unknown-address': 404,
  'unknown-target': 404,
  'unknown-level': 400,
  'no-positions': 404,
  'bad-address': 400,
  'address-too-long': 414,
  'method-not-allowed': 405,
  'length-required': 411,
  'too-large': 413,
  'foreign-page': 403,
  'unknown-operation': 404,
  'too-many': 429,
  overloaded: 503,
};

type Sentence = readonly [title: string, detail: string];

const sentences: Readonly<Record<Language, Readonly<Record<ProblemKind, Sentence>>>> = {
  'zh-CN': {
    'unknown-theme': [
      '没有这个专题',
      'theme 应为 national、provincial、both、townships、villages 之一。',
    ],
    'unknown-county': ['没有这个县（市、区）', 'county 应为本市县级行政区划的六位代码。'],
    'bad-date': ['日期有误', '日期应为真实存在的一天，写作 YYYY-MM-DD。'],
    'future-date': ['日期在未来', '日期不能晚于今天（北京时间）。'],
    'unknown-class': ['没有这个图例类别', 'show 中有该专题没有的类别。'],
    'unknown-sort': ['没有这种排序', 'sort 应为表格的列名，前面加“-”为倒序。'],
    'unknown-language': ['没有这种语言', 'lang 应为 zh-CN 或 en。'],
    'unknown-status': [
      '没有这种状态',
      'status 应为 counted、possible、left、none、unreported 之一。',
    ],
    'unknown-batch': ['没有这个批次', 'batch 应为名录中出现的批次。'],
    'unknown-page': ['没有这一页', 'page 应为从 1 起的页码，不超过总页数。'],
    'search-too-long': ['查找内容过长', 'q 最多 50 个字。'],
    repeated: ['参数重复', '同一参数只能出现一次。'],
    'unknown-address': ['没有这个地址', '接口中没有这个地址。'],
    'unknown-target': ['没有这项目标', '目标的标识见 /api/v1/progress.json。'],
    'unknown-level': ['没有这个级别', 'level 应为 prefecture、county、township、village 之一。'],
    'no-positions': [
      '没有位置',
      '所选单位都没有导入位置，无法生成 Shapefile。名录本身可下载 CSV 或 Excel。',
    ],
    'bad-address': ['地址有误', '地址无法识别：编码有误或含有不允许的字符。'],
    'address-too-long': ['地址过长', '地址超过了允许的长度。'],
    'method-not-allowed': ['不支持这种请求方法', '这里只能读取，请用 GET 或 HEAD。'],
    'length-required': ['缺少长度', '请求须注明内容长度（Content-Length）。'],
    'too-large': ['内容过大', '所发内容超过允许的大小。每个文件不超过 20 MB，请返回上一页重选。'],
    'foreign-page': ['来源不符', '请求不是从本站页面发出的，未予受理。'],
    'unknown-operation': ['没有这项操作', '这个页面没有所请求的操作，没有改动任何内容。'],
    'too-many': ['请求过于频繁', '请稍后再试。您填写的内容可用浏览器的“后退”找回。'],
    overloaded: ['服务繁忙', '请求过多，请稍后再试。'],
  },
  en: {
    'unknown-theme': [
      'Unknown theme',
      'theme is one of national, provincial, both, townships, villages.',
    ],
    'unknown-county': [
      'Unknown county',
      'county is the six-digit code of a county of this prefecture.',
    ],
    'bad-date': ['Bad date', 'A date is a day that exists, written YYYY-MM-DD.'],
    'future-date': ['Date in the future', 'A date is no later than today (Asia/Shanghai).'],
    'unknown-class': ['Unknown class', 'show names a class that the theme does not have.'],
    'unknown-sort': [
      'Unknown order',
      'sort is the name of a column, with "-" before it for descending.',
    ],
    'unknown-language': ['Unknown language', 'lang is zh-CN or en.'],
    'unknown-status': [
      'Unknown status',
      'status is one of counted, possible, left, none, unreported.',
    ],
    'unknown-batch': ['Unknown batch', 'batch is one that occurs in the register.'],
    'unknown-page': ['Unknown page', 'page counts from 1 and is no greater than their number.'],
    'search-too-long': ['Search too long', 'q has 50 characters at most.'],
    repeated: ['Repeated parameter', 'A parameter may be given only once.'],
    'unknown-address': ['Unknown address', 'The interface has no such address.'],
    'unknown-target': ['Unknown target', 'The ids of targets are in /api/v1/progress.json.'],
    'unknown-level': ['Unknown level', 'level is one of prefecture, county, township, village.'],
    'no-positions': [
      'No positions',
      'None of these places has a position, so there is no shapefile of them. The register itself can be had as CSV or Excel.',
    ],
    'bad-address': [
      'Bad address',
      'The address is wrongly encoded or has characters that are not allowed.',
    ],
    'address-too-long': ['Address too long', 'The address is longer than is allowed.'],
    'method-not-allowed': ['Method not allowed', 'This can only be read: use GET or HEAD.'],
    'length-required': ['Length required', 'The request must give its Content-Length.'],
    'too-large': [
      'Too large',
      'What was sent is larger than is allowed. A file may have 20 MB: go back and choose another.',
    ],
    'foreign-page': [
      'Foreign page',
      'The request did not come from a page of this site and was not taken.',
    ],
    'unknown-operation': [
      'Unknown operation',
      'This page has no such operation. Nothing was changed.',
    ],
    'too-many': [
      'Too many requests',
      'Please try again later. Going back in the browser brings back what you typed.',
    ],
    overloaded: ['Overloaded', 'Too many requests at once. Please try again later.'],
  },
};

export const problemType = 'application/problem+json; charset=utf-8';
const longestEcho = 200;

export function problemDocument(problem: Problem, lang: Language): ProblemDocument {
  const [title, detail] = sentences[lang][problem.kind];
  return {
    type: `/problems/${problem.kind}`,
    title,
    status: statuses[problem.kind],
    detail,
    ...(problem.parameter !== undefined && { parameter: problem.parameter }),
    ...(problem.value !== undefined && { value: problem.value.slice(0, longestEcho) }),
  };
}

/** The answer to a query that could not be followed. */
export function problemResponse(
  problem: Problem | QueryProblem,
  lang: Language,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const document = problemDocument(problem, lang);
  return new Response(JSON.stringify(document), {
    status: document.status,
    headers: { 'content-type': problemType, 'content-language': lang, ...headers },
  });
}
