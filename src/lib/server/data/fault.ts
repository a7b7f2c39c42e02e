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

/** A value from a file as it may stand in a message: short, on one line, without control characters. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  // eslint-disable-next-line no-control-regex -- a hostile file must not steer the terminal
  const clean = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, '�');
  return `“${clean.length > longestQuote ? `${clean.slice(0, longestQuote)}…` : clean}”`;
}

/** `["events", 3, "stage"]` → `/events/3/stage` (RFC 6901). */
export function pointer(keys: readonly (string | number)[]): string {
  return keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
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
      return `${where}：${what['zh-CN']}；应为${expected['zh-CN']}`;
    }
    case 'en': {
      const where = place ? `${file} ${place}` : file;
      return `${where}: ${what.en}; expected ${expected.en}`;
    }
  }
}
