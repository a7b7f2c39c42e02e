/** Submissions on their way, what they said at each version, who moved them, and their files. */
import type { Kysely } from 'kysely';
import { makeAppendOnly } from '../append-only.ts';
import { bytesType, key, refersTo, ordinalType, required, strict } from '../columns.ts';
import type { Dialect } from '../database.ts';

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await strict(
    db.schema
      .createTable('submission')
      .addColumn('id', 'text', key)
      .addColumn('division', 'text', required)
      .addColumn('state', 'text', required)
      .addColumn('awaiting', 'text')
      .addColumn('version', 'integer', required)
      .addColumn('author', 'text', required)
      .addColumn('created_at', 'text', required)
      .addColumn('updated_at', 'text', required)
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
      .addColumn('submission', 'text', refersTo('submission.id'))
      .addColumn('version', 'integer', required)
      .addColumn('proposal', 'text', required)
      .addColumn('author', 'text', required)
      .addColumn('saved_at', 'text', required)
      .addPrimaryKeyConstraint('submission_revision_key', ['submission', 'version']),
    dialect,
  ).execute();
  await strict(
    db.schema
      .createTable('submission_step')
      .addColumn('ordinal', ordinalType(dialect))
      .addColumn('submission', 'text', refersTo('submission.id'))
      .addColumn('version', 'integer', required)
      .addColumn('step', 'text', required)
      .addColumn('actor', 'text', required)
      .addColumn('at', 'text', required)
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
      .addColumn('hash', 'text', key)
      .addColumn('media_type', 'text', required)
      .addColumn('size', 'integer', required)
      .addColumn('content', bytesType(dialect), required)
      .addColumn('stored_at', 'text', required),
    dialect,
  ).execute();
  await strict(
    db.schema
      .createTable('submission_file')
      .addColumn('submission', 'text', refersTo('submission.id'))
      .addColumn('hash', 'text', refersTo('file.hash'))
      .addColumn('name', 'text', required)
      .addColumn('attached_at', 'text', required)
      .addPrimaryKeyConstraint('submission_file_key', ['submission', 'hash']),
    dialect,
  ).execute();
  for (const table of ['submission_revision', 'submission_step', 'file']) {
    await makeAppendOnly(db, dialect, table);
  }
}
