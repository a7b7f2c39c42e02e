import { sql, type Kysely } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Database, Dialect } from '../../src/lib/server/db/database.ts';
import { up as facts } from '../../src/lib/server/db/migrations/0001-facts.ts';
import { up as accounts } from '../../src/lib/server/db/migrations/0002-accounts.ts';
import { up as submissions } from '../../src/lib/server/db/migrations/0003-submissions.ts';
import { up as auditAndSettings } from '../../src/lib/server/db/migrations/0004-audit-and-settings.ts';
import { up as quotasAndPlaces } from '../../src/lib/server/db/migrations/0005-quotas-and-places.ts';
import { up as ledgers } from '../../src/lib/server/db/migrations/0006-ledgers.ts';
import { up as takenBack } from '../../src/lib/server/db/migrations/0007-taken-back.ts';
import { databases } from './databases.ts';

const recordedAt = '2024-05-01T02:03:04.000Z';

/** As a migration sees it: without the tables of today. */
const untyped = ({ read }: Database): Kysely<unknown> => read as unknown as Kysely<unknown>;

/** As version 0.1 left it before anything could be taken back: with rows, and a gap in their numbers. */
async function filledBefore(database: Database, dialect: Dialect): Promise<void> {
  for (const up of [facts, accounts, submissions, auditAndSettings, quotasAndPlaces, ledgers]) {
    await up(untyped(database), dialect);
  }
  await sql`insert into source (id, title, publisher, date)
    values ('s1', '关于上报名单的函', '三河市林业局', '2024-05-01')`.execute(database.read);
  for (const ordinal of [1, 2, 5]) {
    await sql`insert into reporting (ordinal, division, track, complete_to, recorded_at, source)
      values (${ordinal}, '131082', ${`track-${ordinal}`}, '2024-04-30', ${recordedAt}, 's1')`.execute(
      database.read,
    );
    await sql`insert into quota (ordinal, id, division, track, count, effective, recorded_at, source)
      values (${ordinal}, ${`q${ordinal}`}, '131082', 'village', ${ordinal}, '2024', ${recordedAt}, 's1')`.execute(
      database.read,
    );
  }
}

async function rowsOf(database: Database, table: string): Promise<readonly unknown[]> {
  return (await sql`select * from ${sql.id(table)} order by ordinal`.execute(database.read)).rows;
}

describe.each(databases)('taking a constraint off full tables on $name', (on) => {
  it('keeps every row, its number and the order', async () => {
    const database = await on.open(await on.fresh());
    await filledBefore(database, on.dialect);
    const before = [await rowsOf(database, 'reporting'), await rowsOf(database, 'quota')];
    expect(before.map((rows) => rows.length)).toEqual([3, 3]);
    await takenBack(untyped(database), on.dialect);
    expect([await rowsOf(database, 'reporting'), await rowsOf(database, 'quota')]).toEqual(before);
  });

  it('takes rows without a day or a number from then on, and still changes none', async () => {
    const database = await on.open(await on.fresh());
    await filledBefore(database, on.dialect);
    await takenBack(untyped(database), on.dialect);
    await sql`insert into reporting (ordinal, division, track, complete_to, recorded_at, source)
      values (6, '131082', 'village', null, ${recordedAt}, 's1')`.execute(database.read);
    await sql`insert into quota (ordinal, id, division, track, count, effective, recorded_at, source)
      values (6, 'q6', '131082', 'village', null, '2024', ${recordedAt}, 's1')`.execute(
      database.read,
    );
    for (const table of ['reporting', 'quota']) {
      const change = sql`update ${sql.id(table)} set division = '131003'`.execute(database.read);
      await expect(change).rejects.toThrow();
      await expect(sql`delete from ${sql.id(table)}`.execute(database.read)).rejects.toThrow();
    }
    const orphan =
      sql`insert into reporting (ordinal, division, track, complete_to, recorded_at, source)
      values (7, '131082', 'village', null, ${recordedAt}, 'nowhere')`.execute(database.read);
    await expect(orphan).rejects.toThrow();
  });
});
