/** The audit log, a chain of rows that nobody changes, and the settings an administrator keeps. */
import type { Kysely } from 'kysely';
import { makeAppendOnly } from '../append-only.ts';
import { strict } from '../columns.ts';
import type { Dialect } from '../database.ts';

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await strict(
    db.schema
      .createTable('audit')
      .addColumn('seq', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('actor', 'text')
      .addColumn('actor_name', 'text')
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('division', 'text')
      .addColumn('subject', 'text')
      .addColumn('outcome', 'text', (column) => column.notNull())
      .addColumn('details', 'text', (column) => column.notNull())
      .addColumn('request', 'text')
      .addColumn('previous', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull().unique())
      .addColumn('mac', 'text', (column) => column.notNull()),
    dialect,
  ).execute();
  for (const column of ['at', 'actor', 'division'] as const) {
    await db.schema.createIndex(`audit_by_${column}`).on('audit').column(column).execute();
  }
  await makeAppendOnly(db, dialect, 'audit');
  await strict(
    db.schema
      .createTable('audit_seal')
      .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('mac', 'text', (column) => column.notNull()),
    dialect,
  ).execute();
  await strict(
    db.schema
      .createTable('setting')
      .addColumn('name', 'text', (column) => column.primaryKey().notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('updated_at', 'text', (column) => column.notNull()),
    dialect,
  ).execute();
}
