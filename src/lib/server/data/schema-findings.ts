/**
 * What a valibot schema found, as findings with JSON pointers and in both languages. valibot speaks
 * English only; the messages of our own schemas have their Chinese here.
 */
import type { BaseIssue } from 'valibot';
import type { Localized } from '../../domain/programme.ts';
import { pointer, quote, same, say, type Finding } from './fault.ts';

/** The Chinese of every message that a schema of `domain/` gives. */
export const chineseOfMessage: Readonly<Record<string, string>> = {
  'a day that exists, as YYYY-MM-DD': '存在的日期，写作 YYYY-MM-DD',
  'a date that exists, as YYYY, YYYY-MM or YYYY-MM-DD':
    '存在的日期，写作 YYYY、YYYY-MM 或 YYYY-MM-DD',
  'an instant, as 2020-12-31T09:00:00+08:00': '带时区的时刻，写作 2020-12-31T09:00:00+08:00',
  'a code of 6, 9 or 12 digits': '6、9 或 12 位数字代码',
  'a name': '名称',
  'a text': '非空文本',
  'an identifier': '标识符（字母、数字、点、下划线、连字符）',
  'an identifier of lower-case letters, digits and hyphens': '小写字母、数字和连字符组成的标识符',
  'longitude and latitude': '经度和纬度',
  'a ring': '至少一个环',
  'a polygon': '至少一个多边形',
  'a feature': '至少一个要素',
  'degrees of at most 7 decimals': '小数不超过 7 位的经纬度',
  'a polygon with its rings': '有环的多边形',
  'at most 5000 positions': '不超过 5000 个点',
  'closed rings of at least 4 positions (RFC 7946 §3.1.6)':
    '闭合且至少 4 个点的环（RFC 7946 §3.1.6）',
  'outer rings counter-clockwise, holes clockwise (RFC 7946 §3.1.6)':
    '外环逆时针、内环顺时针（RFC 7946 §3.1.6）',
  'a prefecture code of 6 digits': '6 位地级市代码（末两位为 00）',
  'a township code of 9 digits': '9位乡级代码',
};

const chineseOfType: Readonly<Record<string, string>> = {
  string: '文本',
  number: '数字',
  boolean: 'true 或 false',
  Array: '数组',
  Object: '对象',
};

const englishOfType: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  Array: 'an array',
  Object: 'an object',
};

function typeName(expected: string): Localized {
  return say(chineseOfType[expected] ?? expected, englishOfType[expected] ?? expected);
}

const bounds: readonly (readonly [sign: string, chinese: string, english: string])[] = [
  ['>=', '不小于', 'of at least'],
  ['<=', '不大于', 'of at most'],
  ['>', '大于', 'above'],
  ['<', '小于', 'below'],
];

/** `>=1` → `a number of at least 1`. */
function boundOf(expected: string): Localized {
  const bound = bounds.find(([sign]) => expected.startsWith(sign));
  if (!bound) return same(expected);
  const value = expected.slice(bound[0].length);
  return say(`${bound[1]} ${value} 的数`, `a number ${bound[2]} ${value}`);
}

/** `("a" | "b")` → `a, b`. */
function choices(expected: string): Localized {
  const values = [...expected.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '');
  if (values.length === 0) return typeName(expected);
  return say(`${values.join('、')} 之一`, `one of ${values.join(', ')}`);
}

function expectedOf(issue: BaseIssue<unknown>): Localized {
  const ours = /^expected (.*)$/.exec(issue.message)?.[1];
  if (ours !== undefined) return say(chineseOfMessage[ours] ?? ours, ours);
  const expected = issue.expected ?? '';
  switch (issue.type) {
    case 'finite':
      return say('有限的数', 'a finite number');
    case 'integer':
      return say('整数', 'a whole number');
    case 'min_value':
    case 'max_value':
    case 'gt_value':
      return boundOf(expected);
    case 'min_length':
      return say('至少一项', 'at least one entry');
    case 'picklist':
    case 'literal':
    case 'variant':
    case 'union':
      return choices(expected);
    default:
      return typeName(expected);
  }
}

function findingOf(issue: BaseIssue<unknown>): Finding {
  const keys = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  const place = pointer(keys);
  const key = quote(keys.at(-1) ?? '');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return {
      place,
      what: say(`多出键 ${key}`, `the key ${key} is unknown`),
      expected: say('本格式规定的键', 'a key of this format'),
    };
  }
  if (issue.received === 'undefined') {
    return {
      place,
      what: say(`缺少键 ${key}`, `the key ${key} is missing`),
      expected: say(`有键 ${key}`, `the key ${key}`),
    };
  }
  const value = quote(issue.input);
  return {
    place,
    what: say(`值 ${value} 不合规定`, `the value ${value} does not fit`),
    expected: expectedOf(issue),
  };
}

/** One finding for each place; of several at one place the first says enough. */
export function schemaFindings(issues: readonly BaseIssue<unknown>[]): readonly Finding[] {
  const byPlace = new Map<string, Finding>();
  for (const issue of issues) {
    const finding = findingOf(issue);
    if (!byPlace.has(finding.place)) byPlace.set(finding.place, finding);
  }
  return [...byPlace.values()];
}
