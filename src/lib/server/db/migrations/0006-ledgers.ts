/** Ledgers of townships and villages as they were sent in, kept until they are confirmed or a week old. */
import type { Kysely } from 'kysely';
import { bytesType, key, required, strict } from '../columns.ts';
import type { Dialect } from '../database.ts';

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await strict(
    db.schema
      .createTable('ledger')
      .addColumn('id', 'text', key)
      .addColumn('division', 'text', required)
      .addColumn('track', 'text', required)
      .addColumn('author', 'text', required)
      .addColumn('name', 'text', required)
      .addColumn('kind', 'text', required)
      .addColumn('content', bytesType(dialect), required)
      .addColumn('hash', 'text', required)
      .addColumn('choices', 'text', required)
      .addColumn('version', 'integer', required)
      .addColumn('uploaded_at', 'text', required)
      .addColumn('submission', 'text', (column) => column.references('submission.id')),
    dialect,
  ).execute();
  await db.schema
    .createIndex('ledger_by_author')
    .on('ledger')
    .columns(['author', 'uploaded_at'])
    .execute();
}
