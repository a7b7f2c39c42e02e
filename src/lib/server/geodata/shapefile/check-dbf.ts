/** The head of a .dbf: its columns and how many rows of what length, each against the bytes there are. */
import { geodataLimits, refused, type GeodataRefused } from '../place-feature.ts';

export interface DbfColumn {
  /** As it stands in the file, up to the first NUL. */
  readonly nameBytes: Uint8Array;
  readonly type: string;
  /** Of its cells, from the start of a record. */
  readonly start: number;
  readonly width: number;
}

export interface Dbf {
  readonly status: 'sound';
  readonly columns: readonly DbfColumn[];
  readonly rows: number;
  readonly rowLength: number;
  /** Where the first record begins. */
  readonly start: number;
  /** Byte 29: the language driver. */
  readonly languageByte: number;
}

/** Types that the reading library knows; it has nothing to read others with. */
const readable = /[BCDFLMN]/;
const headLength = 32;
const columnLength = 32;

function columnsOf(bytes: Uint8Array, end: number): readonly DbfColumn[] | null {
  const columns: DbfColumn[] = [];
  let start = 1;
  for (let at = headLength; at + 1 <= end; at += columnLength) {
    if (bytes[at] === 0x0d) return columns;
    if (at + columnLength > end) return null;
    const name = bytes.subarray(at, at + 11);
    const length = name.indexOf(0);
    const type = String.fromCharCode(bytes[at + 11] ?? 0);
    const width = bytes[at + 16] ?? 0;
    if (!readable.test(type) || width === 0) return null;
    columns.push({ nameBytes: length < 0 ? name : name.subarray(0, length), type, start, width });
    start += width;
  }
  return null;
}

/** Whether all the rows that the head promises are there. */
export function checkDbf(bytes: Uint8Array, layer: string): Dbf | GeodataRefused {
  const damaged = refused('dbf-damaged', { layer });
  if (bytes.length < headLength + 1) return damaged;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [rows, start, rowLength] = [
    view.getUint32(4, true),
    view.getUint16(8, true),
    view.getUint16(10, true),
  ];
  if (start <= headLength || start > bytes.length) return damaged;
  const columns = columnsOf(bytes, start);
  if (columns === null || columns.length === 0) return damaged;
  const last = columns.at(-1);
  if (last === undefined || last.start + last.width > rowLength) return damaged;
  if (rows > geodataLimits.features)
    return refused('too-many-features', { most: String(geodataLimits.features) });
  if (start + rows * rowLength > bytes.length) return damaged;
  const languageByte = bytes[29] ?? 0;
  return { status: 'sound', columns, rows, rowLength, start, languageByte };
}

/** The bytes of every cell of text, and of the columns' names. */
export function* textsIn(bytes: Uint8Array, dbf: Dbf): Generator<Uint8Array> {
  for (const { nameBytes } of dbf.columns) yield nameBytes;
  for (let row = 0; row < dbf.rows; row += 1) {
    const at = dbf.start + row * dbf.rowLength;
    for (const { type, start, width } of dbf.columns) {
      if (type === 'C') yield bytes.subarray(at + start, at + start + width);
    }
  }
}

/** Whether the row (from 0) carries the mark of deletion. */
export function isDeleted(bytes: Uint8Array, dbf: Dbf, row: number): boolean {
  return bytes[dbf.start + row * dbf.rowLength] === 0x2a;
}
