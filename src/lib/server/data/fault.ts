/**
 * A fault in a data file: where it is, what is wrong and what was expected, in one line and in both
 * languages. The people who replace `data/` read Chinese; scripts and logs may want English.
 */
import type { Localized } from '../../domain/programme.ts';

export type FaultLanguage = keyof Localized;

export interface Fault {
  /** Path of the file as it was opened. */
  readonly file: string;
  /** JSON pointer, `row 17` or `row 17 column`, `line 3 column 5`, or empty for the file as a whole. */
  readonly place: string;
  readonly what: Localized;
  readonly expected: Localized;
}

/** What a check answers before the file's name is known. */
export type Finding = Omit<Fault, 'file'>;

const longestQuote = 60;

/** A text in both languages. */
export function say(chinese: string, english: string): Localized {
  return { 'zh-CN': chinese, en: english };
}

/** A text that is the same in both languages: a value, a list of identifiers. */
export function same(text: string): Localized {
  return say(text, text);
}

/** Without characters that steer a terminal or are not seen: controls, directions, line ends. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�');
}

/** A value from a file as it may stand in a message: short, on one line, without control characters. */
export function quote(value: unknown): string {
  const isPlain = typeof value === 'string' || typeof value === 'number';
  const clean = visible(isPlain ? String(value) : (JSON.stringify(value) ?? String(value)));
  return `“${clean.length > longestQuote ? `${clean.slice(0, longestQuote)}…` : clean}”`;
}

function escaped(key: string): string {
  return /[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}

/** `["events", 3, "stage"]` → `/events/3/stage` (RFC 6901). */
export function pointer(keys: readonly (string | number)[]): string {
  // Made for every member that is checked, of a long log too: most keys have nothing to escape.
  let text = '';
  for (const key of keys) text += `/${typeof key === 'number' ? key : escaped(key)}`;
  return text;
}

/** The findings of one file, as faults. */
export function inFile(file: string, findings: readonly Finding[]): readonly Fault[] {
  return findings.map((finding) => ({ file, ...finding }));
}

function placeInChinese(place: string): string {
  return place
    .replace(/^row (\d+)/, '第 $1 行')
    .replace(/^line (\d+) column (\d+)$/, '第 $1 行第 $2 列');
}

/** One line: file, place, what is wrong, what was expected. */
export function formatFault(fault: Fault, language: FaultLanguage): string {
  const { file, place, what, expected } = fault;
  switch (language) {
    case 'zh-CN': {
      const where = place ? `${file} ${placeInChinese(place)}` : file;
      return visible(`${where}：${what['zh-CN']}；应为${expected['zh-CN']}`);
    }
    case 'en': {
      const where = place ? `${file} ${place}` : file;
      return visible(`${where}: ${what.en}; expected ${expected.en}`);
    }
  }
}

/** Beyond this many lines one more tells nobody anything. */
const shownFaults = 200;

/** The lines of many faults: the first 200, and how many are left out; `isAll` leaves none out. */
export function faultLines(
  faults: readonly Fault[],
  language: FaultLanguage,
  isAll = false,
): readonly string[] {
  const shown = isAll ? faults : faults.slice(0, shownFaults);
  const lines = shown.map((fault) => formatFault(fault, language));
  const more = faults.length - shown.length;
  if (more === 0) return lines;
  return [...lines, language === 'en' ? `… and ${more} more` : `……另有 ${more} 个错误`];
}
