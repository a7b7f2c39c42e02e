/** The table of a shapefile: dBASE III, one record for each row, text padded with spaces. */
import { cutToBytes, type DbfEncoding } from './dbf-encoding.ts';
import type { ShapefileField, ShapefileRow, ShapefileValue } from './shapefile-table.ts';

/** A text that had to be shortened to its column. */
export interface CutText {
  /** From 1. */
  readonly row: number;
  readonly field: string;
  readonly text: string;
}

export interface DbfFile {
  readonly bytes: Uint8Array;
  readonly cut: readonly CutText[];
}

const dbaseType = { text: 'C', number: 'N', date: 'D' } as const;
const space = 0x20;

/** The bytes of a value, at most as wide as its column; numbers stand at its right end. */
function cellBytes(
  value: ShapefileValue,
  field: ShapefileField,
  encoding: DbfEncoding,
): Uint8Array {
  if (value === null || value === '') return new Uint8Array();
  switch (field.type) {
    case 'text':
      return cutToBytes(String(value), field.width, encoding);
    case 'date': {
      const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(value));
      if (!day) throw new RangeError(`${field.name}: ${value} is no day`);
      return new TextEncoder().encode(day.slice(1).join(''));
    }
    case 'number': {
      const text = Number(value).toFixed(field.decimals ?? 0);
      if (!Number.isFinite(Number(value)) || text.length > field.width)
        throw new RangeError(`${field.name}: ${value} does not fit into ${field.width} digits`);
      return new TextEncoder().encode(text.padStart(field.width));
    }
  }
}

function header(
  fields: readonly ShapefileField[],
  rows: number,
  recordLength: number,
  encoding: DbfEncoding,
  day: string,
): Uint8Array {
  const bytes = new Uint8Array(32 + 32 * fields.length + 1);
  const view = new DataView(bytes.buffer);
  const [year = 1980, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  bytes.set([0x03, year - 1900, month, dayOfMonth]);
  view.setUint32(4, rows, true);
  view.setUint16(8, bytes.length, true);
  view.setUint16(10, recordLength, true);
  bytes[29] = encoding.languageByte;
  fields.forEach(({ name, type, width, decimals = 0 }, index) => {
    const at = 32 + 32 * index;
    bytes.set(new TextEncoder().encode(name), at);
    bytes[at + 11] = dbaseType[type].charCodeAt(0);
    bytes[at + 16] = width;
    bytes[at + 17] = type === 'number' ? decimals : 0;
  });
  bytes[bytes.length - 1] = 0x0d;
  return bytes;
}

/**
 * The .dbf of the rows; `day` (`YYYY-MM-DD`) is written as the day of the last change. Throws
 * RangeError for a number or day that its column cannot hold: the caller chose the wrong column.
 */
export function dbf(
  fields: readonly ShapefileField[],
  rows: readonly ShapefileRow[],
  encoding: DbfEncoding,
  day: string,
): DbfFile {
  const recordLength = 1 + fields.reduce((sum, { width }) => sum + width, 0);
  const head = header(fields, rows.length, recordLength, encoding, day);
  const bytes = new Uint8Array(head.length + rows.length * recordLength + 1).fill(space);
  bytes.set(head);
  bytes[bytes.length - 1] = 0x1a;
  const cut: CutText[] = [];
  rows.forEach(({ values }, index) => {
    let at = head.length + index * recordLength + 1;
    fields.forEach((field, column) => {
      const value = values[column] ?? null;
      const cell = cellBytes(value, field, encoding);
      bytes.set(cell, at);
      at += field.width;
      if (field.type !== 'text' || value === null) return;
      const text = String(value);
      if (encoding.encode(text).length > field.width)
        cut.push({ row: index + 1, field: field.name, text });
    });
  });
  return { bytes, cut };
}
