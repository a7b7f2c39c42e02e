/** What the site was seeded from, and the log: sources, events, statements, reporting. */
import { sql, type Kysely } from 'kysely';
import { createRefusal, makeAppendOnly } from '../append-only.ts';
import { refersTo, ordinalType, required, strict, unique } from '../columns.ts';
import type { Dialect } from '../database.ts';

/** Each kind of event has its own columns (domain/status.ts); another text in `kind` is none. */
const eventOfItsKind = sql`
  case kind
    when 'reached' then stage is not null and effective is not null
      and certainty is not null and certainty in ('confirmed', 'inferred')
    when 'retraction' then retracts is not null and reason is not null
      and stage is null and effective is null and certainty is null and batch is null
    else false
  end`;

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const ordinal = ordinalType(dialect);
  await createRefusal(db, dialect);
  await strict(
    db.schema
      .createTable('site')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('programme', 'text', required)
      .addColumn('prefecture', 'text', required)
      .addColumn('demonstration', 'integer', required)
      .addColumn('seeded_at', 'text', required)
      .addCheckConstraint('site_is_one', sql`id = 1`),
    dialect,
  ).execute();
  await strict(
    db.schema
      .createTable('source')
      .addColumn('ordinal', ordinal)
      .addColumn('id', 'text', unique)
      .addColumn('title', 'text', required)
      .addColumn('publisher', 'text', required)
      .addColumn('document_number', 'text')
      .addColumn('date', 'text')
      .addColumn('location', 'text')
      .addColumn('note', 'text')
      .addColumn('submission', 'text'),
    dialect,
  ).execute();
  await strict(
    db.schema
      .createTable('event')
      .addColumn('ordinal', ordinal)
      .addColumn('id', 'text', unique)
      .addColumn('kind', 'text', required)
      .addColumn('division', 'text', required)
      .addColumn('track', 'text', required)
      .addColumn('stage', 'text')
      .addColumn('effective', 'text')
      .addColumn('certainty', 'text')
      .addColumn('batch', 'text')
      .addColumn('retracts', 'text')
      .addColumn('reason', 'text')
      .addColumn('recorded_at', 'text', required)
      .addColumn('source', 'text', refersTo('source.id'))
      .addColumn('submission', 'text')
      .addCheckConstraint('event_of_its_kind', eventOfItsKind),
    dialect,
  ).execute();
  await strict(
    db.schema
      .createTable('statement')
      .addColumn('ordinal', ordinal)
      .addColumn('id', 'text', unique)
      .addColumn('track', 'text', required)
      .addColumn('stage', 'text', required)
      .addColumn('excluding', 'text')
      .addColumn('count', 'integer', required)
      .addColumn('effective', 'text', required)
      .addColumn('recorded_at', 'text', required)
      .addColumn('source', 'text', refersTo('source.id'))
      .addColumn('note', 'text'),
    dialect,
  ).execute();
  await strict(
    db.schema
      .createTable('reporting')
      .addColumn('ordinal', ordinal)
      .addColumn('division', 'text', required)
      .addColumn('track', 'text', required)
      .addColumn('complete_to', 'text', required)
      .addColumn('recorded_at', 'text', required)
      .addColumn('source', 'text', refersTo('source.id'))
      .addColumn('submission', 'text'),
    dialect,
  ).execute();
  for (const table of ['site', 'source', 'event', 'statement', 'reporting']) {
    await makeAppendOnly(db, dialect, table);
  }
}
