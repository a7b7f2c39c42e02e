/** Submissions on their way, what they said at each version, who moved them, and their files. */
import type { Kysely } from 'kysely';
import { makeAppendOnly } from '../append-only.ts';
import { bytesType, ordinalType, strict } from '../columns.ts';
import type { Dialect } from '../database.ts';

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await strict(
    db.schema
      .createTable('submission')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('division', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('awaiting', 'text')
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('author', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'text', (column) => column.notNull())
      .addColumn('client_key', 'text')
      .addUniqueConstraint('submission_once', ['author', 'client_key']),
    dialect,
  ).execute();
  await db.schema
    .createIndex('submission_by_state')
    .on('submission')
    .columns(['state', 'division'])
    .execute();
  await strict(
    db.schema
      .createTable('submission_revision')
      .addColumn('submission', 'text', (column) => column.notNull().references('submission.id'))
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('proposal', 'text', (column) => column.notNull())
      .addColumn('author', 'text', (column) => column.notNull())
      .addColumn('saved_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('submission_revision_key', ['submission', 'version']),
    dialect,
  ).execute();
  await strict(
    db.schema
      .createTable('submission_step')
      .addColumn('ordinal', ordinalType(dialect))
      .addColumn('submission', 'text', (column) => column.notNull().references('submission.id'))
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('step', 'text', (column) => column.notNull())
      .addColumn('actor', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('note', 'text'),
    dialect,
  ).execute();
  await db.schema
    .createIndex('submission_step_of')
    .on('submission_step')
    .column('submission')
    .execute();
  await strict(
    db.schema
      .createTable('file')
      .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
      .addColumn('media_type', 'text', (column) => column.notNull())
      .addColumn('size', 'integer', (column) => column.notNull())
      .addColumn('content', bytesType(dialect), (column) => column.notNull())
      .addColumn('stored_at', 'text', (column) => column.notNull()),
    dialect,
  ).execute();
  await strict(
    db.schema
      .createTable('submission_file')
      .addColumn('submission', 'text', (column) => column.notNull().references('submission.id'))
      .addColumn('hash', 'text', (column) => column.notNull().references('file.hash'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('attached_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('submission_file_key', ['submission', 'hash']),
    dialect,
  ).execute();
  for (const table of ['submission_revision', 'submission_step', 'file']) {
    await makeAppendOnly(db, dialect, table);
  }
}
