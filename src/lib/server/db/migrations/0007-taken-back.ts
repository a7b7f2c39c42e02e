/** A date of reporting and a quota may be taken back: then no day, no number stands in its place. */
import { sql, type Kysely } from 'kysely';
import { makeAppendOnly } from '../append-only.ts';
import { ordinalType, refersTo, required, strict, unique } from '../columns.ts';
import type { Dialect } from '../database.ts';

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  if (dialect === 'postgres') {
    await sql`alter table reporting alter column complete_to drop not null`.execute(db);
    await sql`alter table quota alter column count drop not null`.execute(db);
    return;
  }
  // SQLite cannot take a constraint off a column: the rows move to a table without it. Nothing refers
  // to either table, and a table that is dropped does not ask its triggers.
  await strict(
    db.schema
      .createTable('reporting_kept')
      .addColumn('ordinal', ordinalType(dialect))
      .addColumn('division', 'text', required)
      .addColumn('track', 'text', required)
      .addColumn('complete_to', 'text')
      .addColumn('recorded_at', 'text', required)
      .addColumn('source', 'text', refersTo('source.id'))
      .addColumn('submission', 'text'),
    dialect,
  ).execute();
  await strict(
    db.schema
      .createTable('quota_kept')
      .addColumn('ordinal', ordinalType(dialect))
      .addColumn('id', 'text', unique)
      .addColumn('division', 'text', required)
      .addColumn('track', 'text', required)
      .addColumn('count', 'integer')
      .addColumn('effective', 'text', required)
      .addColumn('recorded_at', 'text', required)
      .addColumn('source', 'text', refersTo('source.id'))
      .addColumn('note', 'text')
      .addColumn('submission', 'text'),
    dialect,
  ).execute();
  for (const table of ['reporting', 'quota']) {
    const kept = `${table}_kept`;
    await sql`insert into ${sql.id(kept)} select * from ${sql.id(table)} order by ordinal`.execute(
      db,
    );
    await sql`drop table ${sql.id(table)}`.execute(db);
    await sql`alter table ${sql.id(kept)} rename to ${sql.id(table)}`.execute(db);
    await makeAppendOnly(db, dialect, table);
  }
}
