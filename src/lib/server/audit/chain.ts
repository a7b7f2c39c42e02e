/** What one row of the audit log is bound by: the hash of its own text, and marks made with the site's key. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { AuditTable } from '../db/schema.ts';

/** A row before it is bound. */
export type UnboundRow = Omit<AuditTable, 'hash' | 'mac'>;

/** What the first row names as the hash before it. */
export const beforeTheFirst = '0'.repeat(64);

/**
 * SHA-256, in lower-case hexadecimal, over the row's columns as a JSON array in this order. JSON
 * quotes every text and writes `null` apart from it, so no two rows have the same array.
 */
export function hashOf(row: UnboundRow): string {
  const columns = [
    row.seq,
    row.at,
    row.actor,
    row.actor_name,
    row.action,
    row.division,
    row.subject,
    row.outcome,
    row.details,
    row.request,
    row.previous,
  ];
  return createHash('sha256').update(JSON.stringify(columns)).digest('hex');
}

/**
 * HMAC-SHA-256 of a place in the chain, as the row that stands there or as the seal that the log goes
 * that far. The purpose is part of it: a row's mark cannot be passed off as a seal.
 */
export function markOf(
  key: Uint8Array,
  purpose: 'row' | 'seal',
  { seq, hash }: { readonly seq: number; readonly hash: string },
): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([purpose, seq, hash]))
    .digest('hex');
}

/** Whether `mac` is the mark of that place. */
export function isMarkOf(
  key: Uint8Array,
  purpose: 'row' | 'seal',
  marked: { readonly seq: number; readonly hash: string; readonly mac: string },
): boolean {
  const expected = Buffer.from(markOf(key, purpose, marked));
  const found = Buffer.from(marked.mac);
  return found.length === expected.length && timingSafeEqual(found, expected);
}
