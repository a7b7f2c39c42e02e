/** Breaking a text into lines of a width, for drawings that have no layout of their own. */
import { textWidth } from './label.ts';

/** The text in lines no wider than `width`, at that size: broken between words, or between wide characters. */
export function wrapText(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\x21-\u024f]+\s*|\s+|./gu) ?? []) {
    if (line !== '' && textWidth(line + piece.trimEnd(), size) > width && !isClosing(piece)) {
      const [kept, moved] = splitOpening(line.trimEnd());
      lines.push(kept);
      line = moved;
    }
    line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** An opening bracket may not end a line either: it goes to the next. */
function splitOpening(line: string): readonly [kept: string, moved: string] {
  const opening = /[（《「『“‘]$/u.exec(line)?.[0] ?? '';
  return line === opening ? [line, ''] : [line.slice(0, line.length - opening.length), opening];
}

/** Punctuation that may not begin a line (GB/T 15834). */
function isClosing(piece: string): boolean {
  return /^[，。、；：？！）》」』”’,.;:?!)]/u.test(piece);
}
