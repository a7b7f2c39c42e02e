/** The audit log, a chain of rows that nobody changes, and the settings an administrator keeps. */
import type { Kysely } from 'kysely';
import { makeAppendOnly } from '../append-only.ts';
import { key, required, strict, unique } from '../columns.ts';
import type { Dialect } from '../database.ts';

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await strict(
    db.schema
      .createTable('audit')
      .addColumn('seq', 'integer', key)
      .addColumn('at', 'text', required)
      .addColumn('actor', 'text')
      .addColumn('actor_name', 'text')
      .addColumn('action', 'text', required)
      .addColumn('division', 'text')
      .addColumn('subject', 'text')
      .addColumn('outcome', 'text', required)
      .addColumn('details', 'text', required)
      .addColumn('request', 'text')
      .addColumn('previous', 'text', required)
      .addColumn('hash', 'text', unique)
      .addColumn('mac', 'text', required),
    dialect,
  ).execute();
  for (const column of ['at', 'actor', 'division'] as const) {
    await db.schema.createIndex(`audit_by_${column}`).on('audit').column(column).execute();
  }
  await makeAppendOnly(db, dialect, 'audit');
  await strict(
    db.schema
      .createTable('audit_seal')
      .addColumn('id', 'integer', key)
      .addColumn('seq', 'integer', required)
      .addColumn('hash', 'text', required)
      .addColumn('mac', 'text', required),
    dialect,
  ).execute();
  await strict(
    db.schema
      .createTable('setting')
      .addColumn('name', 'text', key)
      .addColumn('value', 'text', required)
      .addColumn('version', 'integer', required)
      .addColumn('updated_at', 'text', required),
    dialect,
  ).execute();
}
