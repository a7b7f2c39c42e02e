/** Tables of text: .csv, .tsv and what was copied from Excel. Runs in a process of its own. */
import { CsvError, parse } from 'csv-parse/sync';
import { unguarded } from '../../export/formula-guard.ts';
import { decodeText } from './decode-text.ts';
import {
  longestRow,
  mostCells,
  mostColumns,
  mostListedRows,
  mostRows,
  mostSeparators,
} from './limits.ts';
import { emptyCell } from './read-cell.ts';
import { pasteRefusal } from './size-refusal.ts';
import type { Cell, ReadWorkbook, SheetRow, Workbook } from './workbook.ts';

/** Reads a text file, whose encoding and separator are found out; its one sheet is called `name`. */
export function readDelimited(bytes: Uint8Array, name: string): ReadWorkbook {
  const decoded = decodeText(bytes);
  switch (decoded.status) {
    case 'not-text':
      return { status: 'refused', reason: 'not-a-table' };
    case 'unknown':
      return decoded.line === null
        ? { status: 'refused', reason: 'unknown-encoding' }
        : { status: 'refused', reason: 'unknown-encoding', values: { line: String(decoded.line) } };
    case 'decoded':
      return readTable(decoded.text, name, { kind: 'csv', encoding: decoded.encoding });
  }
}

/** Reads what a person copied out of a spreadsheet: tabs between cells, quotes only around line breaks. */
export function readPasted(text: string): ReadWorkbook {
  const bySize = pasteRefusal(text);
  if (bySize) return bySize;
  if (text.includes('\0')) return { status: 'refused', reason: 'not-a-table' };
  return readTable(text, '', { kind: 'paste', encoding: null });
}

function readTable(
  text: string,
  name: string,
  origin: Pick<Workbook, 'kind' | 'encoding'>,
): ReadWorkbook {
  const wellFormed = text.toWellFormed();
  if (wellFormed.trim() === '') return { status: 'refused', reason: 'empty' };
  const { separator, body } = separated(wellFormed);
  if (isTooWide(body, separator)) return { status: 'refused', reason: 'too-many-columns' };
  const rows: SheetRow[] = [];
  const left = { listed: mostListedRows, rows: mostRows, cells: mostCells };
  let number = 0;
  let isTooWideARow = false;
  try {
    parse(body, {
      delimiter: separator,
      // Excel takes a quotation mark within a cell as it stands.
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: longestRow,
      on_record: (record: readonly string[]) => {
        number += 1;
        const cells = cellsOf(origin.kind === 'csv' ? record.map(unguarded) : record);
        left.listed -= 1;
        left.cells -= cells.length;
        if (cells.length > mostColumns) isTooWideARow = true;
        if (cells.length > 0 && left.rows > 0 && left.cells >= 0)
          rows.push({ number, isHidden: false, cells });
        if (cells.length > 0) left.rows -= 1;
        // Kept above; the parser need not.
        return null;
      },
      // One more than is allowed, so that the bound is seen.
      to: mostListedRows + 1,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A quotation mark without its end: from here on nothing is certain.
    return { status: 'refused', reason: 'damaged', values: { row: String(number + 1) } };
  }
  if (isTooWideARow) return { status: 'refused', reason: 'too-many-columns' };
  if (left.listed < 0 || left.rows < 0) return { status: 'refused', reason: 'too-many-rows' };
  if (left.cells < 0) return { status: 'refused', reason: 'unpacks-too-large' };
  if (rows.length === 0) return { status: 'refused', reason: 'no-rows' };
  const sheet = { name, isHidden: false, rows, merges: [] };
  return { status: 'read', workbook: { ...origin, sheets: [sheet] } };
}

/** Without the empty cells at the end. */
function cellsOf(record: readonly string[]): readonly Cell[] {
  const last = record.findLastIndex((text) => text !== '');
  return record
    .slice(0, last + 1)
    .map((text) => (text === '' ? emptyCell : { kind: 'text', text }));
}

const separators = ['\t', ',', ';', '，'] as const;

/**
 * What stands between cells: what Excel's own first line `sep=;` says, else what most of the first lines
 * have; of two in as many lines the more frequent one.
 */
function separated(text: string): { readonly separator: string; readonly body: string } {
  const [line, told] = /^sep=(.)\r?\n/.exec(text) ?? [];
  if (line !== undefined && told !== undefined)
    return { separator: told, body: text.slice(line.length) };
  // Within quotes a separator is text.
  const lines = text
    .slice(0, 100_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((each) => each !== '')
    .slice(0, 30);
  const counted = separators.map((separator) => {
    const counts = lines.map((each) => each.split(separator).length - 1);
    const having = counts.filter((count) => count > 0).length;
    return { separator, having, total: counts.reduce((sum, count) => sum + count, 0) };
  });
  const [best] = counted.sort((a, b) => b.having - a.having || b.total - a.total);
  return { separator: best !== undefined && best.having > 0 ? best.separator : ',', body: text };
}

/** Whether a line has more separators than any table, quoted or not. */
function isTooWide(text: string, separator: string): boolean {
  let count = 0;
  const code = separator.charCodeAt(0);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13) count = 0;
    else if (unit === code) count += 1;
    if (count > mostSeparators) return true;
  }
  return false;
}
