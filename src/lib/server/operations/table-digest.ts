/** One number for the content of a table, the same on both databases: how a copy is proved. */
import { createHash } from 'node:crypto';
import type { Row } from './tables.ts';

export interface TableDigest {
  readonly table: string;
  readonly rows: number;
  /** SHA-256, lower-case hexadecimal, over the SHA-256 of every row, those in ascending order. */
  readonly sha256: string;
}

export interface Digester {
  add(rows: readonly Row[]): void;
  result(): TableDigest;
}

/** A value as both databases give it: their types differ where ours do not. */
function canonicalValue(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return createHash('sha256').update(value).digest('hex');
  return JSON.stringify(value);
}

/** Takes the rows of a table in any order. */
export function createDigester(table: string, columns: readonly string[]): Digester {
  const hashes: string[] = [];
  return {
    add(rows) {
      for (const row of rows) {
        const text = JSON.stringify(columns.map((column) => canonicalValue(row[column])));
        hashes.push(createHash('sha256').update(text).digest('hex'));
      }
    },
    result() {
      const hash = createHash('sha256').update(columns.join('\n'));
      for (const row of hashes.sort()) hash.update(row);
      return { table, rows: hashes.length, sha256: hash.digest('hex') };
    },
  };
}
