import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { appliedMigrations, migrate, migrationNames } from '../../src/lib/server/db/migrate.ts';
import { openMigrated } from '../../src/lib/server/db/open.ts';
import { DatabaseUnavailable } from '../../src/lib/server/db/unavailable.ts';
import { readTables } from '../../src/lib/server/operations/tables.ts';
import { databases } from './databases.ts';
import { runProcess } from './run-process.ts';

describe.each(databases)('the migrations on $name', ({ dialect, open, fresh }) => {
  it('run once, in the order of their names', async () => {
    const database = await open(await fresh());
    expect(await appliedMigrations(database.read)).toEqual([]);
    expect(await migrate(database)).toEqual(migrationNames);
    expect(await migrate(database)).toEqual([]);
    expect(await appliedMigrations(database.read)).toEqual(migrationNames);
    expect([...migrationNames].sort()).toEqual(migrationNames);
  });

  it('and the seed fall to one of several processes that start at once', async () => {
    const address = await fresh();
    const ended = await Promise.all(
      [1, 2, 3, 4].map(() => runProcess('tests/contract/processes/open-and-seed.ts', [address])),
    );
    expect(ended.map(({ stderr }) => stderr)).toEqual(['', '', '', '']);
    const told = ended.map(({ stdout }) => JSON.parse(stdout));
    expect(told.map(({ status }) => status).sort()).toEqual([
      'present',
      'present',
      'present',
      'seeded',
    ]);
    expect(told.map(({ migrated }) => migrated).sort()).toEqual([0, 0, 0, migrationNames.length]);
    const database = await open(address);
    expect(await database.read.selectFrom('audit').select('action').execute()).toEqual([
      { action: 'site.seeded' },
    ]);
    expect(await database.read.selectFrom('site').select('id').execute()).toHaveLength(1);
  });

  it('leave nothing behind where one fails', async () => {
    const database = await open(await fresh());
    // In the way of the last table of the first migration.
    await sql`create table reporting (id integer)`.execute(database.read);
    await sql`create table kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null)`.execute(
      database.read,
    );
    await expect(migrate(database)).rejects.toThrow();
    const tables = await database.read.introspection.getTables();
    expect(tables.map(({ name }) => name)).toEqual(['reporting']);
    expect(await appliedMigrations(database.read)).toEqual([]);
  });

  it('refuse a database that a newer version has written', async () => {
    const address = await fresh();
    const database = await open(address);
    await migrate(database);
    const row = { name: '9999-from-the-future', timestamp: '2030-01-01T00:00:00.000Z' };
    await sql`insert into kysely_migration (name, timestamp) values (${row.name}, ${row.timestamp})`.execute(
      database.read,
    );
    const refused = openMigrated(address);
    await expect(refused).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect(refused).rejects.toMatchObject({ reason: 'newer' });
    await expect(refused).rejects.toThrow(/更新版本.*newer version.*9999-from-the-future/);
  });

  it.runIf(dialect === 'postgres')('leave tables of other schemas to their owners', async () => {
    const database = await open(await fresh());
    await sql`create schema other`.execute(database.read);
    await sql`create table other.kysely_migration (name text)`.execute(database.read);
    await sql`create table other.event (id text)`.execute(database.read);
    await sql`insert into other.event values ('theirs')`.execute(database.read);
    expect(await appliedMigrations(database.read)).toEqual([]);
    expect(await migrate(database)).toEqual(migrationNames);
    const names = (await readTables(database.read, dialect)).map(({ name }) => name);
    expect(names).toHaveLength(new Set(names).size);
  });

  it.runIf(dialect === 'sqlite')('make every table strict, with foreign keys held', async () => {
    const database = await open();
    const { rows } = await sql<{ name: string }>`
      select name from pragma_table_list
      where type = 'table' and schema = 'main' and strict = 0
        and name not like 'sqlite_%' and name not like 'kysely_%'`.execute(database.read);
    expect(rows).toEqual([]);
    const pragma = await sql`pragma foreign_keys`.execute(database.read);
    expect(pragma.rows).toEqual([{ foreign_keys: 1 }]);
  });

  it.runIf(dialect === 'sqlite')('put every commit on the disk, beside readers', async () => {
    const database = await open();
    const mode = await sql`pragma journal_mode`.execute(database.read);
    expect(mode.rows).toEqual([{ journal_mode: 'wal' }]);
    const synchronous = await sql`pragma synchronous`.execute(database.read);
    expect(synchronous.rows).toEqual([{ synchronous: 2 }]);
  });
});
