import { readFileSync, statSync } from 'node:fs';
import { say, type Finding } from './fault.ts';

/** A province of 50,000 villages and 10,000 events stays below a tenth of this. */
export const largestFile = 64 * 1024 * 1024;

export type TextResult =
  | { readonly status: 'ok'; readonly text: string }
  | { readonly status: 'missing'; readonly findings: readonly Finding[] }
  | { readonly status: 'invalid'; readonly findings: readonly Finding[] };

const utf8 = say('不带 BOM 的 UTF-8 文本', 'UTF-8 text without a byte order mark');

function invalid(what: Finding['what'], expected: Finding['what'] = utf8): TextResult {
  return { status: 'invalid', findings: [{ place: '', what, expected }] };
}

function isGb18030(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The text in the bytes of a data file, or why they are no UTF-8. */
export function decodeText(bytes: Uint8Array): TextResult {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return invalid(say('文件开头有 BOM', 'the file begins with a byte order mark'));
  }
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return invalid(say('文件编码是 UTF-16', 'the file is encoded as UTF-16'));
  }
  if (bytes.includes(0)) {
    return invalid(
      say(
        '文件含有 NUL 字符，像是 UTF-16 或二进制文件',
        'the file has NUL characters: UTF-16, or no text',
      ),
    );
  }
  try {
    return { status: 'ok', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return invalid(
      isGb18030(bytes)
        ? say(
            '文件编码不是 UTF-8，像是 GBK/GB18030',
            'the file is not UTF-8, it looks like GBK/GB18030',
          )
        : say('文件编码不是 UTF-8', 'the file is not UTF-8'),
    );
  }
}

/** The text of a data file. Reads nothing larger than `limit` bytes. */
export function readText(path: string, limit: number = largestFile): TextResult {
  const expected = say('一个可读的文件', 'a readable file');
  try {
    const file = statSync(path, { throwIfNoEntry: false });
    if (file?.isDirectory()) {
      return invalid(say('这是一个目录，不是文件', 'this is a directory, not a file'), expected);
    }
    if (!file?.isFile()) {
      const what = say('没有这个文件', 'there is no such file');
      return { status: 'missing', findings: [{ place: '', what, expected }] };
    }
    if (file.size > limit) {
      return invalid(
        say(`文件过大（${file.size} 字节）`, `the file is too large (${file.size} bytes)`),
        say(`不超过 ${limit} 字节`, `at most ${limit} bytes`),
      );
    }
    return decodeText(readFileSync(path));
  } catch (error) {
    // A link that leads to itself, a name no system takes, a file of another user.
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'error';
    return invalid(
      say(`文件无法读取（${reason}）`, `the file cannot be read (${reason})`),
      expected,
    );
  }
}
