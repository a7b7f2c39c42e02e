/** Two more kinds of fact: quotas of counties, and where townships and villages lie. */
import type { Kysely } from 'kysely';
import { makeAppendOnly } from '../append-only.ts';
import { ordinalType, refersTo, required, strict, unique } from '../columns.ts';
import type { Dialect } from '../database.ts';

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const ordinal = ordinalType(dialect);
  await strict(
    db.schema
      .createTable('quota')
      .addColumn('ordinal', ordinal)
      .addColumn('id', 'text', unique)
      .addColumn('division', 'text', required)
      .addColumn('track', 'text', required)
      .addColumn('count', 'integer', required)
      .addColumn('effective', 'text', required)
      .addColumn('recorded_at', 'text', required)
      .addColumn('source', 'text', refersTo('source.id'))
      .addColumn('note', 'text')
      .addColumn('submission', 'text'),
    dialect,
  ).execute();
  await strict(
    db.schema
      .createTable('place')
      .addColumn('ordinal', ordinal)
      .addColumn('id', 'text', unique)
      .addColumn('division', 'text', required)
      // GeoJSON as text, so that every figure comes back as it was given; null takes a position back.
      .addColumn('geometry', 'text')
      .addColumn('recorded_at', 'text', required)
      .addColumn('source', 'text', refersTo('source.id'))
      .addColumn('note', 'text')
      .addColumn('submission', 'text'),
    dialect,
  ).execute();
  for (const table of ['quota', 'place']) await makeAppendOnly(db, dialect, table);
}
