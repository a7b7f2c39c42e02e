/** Proves that the audit log is whole, or names the first row that is not. */
import type { Reader } from '../db/database.ts';
import type { AuditTable } from '../db/schema.ts';
import { beforeTheFirst, hashOf, isMarkOf } from './chain.ts';
import { nameFault, type ChainFault } from './name-fault.ts';
import { readPage } from './log-pages.ts';

/** A place in the chain that somebody noted down elsewhere. */
export interface Anchor {
  readonly seq: number;
  readonly hash: string;
}

export type Verification =
  | {
      readonly status: 'whole';
      readonly rows: number;
      /** The newest row, to be noted down and given as `anchor` next time; `null`: an empty log. */
      readonly last: Anchor | null;
    }
  /** `rows`: how many from the first on are as they were written. */
  | ({ readonly status: 'broken'; readonly rows: number } & ChainFault);

/**
 * Walks the whole chain with the key that sealed it. Writes may go on meanwhile. What no chain can
 * show by itself, a whole older state put back with its own seal, shows against an `anchor`.
 */
export async function verifyChain(
  read: Reader,
  key: Uint8Array,
  anchor?: Anchor,
): Promise<Verification> {
  let last: Anchor = { seq: 0, hash: beforeTheFirst };
  for (;;) {
    // The first page takes rows numbered below 1 too: the log has none of its own.
    const page = await readPage(read, last.seq || null);
    for (const row of page) {
      if (!follows(row, last, key)) return await broken(last.seq + 1);
      if (row.seq === anchor?.seq && row.hash !== anchor.hash) return rolledBack(row.seq);
      last = row;
    }
    if (page.length > 0) continue;

    // Read after the rows: what was appended meanwhile has moved the seal on, never back.
    const seal = await read.selectFrom('audit_seal').selectAll().executeTakeFirst();
    if (!seal) return (await isUntouched(read, last)) ? whole(anchor) : sealFault(last, 'missing');
    if (!isMarkOf(key, 'seal', seal)) return sealFault(last, 'altered');
    if (seal.seq < last.seq) return sealFault(last, 'behind');
    if (seal.seq === last.seq) {
      if (seal.hash !== last.hash) return sealFault(last, 'altered');
      // A number borne twice, in a table without its primary key, can hide between two pages.
      return (await rowsUpTo(read, last.seq)) === last.seq
        ? whole(anchor)
        : await broken(last.seq + 1);
    }
    if ((await readPage(read, last.seq, 1)).length === 0) return await broken(last.seq + 1);
  }

  async function broken(place: number): Promise<Verification> {
    const fault = await nameFault(read, key, place);
    return { status: 'broken', rows: Math.max(0, Math.min(place, fault.row) - 1), ...fault };
  }

  function whole(noted: Anchor | undefined): Verification {
    if (noted && noted.seq > last.seq) return rolledBack(last.seq + 1);
    const { seq, hash } = last;
    return { status: 'whole', rows: seq, last: seq > 0 ? { seq, hash } : null };
  }
}

function follows(row: AuditTable, last: Anchor, key: Uint8Array): boolean {
  return (
    row.seq === last.seq + 1 &&
    row.previous === last.hash &&
    row.hash === hashOf(row) &&
    isMarkOf(key, 'row', row)
  );
}

function sealFault({ seq }: Anchor, seal: 'missing' | 'altered' | 'behind'): Verification {
  return { status: 'broken', rows: seq, kind: 'seal', row: seq, seal };
}

function rolledBack(row: number): Verification {
  return { status: 'broken', rows: row - 1, kind: 'rolled-back', row };
}

async function rowsUpTo(read: Reader, seq: number): Promise<number> {
  const { rows } = await read
    .selectFrom('audit')
    .select((select) => select.fn.countAll().as('rows'))
    .where('seq', '<=', seq)
    .executeTakeFirstOrThrow();
  return Number(rows);
}

/** No row and no seal is a log not begun; but seeding a site writes the first row. */
async function isUntouched(read: Reader, { seq }: Anchor): Promise<boolean> {
  if (seq > 0) return false;
  return !(await read.selectFrom('site').select('id').executeTakeFirst());
}
