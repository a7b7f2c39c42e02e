/** Says what happened to the first row of the log that is not as it was written. */
import type { Reader } from '../db/database.ts';
import type { AuditTable } from '../db/schema.ts';
import { hashOf, isMarkOf } from './chain.ts';
import { allRows } from './log-pages.ts';

export type ChainFault =
  /** `row`: the number at which the log first differs from what was written. */
  | { readonly kind: 'altered' | 'removed' | 'inserted'; readonly row: number }
  /** What was written as `row` bears the number `place` now. */
  | { readonly kind: 'moved'; readonly row: number; readonly place: number }
  /** All rows are in order up to `row`; the seal does not say so. */
  | {
      readonly kind: 'seal';
      readonly row: number;
      readonly seal: 'missing' | 'altered' | 'behind';
    }
  /** In order in itself, but not the log that was noted down. */
  | { readonly kind: 'rolled-back'; readonly row: number };

/** What the whole table shows of one place. */
interface Traces {
  readonly count: number;
  /** The row that bears the number. */
  readonly found: AuditTable | null;
  /** The number that the row once written there bears now. */
  readonly writtenAt: number | null;
  /** A row numbered below 1. */
  readonly stray: AuditTable | null;
}

/**
 * What happened at `place`, the first number where the chain does not go on. The row there, or the
 * lack of one, tells little by itself: what was written there may stand elsewhere with its mark, and
 * the seal says how many rows there should be.
 */
export async function nameFault(read: Reader, key: Uint8Array, place: number): Promise<ChainFault> {
  const twice = await firstNumberTwice(read);
  if (twice !== null && twice <= place) return { kind: 'inserted', row: twice };

  const { count, found, writtenAt, stray } = await traces(read, key, place);
  const sealed = await sealedRows(read, key);
  if (stray) {
    const row = writtenAs(stray, key, Math.max(count, sealed ?? 0));
    return row === null
      ? { kind: 'inserted', row: stray.seq }
      : { kind: 'moved', row, place: stray.seq };
  }
  const moved = { kind: 'moved', row: place, place: writtenAt ?? place } as const;
  if (!found) return writtenAt === null ? { kind: 'removed', row: place } : moved;
  // One row too many pushed the others on; where that was covered up, their marks are gone as well.
  const tooMany = sealed !== null && count > sealed;
  if (tooMany && (writtenAt === null || writtenAt === place + 1)) {
    return { kind: 'inserted', row: place };
  }
  if (writtenAt !== null) return moved;
  const tooFew = sealed !== null && count < sealed;
  if (tooFew && writtenAs(found, key, sealed) !== null) return { kind: 'removed', row: place };
  return { kind: 'altered', row: place };
}

async function traces(read: Reader, key: Uint8Array, place: number): Promise<Traces> {
  let count = 0;
  let found: AuditTable | null = null;
  let writtenAt: number | null = null;
  let stray: AuditTable | null = null;
  for await (const row of allRows(read)) {
    count += 1;
    if (row.seq < 1) stray ??= row;
    if (row.seq === place) found = row;
    else if (writtenAt === null && wasAt(row, key, place)) writtenAt = row.seq;
  }
  return { count, found, writtenAt, stray };
}

function wasAt(row: AuditTable, key: Uint8Array, seq: number): boolean {
  const written = { ...row, seq };
  return row.hash === hashOf(written) && isMarkOf(key, 'row', written);
}

function writtenAs(row: AuditTable, key: Uint8Array, upTo: number): number | null {
  for (let seq = 1; seq <= upTo; seq += 1) {
    if (wasAt(row, key, seq)) return seq;
  }
  return null;
}

/** How many rows the seal vouches for; `null` where nothing can be believed of it. */
async function sealedRows(read: Reader, key: Uint8Array): Promise<number | null> {
  const seal = await read.selectFrom('audit_seal').selectAll().executeTakeFirst();
  return seal && isMarkOf(key, 'seal', seal) ? seal.seq : null;
}

/** The smallest number two rows bear, which needs a table whose primary key was taken off. */
async function firstNumberTwice(read: Reader): Promise<number | null> {
  const row = await read
    .selectFrom('audit')
    .select('seq')
    .groupBy('seq')
    .having((group) => group.fn.countAll(), '>', 1)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? null;
}
