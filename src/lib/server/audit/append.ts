/** Writes the audit log: each row bound to the one before, the newest sealed with the site's key. */
import type { Reader, Write } from '../db/database.ts';
import type { AuditTable } from '../db/schema.ts';
import type { AuditEntry, JsonValue } from './audit.ts';
import { beforeTheFirst, hashOf, isMarkOf, markOf } from './chain.ts';

export interface AuditLog {
  /**
   * Adds one row, in the transaction of what it tells of. Rejects, and so undoes that too, where the
   * log in the database was cut, or was written with another key: going on would cover it up.
   */
  append(write: Write, entry: AuditEntry): Promise<void>;
  /** Adds these rows in their order, the same as one by one, but asks the database a few times only. */
  appendAll(write: Write, entries: readonly AuditEntry[]): Promise<void>;
}

/** Rows of one insert: 13 columns of them stay below the bound values SQLite and PostgreSQL take. */
const rowsAtOnce = 1000;

/** The log of a site whose key is these 32 bytes, kept outside the database (server/keys.ts). */
export function createAuditLog(key: Uint8Array): AuditLog {
  const appendAll: AuditLog['appendAll'] = async (write, entries) => {
    if (entries.length === 0) return;
    let end: End = await readEnd(write, key);
    const rows: AuditTable[] = [];
    for (const entry of entries) {
      const row = bound(key, entry, end);
      rows.push(row);
      end = row;
    }
    for (let start = 0; start < rows.length; start += rowsAtOnce) {
      const batch = rows.slice(start, start + rowsAtOnce);
      await write.insertInto('audit').values(batch).execute();
    }
    const { seq, hash } = end;
    const seal = { seq, hash, mac: markOf(key, 'seal', { seq, hash }) };
    await write
      .insertInto('audit_seal')
      .values({ id: 1, ...seal })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(seal))
      .execute();
  };
  return { append: (write, entry) => appendAll(write, [entry]), appendAll };
}

/** Where the log ends: the newest row's number and hash. */
type End = Pick<AuditTable, 'seq' | 'hash'>;

/** The entry as the row that follows the end. */
function bound(key: Uint8Array, entry: AuditEntry, end: End): AuditTable {
  const seq = end.seq + 1;
  const unbound = {
    seq,
    at: entry.at,
    actor: storable(entry.actor?.id),
    actor_name: storable(entry.actor?.name),
    action: entry.action,
    division: storable(entry.division),
    subject: storable(entry.subject),
    outcome: entry.outcome ?? 'done',
    details: canonicalJson(entry.details ?? {}),
    request: storable(entry.request),
    previous: end.hash,
  } as const;
  const hash = hashOf(unbound);
  return { ...unbound, hash, mac: markOf(key, 'row', { seq, hash }) };
}

/** Whether rows can be added with this key: asked at start, before anybody's work is refused. */
export async function takesKey(read: Reader, key: Uint8Array): Promise<boolean> {
  const seal = await read.selectFrom('audit_seal').selectAll().executeTakeFirst();
  if (seal) return isMarkOf(key, 'seal', seal);
  return !(await read.selectFrom('audit').select('seq').limit(1).executeTakeFirst());
}

/**
 * Where the log ends, by its seal and not by its last row: after the end was cut off, the next row
 * leaves a gap that shows, instead of closing it.
 */
async function readEnd(write: Write, key: Uint8Array): Promise<End> {
  const seal = await write.selectFrom('audit_seal').selectAll().executeTakeFirst();
  if (seal) {
    if (isMarkOf(key, 'seal', seal)) return seal;
    throw new Error('The audit log is sealed with another key, or its seal was altered.');
  }
  const row = await write.selectFrom('audit').select('seq').limit(1).executeTakeFirst();
  if (row) throw new Error('The seal of the audit log is missing.');
  return { seq: 0, hash: beforeTheFirst };
}

/**
 * The text as both databases give it back: half a surrogate pair would be stored as another
 * character, NUL not at all on PostgreSQL, and the row would look altered ever after.
 */
function storable(text: string | undefined): string | null {
  return text === undefined ? null : text.toWellFormed().replaceAll('\0', '\ufffd');
}

/** JSON with the names of every object in order, so that equal details are equal texts. */
function canonicalJson(value: JsonValue): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
