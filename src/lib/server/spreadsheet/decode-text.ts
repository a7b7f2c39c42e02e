/** The text of a file that does not say in which encoding it is. */
import type { Workbook } from './workbook.ts';

export type Encoding = NonNullable<Workbook['encoding']>;

export type DecodedText =
  | { readonly status: 'decoded'; readonly text: string; readonly encoding: Encoding }
  /** Zero bytes that no encoding of text explains. */
  | { readonly status: 'not-text' }
  /** No encoding fits the whole; `line` is where another begins, if two were mixed. */
  | { readonly status: 'unknown'; readonly line: number | null };

const marks: readonly (readonly [Encoding, string])[] = [
  ['utf-8', 'efbbbf'],
  ['utf-16le', 'fffe'],
  ['utf-16be', 'feff'],
];

/**
 * Decodes by the byte order mark; without one, as UTF-16 if zero bytes show it, then as UTF-8 if every
 * byte fits, else as GB 18030 (which holds GBK and GB 2312).
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const start = Buffer.from(bytes.subarray(0, 3)).toString('hex');
  const marked = marks.find(([, mark]) => start.startsWith(mark))?.[0];
  if (marked !== undefined) return asText(decode(bytes, marked), marked);
  if (bytes.includes(0)) return decodeUtf16(bytes);
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== null) return asText(utf8, 'utf-8');
  const line = mixedLine(bytes);
  if (line !== null) return { status: 'unknown', line };
  const chinese = decode(bytes, 'gb18030');
  return chinese !== null && isPlausible(chinese)
    ? asText(chinese, 'gb18030')
    : { status: 'unknown', line: null };
}

function asText(text: string | null, encoding: Encoding): DecodedText {
  if (text === null) return { status: 'unknown', line: null };
  return text.includes('\0') ? { status: 'not-text' } : { status: 'decoded', text, encoding };
}

function decode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Of the two byte orders, the one that gives characters of a Chinese table. */
function decodeUtf16(bytes: Uint8Array): DecodedText {
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const text = decode(bytes, encoding);
    if (text !== null && !text.includes('\0') && isPlausible(text)) return asText(text, encoding);
  }
  return { status: 'not-text' };
}

const usual =
  /[\t\r\n\x20-\x7e\u2010-\u2049\u3000-\u303f\u3400-\u9fff\uff00-\uffef\u{20000}-\u{323af}]/gu;

/** Nine characters in ten are ASCII, Chinese or Chinese punctuation; a wrong encoding gives others. */
function isPlausible(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const fitting = sample.match(usual)?.length ?? 0;
  return fitting >= 0.9 * Array.from(sample).length;
}

const newline = 10;
// Three bytes of UTF-8 that are one Chinese character.
const chineseInUtf8 = /[\u4e00-\u9fff]/;

/**
 * The first line that is Chinese in UTF-8, in a file of which other lines are not UTF-8 at all: two files
 * put together. Read as one encoding, half of the names would turn into others without a word.
 */
function mixedLine(bytes: Uint8Array): number | null {
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const at = bytes.indexOf(newline, from);
    const to = at === -1 ? bytes.length : at;
    const text = decode(bytes.subarray(from, to), 'utf-8');
    if (text !== null && chineseInUtf8.test(text)) return line;
    from = to + 1;
  }
  return null;
}
