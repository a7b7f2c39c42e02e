/** What an attack on the log is made of: chosen rows, other texts, forged rows, and SQL past the triggers. */
import { sql } from 'kysely';
import type { Dialect, Write } from '../db/database.ts';
import type { AuditTable } from '../db/schema.ts';
import { beforeTheFirst, hashOf } from './chain.ts';

/** A whole number from 0 to below `below`. */
export type Dice = (below: number) => number;

/** What an attack can alter in place; the number of a row is another matter. */
export const columns = [
  'at',
  'actor',
  'actor_name',
  'action',
  'division',
  'subject',
  'outcome',
  'details',
  'request',
  'previous',
  'hash',
  'mac',
] as const satisfies readonly (keyof AuditTable)[];

const hex = '0123456789abcdef';

/** What a person with the owner's rights does first: takes off the triggers that refuse changes. */
export async function liftRefusal(write: Write, dialect: Dialect): Promise<void> {
  if (dialect === 'postgres') {
    await sql`drop trigger audit_append_only on audit`.execute(write);
    return;
  }
  for (const change of ['update', 'delete']) {
    await sql`drop trigger ${sql.id(`audit_no_${change}`)}`.execute(write);
  }
}

/** One of them by chance. */
export function pick<T>(items: readonly T[], dice: Dice): T {
  const item = items[dice(items.length)];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
}

/** A text that differs: one character more, less or other. `null` becomes the empty text, and back. */
export function otherText(text: string | null, dice: Dice): string {
  if (text === null) return dice(2) === 0 ? '' : 'x';
  const at = dice(text.length + 1);
  const other = hex[dice(hex.length)] ?? '0';
  const changed = `${text.slice(0, at)}${other}${text.slice(at + dice(2))}`;
  return changed === text ? `${text} ` : changed;
}

/** A row that says what nobody did, with a right hash and no right mark. */
export function forged(rows: readonly AuditTable[], seq: number, dice: Dice): AuditTable {
  const unbound = {
    ...pick(rows, dice),
    seq,
    subject: `forged-${String(dice(1e9))}`,
    previous: rows[seq - 2]?.hash ?? beforeTheFirst,
  };
  return { ...unbound, hash: hashOf(unbound) };
}

/** Alters columns of one row. */
export async function setColumns(
  write: Write,
  seq: number,
  change: Readonly<Partial<Record<(typeof columns)[number], string | null>>>,
): Promise<void> {
  await sql`update audit set ${sql.join(
    Object.entries(change).map(([name, value]) => sql`${sql.id(name)} = ${value}`),
  )} where seq = ${seq}`.execute(write);
}

/** Removes the rows from `first` to `last`. */
export async function deleteRows(write: Write, first: number, last: number): Promise<void> {
  await write
    .deleteFrom('audit')
    .where((where) => where.between('seq', first, last))
    .execute();
}

/** Puts these rows where `first` and all after it stood. */
export async function replace(
  write: Write,
  first: number,
  rows: readonly AuditTable[],
): Promise<void> {
  await write.deleteFrom('audit').where('seq', '>=', first).execute();
  if (rows.length > 0) {
    await write
      .insertInto('audit')
      .values([...rows])
      .execute();
  }
}

/** The same with all hashes right again, which is as far as one gets without the key. */
export async function rewrite(
  write: Write,
  all: readonly AuditTable[],
  rows: readonly AuditTable[],
  first: number,
): Promise<void> {
  let previous = all[first - 2]?.hash ?? beforeTheFirst;
  const bound = rows.map((row) => {
    const hash = hashOf({ ...row, previous });
    const again = { ...row, previous, hash };
    previous = hash;
    return again;
  });
  await replace(write, first, bound);
}
