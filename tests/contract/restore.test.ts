import BetterSqlite from 'better-sqlite3';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DatabaseUnavailable } from '../../src/lib/server/db/unavailable.ts';
import { readFacts } from '../../src/lib/server/facts/read-facts.ts';
import { restore } from '../../src/lib/server/operations/restore.ts';
import { back, openSite, record } from './backed-up-site.ts';
import { databases, temporaryFolder } from './databases.ts';
import { fillEveryTable } from './fill-every-table.ts';
import { verifyLog } from './site.ts';

/** A backup of the real data, for the tests of restoring. */
async function backedUp(): Promise<string> {
  const [sqlite] = databases;
  if (!sqlite) throw new Error('there is no database');
  const { address, database } = await openSite(sqlite);
  await fillEveryTable(database);
  const file = join(temporaryFolder(), 'backup.sqlite');
  expect(await back(address, file)).toEqual({ status: 'written' });
  return file;
}

describe.each(databases)('a backup of $name', (under) => {
  it('restored into either empty place is the site again', async () => {
    const { address, database } = await openSite(under);
    await record(database, 1);
    await fillEveryTable(database);
    const file = join(temporaryFolder(), 'backup.sqlite');
    await back(address, file);
    for (const target of databases) {
      const place = await target.fresh();
      const options = { file, address: place, verifyLog, workFolder: temporaryFolder() };
      const trial = await restore({ ...options, dryRun: true });
      expect(trial.status).toBe('restorable');
      expect(await restore(options)).toEqual({ ...trial, status: 'restored' });
      const restored = await target.open(place);
      expect(await readFacts(restored.read)).toEqual(await readFacts(database.read));
      expect(await verifyLog(restored.read)).toBeNull();
      // It is in use again, and goes on.
      await record(restored, 2);
      expect(await verifyLog(restored.read)).toBeNull();
    }
  });

  it('is not restored over a site', async () => {
    const file = await backedUp();
    const { address, database } = await openSite(under);
    const before = await readFacts(database.read);
    const workFolder = temporaryFolder();
    for (const dryRun of [true, false]) {
      expect(await restore({ file, address, verifyLog, workFolder, dryRun })).toEqual({
        status: 'not-empty',
      });
    }
    expect(await readFacts(database.read)).toEqual(before);
  });

  it.each([
    [
      'a text',
      'not-a-database',
      () => Buffer.from('no database at all, but long enough'.repeat(40)),
    ],
    ['a torn backup', 'damaged', (whole: Buffer) => whole.subarray(0, whole.length - 8192)],
    [
      'a backup with a bad page',
      'damaged',
      (whole: Buffer) => Buffer.from(whole).fill(0xee, 4096, 3 * 4096),
    ],
    ['an empty file', 'foreign', () => Buffer.alloc(0)],
  ])('is refused where it is %s', async (_name, reason, spoil) => {
    const file = join(temporaryFolder(), 'spoilt.sqlite');
    writeFileSync(file, spoil(readFileSync(await backedUp())));
    const address = await under.fresh();
    const restored = await restore({
      file,
      address,
      verifyLog,
      workFolder: temporaryFolder(),
    }).then(
      (result) => (result.status === 'broken' ? result.fault.kind : result.status),
      (error: unknown) => (error instanceof DatabaseUnavailable ? error.reason : error),
    );
    expect([reason, 'not-a-database']).toContain(restored);
    if (under.dialect === 'sqlite') expect(readdirSync(dirname(address))).toEqual([]);
  });

  it('is refused where it is a database of another program, or of a newer version', async () => {
    const foreign = join(temporaryFolder(), 'foreign.sqlite');
    const other = new BetterSqlite(foreign);
    other.exec('create table song (title text)');
    other.close();
    const address = await under.fresh();
    const options = { address, verifyLog, workFolder: temporaryFolder() };
    expect(await restore({ ...options, file: foreign })).toMatchObject({
      status: 'broken',
      fault: { kind: 'foreign' },
    });
    const newer = await backedUp();
    const altered = new BetterSqlite(newer);
    altered.exec(`insert into kysely_migration values ('9999-later', '2030-01-01T00:00:00.000Z')`);
    altered.close();
    const refused = restore({ ...options, file: newer });
    await expect(refused).rejects.toMatchObject({ reason: 'newer' });
    await expect(refused).rejects.toThrow(newer);
    await expect(restore({ ...options, file: '/nowhere/backup' })).rejects.toMatchObject({
      reason: 'missing',
    });
  });

  it('brings nothing along but its rows: no trigger, no view, no table without its guard', async () => {
    const file = await backedUp();
    const altered = new BetterSqlite(file);
    altered.exec(`
      drop trigger event_no_delete;
      create view secrets as select token from account_session;
      create table loot (what text);
      create trigger steal after insert on source begin insert into loot values (new.title); end`);
    altered.close();
    const address = await under.fresh();
    const options = { file, address, verifyLog, workFolder: temporaryFolder() };
    expect(await restore(options)).toMatchObject({ status: 'restored' });
    const restored = await under.open(address);
    const names = (await restored.read.introspection.getTables()).map(({ name }) => name);
    expect(names).toContain('event');
    expect(names.filter((name) => name === 'loot' || name === 'secrets')).toEqual([]);
    await expect(restored.read.deleteFrom('event').execute()).rejects.toThrow('append-only');
    await record(restored, 1);
    expect(await verifyLog(restored.read)).toBeNull();
  });

  it('is refused where its log was altered after it was made', async () => {
    const file = await backedUp();
    const altered = new BetterSqlite(file);
    altered.exec(`drop trigger audit_no_update; update audit set actor_name = 'x' where seq = 1`);
    altered.close();
    const address = await under.fresh();
    const restored = await restore({ file, address, verifyLog, workFolder: temporaryFolder() });
    expect(restored).toMatchObject({ status: 'broken', fault: { kind: 'log' } });
  });
});

it('a log left behind by an older database is not played into the restored one', async () => {
  const file = await backedUp();
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'var'));
  const address = join(folder, 'var', 'site.sqlite');
  writeFileSync(`${address}-wal`, 'left behind');
  expect(await restore({ file, address, verifyLog, workFolder: folder })).toEqual({
    status: 'not-empty',
  });
});
