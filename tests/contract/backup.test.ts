import BetterSqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAuditLog } from '../../src/lib/server/audit/append.ts';
import type { Database } from '../../src/lib/server/db/database.ts';
import { backup } from '../../src/lib/server/operations/backup.ts';
import { back, openSite, record } from './backed-up-site.ts';
import { databases, temporaryFolder } from './databases.ts';
import { now, verifyLog } from './site.ts';

/** What the log says of backups, as `[who, details]`. */
async function backupRows(database: Database) {
  const rows = await database.read
    .selectFrom('audit')
    .selectAll()
    .where('action', '=', 'site.backed-up')
    .execute();
  return rows.map(({ actor, details }) => [actor, JSON.parse(details) as unknown]);
}

describe.each(databases)('a backup of $name', (under) => {
  it('is told of in the log of the site, where it went, and the chain goes on', async () => {
    const { address, database } = await openSite(under);
    const file = join(temporaryFolder(), 'backup.sqlite');
    expect(await back(address, file)).toEqual({ status: 'written' });
    expect(await backupRows(database)).toEqual([[null, { by: 'command-line', file }]]);
    expect(await verifyLog(database.read)).toBeNull();
  });

  it('that the log cannot tell of is not made', async () => {
    const { address } = await openSite(under);
    const file = join(temporaryFolder(), 'backup.sqlite');
    const otherKey = createAuditLog(new Uint8Array(32).fill(8));
    const made = backup({ address, file, verifyLog, audit: otherKey, now });
    await expect(made).rejects.toThrow('another key');
    expect(readdirSync(dirname(file))).toEqual([]);
  });

  it('made while writes go on is whole: one moment, in one file', async () => {
    const { address, database } = await openSite(under);
    let isDone = false;
    let written = 0;
    const writing = (async () => {
      for (; !isDone; written += 1) {
        await record(database, written);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    })();
    const folder = temporaryFolder();
    const files = [1, 2, 3].map((number) => join(folder, 'new', `backup-${number}.sqlite`));
    for (const file of files) {
      expect(await back(address, file)).toEqual({ status: 'written' });
    }
    isDone = true;
    await writing;
    expect(written).toBeGreaterThan(3);
    expect(readdirSync(join(folder, 'new')).sort()).toEqual(files.map((file) => file.slice(-15)));
    for (const file of files) {
      const copy = new BetterSqlite(file, { readonly: true });
      const count = (from: string) => copy.prepare(`select count(*) from ${from}`).pluck().get();
      expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
      const sources = count(`source where id like 'W%'`);
      expect(count(`reporting where source like 'W%'`)).toBe(sources);
      expect(count(`audit where subject like 'W%'`)).toBe(sources);
      copy.close();
    }
  });

  it('does not replace a file', async () => {
    const { address, database } = await openSite(under);
    const file = join(temporaryFolder(), 'notes.txt');
    writeFileSync(file, 'notes');
    expect(await back(address, file)).toEqual({ status: 'exists' });
    expect(readFileSync(file, 'utf8')).toBe('notes');
    expect(await backupRows(database)).toEqual([]);
  });

  it('is not made of a site whose log was altered', async () => {
    const { address, database } = await openSite(under);
    await sql`update audit_seal set seq = 7`.execute(database.read);
    const file = join(temporaryFolder(), 'backup.sqlite');
    expect(await back(address, file)).toMatchObject({
      status: 'broken',
      fault: { kind: 'log' },
    });
    expect(readdirSync(dirname(file))).toEqual([]);
  });

  it('is not made of a place without a site', async () => {
    const address = await under.fresh();
    const file = join(temporaryFolder(), 'backup.sqlite');
    const made = back(address, file);
    if (under.dialect === 'sqlite') {
      await expect(made).rejects.toMatchObject({ reason: 'missing' });
      expect(existsSync(address)).toBe(false);
    } else {
      expect(await made).toMatchObject({ status: 'broken', fault: { kind: 'foreign' } });
    }
    expect(readdirSync(dirname(file))).toEqual([]);
  });
});
