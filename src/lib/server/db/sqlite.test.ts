import { sql } from 'kysely';
import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseFault } from '../http/database-fault.ts';
import type { Database } from './database.ts';
import { openSqlite } from './sqlite.ts';

let folder: string;
let database: Database;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sqlite-'));
  database = openSqlite(join(folder, 'site.sqlite'));
  await sql`create table page (bytes blob not null) strict`.execute(database.read);
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function rows(): Promise<number> {
  const { rows } = await sql`select rowid from page`.execute(database.read);
  return rows.length;
}

/** Two rows in one write: a small one, and one of a megabyte. */
function writeBoth(): Promise<void> {
  return database.write(async (write) => {
    await sql`insert into page values (zeroblob(10))`.execute(write);
    await sql`insert into page values (zeroblob(1000000))`.execute(write);
  });
}

describe('an embedded database that is full', () => {
  it('says so, keeps nothing of the write, and writes again when there is room', async () => {
    await sql`pragma max_page_count = 50`.execute(database.read);
    const fault = await writeBoth().then(
      () => null,
      (error: unknown) => databaseFault(error),
    );
    expect(fault).toBe('full');
    expect(await rows()).toBe(0);
    await sql`pragma max_page_count = 100000`.execute(database.read);
    await writeBoth();
    expect(await rows()).toBe(2);
  });

  it('tells what was wrong where SQLite has rolled the write back by itself', async () => {
    await sql`create trigger broken before insert on page when length(new.bytes) > 100
      begin select raise(rollback, 'no room'); end`.execute(database.read);
    await expect(writeBoth()).rejects.toThrow('no room');
    expect(await rows()).toBe(0);
    await sql`drop trigger broken`.execute(database.read);
    await writeBoth();
    expect(await rows()).toBe(2);
  });
});

describe('an embedded database whose file is no longer the one that was opened', () => {
  const faultOf = async (task: Promise<unknown>) =>
    await task.then(
      () => null,
      (error: unknown) => databaseFault(error),
    );

  it('takes no write once the file was deleted, though SQLite would, and says that it is away', async () => {
    await database.probe();
    rmSync(join(folder, 'site.sqlite'));
    expect(await faultOf(writeBoth())).toBe('gone');
    expect(await faultOf(database.probe())).toBe('gone');
    // What was there can still be read by who has it open, and nothing has been added.
    expect(await rows()).toBe(0);
  });

  it('takes no write once another file bears its name', async () => {
    const file = join(folder, 'site.sqlite');
    copyFileSync(file, `${file}.copy`);
    renameSync(`${file}.copy`, file);
    expect(await faultOf(writeBoth())).toBe('gone');
  });

  it('takes no write once its folder was deleted', async () => {
    rmSync(folder, { recursive: true });
    expect(await faultOf(writeBoth())).toBe('gone');
  });
});
