/** The file a person sent, with what is wrong in each row beside it. Runs in a process of its own. */
import { buffer } from 'node:stream/consumers';
import * as yauzl from 'yauzl';
import { annotateSheetXml } from './annotate-sheet-xml.ts';
import { openArchive } from './archive.ts';
import { readBytes } from './read-bytes.ts';
import { readPasted } from './read-delimited.ts';
import { sheetName } from '../../export/xlsx/sheet-name.ts';
import type { CellValue, PlainRow } from '../../export/xlsx/sheet-xml.ts';
import type { Cell, ReadWorkbook, Sheet } from './workbook.ts';
import { packSheets } from '../../export/xlsx/workbook-package.ts';
import { readParts } from './workbook-parts.ts';
import { writeZip, type PackedPart, type ZipPart } from '../../export/xlsx/zip-writer.ts';

export interface SheetNotes {
  /** The sheet's name as read. */
  readonly sheet: string;
  /** Where the headings stand, from 1; `null`, or a row that is not there, where there are none. */
  readonly headerRow: number | null;
  readonly notes: readonly { readonly row: number; readonly text: string }[];
}

export interface AnnotateTask {
  readonly source: Uint8Array | string;
  readonly name: string;
  readonly heading: string;
  readonly sheets: readonly SheetNotes[];
}

export type Annotated =
  | { readonly status: 'annotated'; readonly bytes: Uint8Array }
  | Extract<ReadWorkbook, { status: 'refused' }>;

/** Of an .xlsx, the same parts with the sheets in question changed; of text, a new .xlsx with its rows where they stood. */
export async function annotateBytes(task: AnnotateTask): Promise<Annotated> {
  const { source, name } = task;
  const read = typeof source === 'string' ? readPasted(source) : await readBytes(source, name);
  if (read.status === 'refused') return read;
  const { kind, sheets } = read.workbook;
  return kind === 'xlsx' && typeof source !== 'string'
    ? annotateXlsx(source, sheets, task)
    : { status: 'annotated', bytes: annotateTable(sheets, task) };
}

/** Where the notes go: right of all that stands in the sheet, or again where they stood before. */
function noteColumn(sheet: Sheet, headerRow: number | null, heading: string): number {
  const { rows } = sheet;
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  if (isHeaded(sheet, headerRow)) {
    const header = rows.find(({ number }) => number === headerRow)?.cells ?? [];
    return header.length === width && textOf(header.at(-1)) === heading ? width : width + 1;
  }
  const last = rows.flatMap(({ cells }) => (cells.length === width ? [textOf(cells.at(-1))] : []));
  const isTheirs = last.every((text) => text?.startsWith(unheaded(heading, '')) === true);
  return isTheirs && width > 0 ? width : width + 1;
}

function isHeaded({ rows }: Sheet, headerRow: number | null): boolean {
  return rows.some(({ number }) => number === headerRow);
}

/** A note that no heading stands over says by itself what it is. */
function unheaded(heading: string, text: string): string {
  return `${heading}：${text}`;
}

function notesByRow(
  sheet: Sheet,
  { headerRow, notes }: SheetNotes,
  heading: string,
): Map<number, string> {
  const byRow = new Map<number, string>();
  for (const { row, text } of notes) {
    const before = byRow.get(row);
    byRow.set(row, before === undefined ? text : `${before}\n${text}`);
  }
  if (headerRow !== null && isHeaded(sheet, headerRow)) byRow.set(headerRow, heading);
  else for (const [row, text] of byRow) byRow.set(row, unheaded(heading, text));
  return byRow;
}

async function annotateXlsx(
  bytes: Uint8Array,
  sheets: readonly Sheet[],
  { heading, sheets: noted }: AnnotateTask,
): Promise<Annotated> {
  const opened = await openArchive(bytes);
  if (opened.status === 'refused') return opened;
  const read = await readParts(opened.archive);
  if (read.status === 'refused') return read;
  const changed = new Map<string, string>();
  for (const each of noted) {
    const index = sheets.findIndex(({ name }) => name === each.sheet);
    const [sheet, path] = [sheets[index], read.parts.sheets[index]?.path];
    const stream = path === undefined ? null : await opened.archive.open(path);
    if (sheet === undefined || path === undefined || stream === null) continue;
    const xml = textOfXml(await buffer(stream));
    const column = noteColumn(sheet, each.headerRow, heading);
    const notes = notesByRow(sheet, each, heading);
    changed.set(path.toLowerCase(), annotateSheetXml(xml, column, each.headerRow ?? 1, notes));
  }
  return { status: 'annotated', bytes: writeZip(await partsWith(bytes, changed)) };
}

/** Every part as it stands in the zip, still packed, but for the changed ones. The zip has been opened before. */
async function partsWith(
  bytes: Uint8Array,
  changed: ReadonlyMap<string, string>,
): Promise<readonly (ZipPart | PackedPart)[]> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await yauzl.fromBufferPromise(file);
  const parts: (ZipPart | PackedPart)[] = [];
  for await (const entry of zip.eachEntry()) {
    const { fileName: name, compressionMethod: method, uncompressedSize: size } = entry;
    const xml = changed.get(name.toLowerCase());
    if (xml !== undefined) {
      parts.push({ name, bytes: Buffer.from(xml) });
      continue;
    }
    const { fileDataStart: from } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = file.subarray(from, from + entry.compressedSize);
    parts.push({ name, packed, method, checksum: entry.crc32, size });
  }
  return parts;
}

/** Decoded; it will be written as UTF-8 whatever it was, so the declaration says so. */
function textOfXml(bytes: Buffer): string {
  const start = bytes.subarray(0, 2).toString('hex');
  const encoding = start === 'fffe' ? 'utf-16le' : start === 'feff' ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  return text.replace(/^(<\?xml[^>]*?encoding\s*=\s*["'])[^"']*/, '$1UTF-8');
}

function annotateTable(
  sheets: readonly Sheet[],
  { heading, sheets: noted }: AnnotateTask,
): Uint8Array {
  const names: string[] = [];
  const plain = sheets.map((sheet) => {
    const own = noted.find((each) => each.sheet === sheet.name);
    const name = sheetName(sheet.name, names);
    names.push(name);
    const column = noteColumn(sheet, own?.headerRow ?? null, heading);
    const notes = own === undefined ? new Map<number, string>() : notesByRow(sheet, own, heading);
    const firstRow = own?.headerRow ?? 1;
    const rows = sheet.rows.map(({ number, cells }): PlainRow => {
      const values = Array.from({ length: column - 1 }, (_, at): CellValue => textOf(cells[at]));
      const note = notes.get(number) ?? (number < firstRow ? textOf(cells[column - 1]) : null);
      return {
        number,
        style: number === own?.headerRow ? 'heading' : 'plain',
        cells: [...values, note],
      };
    });
    const columns = Array.from({ length: column }, (_, at) => ({
      width: at === column - 1 ? 50 : 16,
      isText: true,
    }));
    const frozenRows = own?.headerRow ?? 0;
    return { name, isHidden: false, frozenRows, columns, rows, validations: [] };
  });
  return packSheets(plain, {});
}

/** Tables of text hold nothing else. */
function textOf(cell: Cell | undefined): string | null {
  return cell?.kind === 'text' ? cell.text : null;
}
