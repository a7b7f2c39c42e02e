/** Headings that come once more: on the next printed page, or over another table further down. */
import type { Level } from '../../domain/division.ts';
import type { SheetRow } from '../spreadsheet/workbook.ts';
import { columnMeaning, plainHeading } from './column-meaning.ts';
import type { Header } from './header.ts';
import { textOf, type Fields } from './row-fields.ts';

/** Whether the row says in its columns what their headings say, or the lower of two rows of headings. */
export function isHeadingAgain(fields: Fields, header: Header): boolean {
  let again = 0;
  for (const [meaning, { heading }] of header.places) {
    const text = textOf(fields[meaning]);
    if (text === undefined) continue;
    const plain = plainHeading(text);
    if (plain !== '' && plainHeading(heading).endsWith(plain)) again += 1;
  }
  return again > 0 && again >= Math.min(2, header.places.size);
}

/** Whether a row is worth being read as headings: two of its texts, and half of them, are. */
export function mayBeHeadings(level: Level): (row: SheetRow, texts: readonly string[]) => boolean {
  // Names of counties and townships come in every row.
  const known = new Map<string, boolean>();
  const isHeading = (text: string): boolean => {
    if (text.length > 20) return false;
    let is = known.get(text);
    if (is === undefined) known.set(text, (is = columnMeaning(text, level) !== null));
    return is;
  };
  return ({ cells }, texts) => {
    if (texts.length < 2 || cells.some(({ kind }) => kind === 'number' || kind === 'date'))
      return false;
    const headings = texts.filter(isHeading).length;
    return headings >= 2 && headings * 2 >= texts.length;
  };
}
