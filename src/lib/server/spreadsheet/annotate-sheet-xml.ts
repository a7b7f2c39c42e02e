/** Puts one more column into the XML of a sheet that somebody else's program wrote, and changes nothing else. */
import { SaxesParser } from 'saxes';
import { areaOf, placeOf } from './cell-reference.ts';
import { columnLetters } from '../../export/xlsx/column-letters.ts';
import { encodeExcelText } from '../../export/xlsx/excel-text.ts';
import { longestText } from '../../export/xlsx/sheet-xml.ts';

/** A stretch of the XML and what stands there instead. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

interface OpenRow {
  readonly number: number;
  readonly tag: string;
  /** Where its content begins. */
  readonly inside: number;
  readonly start: number;
  readonly note: string | undefined;
  /** Where the new cell goes: before the first cell right of it. */
  place: number | null;
}

/**
 * The XML with `notes` (by row number) in `column`; whatever stood there from `firstRow` down is replaced.
 * Rows that the file does not list get no note: nothing stands in them. The XML must be well formed.
 */
export function annotateSheetXml(
  xml: string,
  column: number,
  firstRow: number,
  notes: ReadonlyMap<number, string>,
): string {
  const edits: Edit[] = [];
  const parser = new SaxesParser<{ position: true; xmlns: false }>({
    position: true,
    xmlns: false,
  });
  let isData = false;
  let lastRow = 0;
  let lastColumn = 0;
  let row: OpenRow | null = null;
  let start = 0;
  let dropped: number | null = null;

  const tagStart = (): number => xml.lastIndexOf('<', parser.position - 1);
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  const prefixed = (like: string, name: string): string =>
    like.slice(0, like.indexOf(':') + 1) + name;

  parser.on('opentagstart', () => {
    start = tagStart();
  });
  parser.on('opentag', (tag) => {
    const name = local(tag.name);
    const { attributes } = tag;
    if (name === 'sheetData') isData = true;
    if (name === 'dimension') edits.push(...widened(xml, start, parser.position, column));
    if (!isData) return;
    if (name === 'row') {
      lastRow = attributes['r'] === undefined ? lastRow + 1 : Number(attributes['r']);
      lastColumn = 0;
      const note = notes.get(lastRow);
      row = { number: lastRow, tag: tag.name, inside: parser.position, start, note, place: null };
    }
    if (name === 'c' && row !== null) {
      lastColumn = placeOf(attributes['r'] ?? '')?.column ?? lastColumn + 1;
      if (lastColumn >= column) row.place ??= start;
      if (lastColumn === column && row.number >= firstRow) dropped = start;
    }
  });
  parser.on('closetag', (tag) => {
    const name = local(tag.name);
    if (name === 'sheetData') isData = false;
    if (name === 'c' && dropped !== null) {
      edits.push({ from: dropped, to: parser.position, text: '' });
      dropped = null;
    }
    if (name !== 'row' || row === null) return;
    if (row.note !== undefined) {
      const cell = cellXml(row.note, row.number, column, (each) => prefixed(tag.name, each));
      edits.push(...insertion(xml, row, parser.position, tag.isSelfClosing, cell, tagStart()));
    }
    row = null;
  });
  parser.write(xml).close();
  return apply(xml, edits);
}

function insertion(
  xml: string,
  row: OpenRow,
  end: number,
  isSelfClosing: boolean,
  cell: string,
  closing: number,
): readonly Edit[] {
  const open = xml.slice(row.start, row.inside);
  // The stated span of the row no longer holds; it may be left out.
  const spanless = open.replace(/\sspans\s*=\s*("[^"]*"|'[^']*')/, '');
  if (isSelfClosing) {
    const text = `${spanless.replace(/\s*\/>$/, '>')}${cell}</${row.tag}>`;
    return [{ from: row.start, to: end, text }];
  }
  const place = row.place ?? closing;
  return [
    { from: row.start, to: row.inside, text: spanless },
    { from: place, to: place, text: cell },
  ];
}

function cellXml(
  note: string,
  row: number,
  column: number,
  prefixed: (name: string) => string,
): string {
  const [c, is, t] = [prefixed('c'), prefixed('is'), prefixed('t')];
  const text = encodeExcelText(note.slice(0, longestText));
  return `<${c} r="${columnLetters(column)}${row}" t="inlineStr"><${is}><${t} xml:space="preserve">${text}</${t}></${is}></${c}>`;
}

/** The stated size of the sheet, with the new column in it. */
function widened(xml: string, from: number, to: number, column: number): readonly Edit[] {
  const tag = xml.slice(from, to);
  const text = tag.replace(/(\sref\s*=\s*["'])([^"']*)/, (whole, before: string, ref: string) => {
    const area = areaOf(ref);
    if (area === null || area.right >= column) return whole;
    const first = `${columnLetters(area.left)}${area.top}`;
    return `${before}${first}:${columnLetters(column)}${area.bottom}`;
  });
  return [{ from, to, text }];
}

function apply(xml: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, text } of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    pieces.push(xml.slice(at, from), text);
    at = to;
  }
  return [...pieces, xml.slice(at)].join('');
}
