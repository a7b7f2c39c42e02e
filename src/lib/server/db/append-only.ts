/** Makes the database itself refuse to change or remove rows (DESIGN §3: never edited). */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Dialect } from './database.ts';

/** Every update, delete and replacement of a row of `table`, and on PostgreSQL its truncation, fails from now on. */
export async function makeAppendOnly(
  db: Kysely<unknown>,
  dialect: Dialect,
  table: string,
): Promise<void> {
  if (dialect === 'postgres') {
    await sql`
      create trigger ${sql.id(`${table}_append_only`)}
      before update or delete or truncate on ${sql.id(table)}
      for each statement execute function refuse_change()`.execute(db);
    return;
  }
  const refuse = sql`begin select raise(abort, ${sql.lit(`${table} is append-only`)}); end`;
  for (const change of ['update', 'delete'] as const) {
    await sql`
      create trigger ${sql.id(`${table}_no_${change}`)}
      before ${sql.raw(change)} on ${sql.id(table)} ${refuse}`.execute(db);
  }
  // INSERT OR REPLACE removes the row in the way without asking the trigger on DELETE, unless the
  // connection says otherwise (sqlite.org/lang_conflict.html): a key that is taken stays taken.
  await sql`
    create trigger ${sql.id(`${table}_no_replace`)}
    before insert on ${sql.id(table)}
    when exists (select 1 from ${sql.id(table)} as kept where ${await sameKey(db, table)})
    ${refuse}`.execute(db);
}

/** Of a SQLite table: that the row `kept` has a key of the row `new`. */
async function sameKey(db: Kysely<unknown>, table: string): Promise<RawBuilder<unknown>> {
  const { rows } = await sql<{ index: string; column: string }>`
    select '' as "index", name as "column" from pragma_table_info(${table}) where pk > 0
    union all
    select list.name, info.name from pragma_index_list(${table}) as list,
      pragma_index_info(list.name) as info
    where list."unique" and list.origin <> 'pk'`.execute(db);
  const keys = [...Map.groupBy(rows, ({ index }) => index).values()].map((columns) => {
    const equal = columns.map(({ column }) => sql`kept.${sql.id(column)} = new.${sql.id(column)}`);
    return sql`(${sql.join(equal, sql` and `)})`;
  });
  return sql.join(keys, sql` or `);
}

/** The function PostgreSQL's triggers call; SQLite's need none. */
export async function createRefusal(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  if (dialect === 'sqlite') return;
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception '% is append-only', tg_table_name; end $$`.execute(db);
}
