import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Write } from '../../src/lib/server/db/database.ts';
import { databases, type DatabaseUnderTest } from './databases.ts';
import { openSeeded } from './site.ts';

/** One column of each table that only grows, to be changed. */
const appendOnly = [
  ['site', 'programme'],
  ['source', 'title'],
  ['event', 'division'],
  ['statement', 'track'],
  ['reporting', 'complete_to'],
  ['quota', 'track'],
  ['place', 'division'],
  ['submission_revision', 'proposal'],
  ['submission_step', 'actor'],
  ['file', 'media_type'],
  ['audit', 'action'],
] as const;

const at = '2026-03-01T00:00:00.000Z';

/** Rows for the tables the seed leaves empty: a rule nobody tries is no rule. */
async function fill(write: Write): Promise<void> {
  const fact = { recorded_at: at, source: 'S00', note: null, submission: null };
  await write
    .insertInto('quota')
    .values({ ...fact, id: 'q', division: '131082', track: 'village', count: 1, effective: '2026' })
    .execute();
  await write
    .insertInto('place')
    .values({ ...fact, id: 'p', division: '131082100', geometry: null })
    .execute();
  const submission = { id: 'sub', division: '131082', author: 'a' };
  await write
    .insertInto('submission')
    .values({
      ...submission,
      state: 'draft',
      awaiting: null,
      version: 1,
      created_at: at,
      updated_at: at,
    })
    .execute();
  await write
    .insertInto('submission_revision')
    .values({ submission: 'sub', version: 1, proposal: '{}', author: 'a', saved_at: at })
    .execute();
  await write
    .insertInto('submission_step')
    .values({ submission: 'sub', version: 1, step: 'drafted', actor: 'a', at, note: null })
    .execute();
  await write
    .insertInto('file')
    .values({
      hash: 'h',
      media_type: 'application/pdf',
      size: 1,
      content: Buffer.from([1]),
      stored_at: at,
    })
    .execute();
}

async function openFilled(database: DatabaseUnderTest) {
  const opened = await openSeeded(database);
  await opened.write(fill);
  return opened;
}

describe.each(databases)('the log in $name', (under) => {
  it.each(appendOnly)('refuses to change or remove a row of %s', async (table, column) => {
    const database = await openFilled(under);
    const name = sql.id(table);
    const rows = async () => (await sql`select * from ${name}`.execute(database.read)).rows;
    const before = await rows();
    expect(before.length).toBeGreaterThan(0);
    const changes = [
      sql`update ${name} set ${sql.id(column)} = 'other'`,
      sql`delete from ${name}`,
      ...(under.dialect === 'postgres' ? [sql`truncate ${name} cascade`] : []),
    ];
    for (const change of changes) {
      await expect(change.execute(database.read)).rejects.toThrow(/is append-only/);
    }
    expect(await rows()).toEqual(before);
  });

  it('refuses to replace a row under its key', async () => {
    const database = await openFilled(under);
    const replace = sql`
      insert into file (hash, media_type, size, content, stored_at)
      values ('h', 'image/png', 2, ${Buffer.from([2])}, ${at})
      on conflict (hash) do update set media_type = 'image/png'`;
    await expect(replace.execute(database.read)).rejects.toThrow(/is append-only/);
    if (under.dialect === 'sqlite') {
      const orReplace = sql`
        insert or replace into file (hash, media_type, size, content, stored_at)
        values ('h', 'image/png', 2, ${Buffer.from([2])}, ${at})`;
      await expect(orReplace.execute(database.read)).rejects.toThrow(/is append-only/);
    }
    const rows = await database.read.selectFrom('file').select('media_type').execute();
    expect(rows).toEqual([{ media_type: 'application/pdf' }]);
  });

  it('takes no second site row, no event without the columns of its kind, no fact without a source', async () => {
    const database = await openSeeded(under);
    const site = sql`insert into site values (2, 'p', '131000', 0, ${at})`;
    await expect(site.execute(database.read)).rejects.toThrow(/site_is_one/i);
    const event = (kind: string, source: string) => sql`
      insert into event (id, kind, division, track, recorded_at, source)
      values ('x', ${kind}, '131082', 'national', ${at}, ${source})`;
    for (const kind of ['reached', 'retraction', 'other']) {
      await expect(event(kind, 'S00').execute(database.read)).rejects.toThrow(/event_of_its_kind/);
    }
    const homeless = sql`
      insert into reporting (division, track, complete_to, recorded_at, source)
      values ('131082', 'national', '2026-01-01', ${at}, 'nowhere')`;
    await expect(homeless.execute(database.read)).rejects.toThrow(/foreign key/i);
  });
});
