import BetterSqlite from 'better-sqlite3';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { openDatabase, openMigrated } from '../../src/lib/server/db/open.ts';
import { DatabaseUnavailable, placeOf } from '../../src/lib/server/db/unavailable.ts';
import { temporaryFolder } from './databases.ts';

/** What a person who starts the site is told. */
async function told(opening: Promise<unknown>): Promise<DatabaseUnavailable> {
  const error = await opening.then(
    () => 'it opened',
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DatabaseUnavailable);
  const unavailable = error as DatabaseUnavailable;
  expect(unavailable.message).toMatch(/^\p{Script=Han}.* \/ .*: /u);
  expect(unavailable.message).not.toContain('\n');
  return unavailable;
}

function postgresWith(change: (url: URL) => void): string {
  const url = new URL(inject('postgres'));
  change(url);
  return url.href;
}

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listening(answer: (port: number) => string): Promise<string> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return answer(address.port);
}

describe('a PostgreSQL that cannot be used is told in one line, without the password', () => {
  it.each([
    ['no server', 'unreachable', (url: URL) => (url.port = '1')],
    ['no such host', 'unreachable', (url: URL) => (url.hostname = 'nowhere.invalid')],
    ['a wrong password', 'access', (url: URL) => (url.password = 'guessed-wrong')],
    ['an unknown user', 'access', (url: URL) => (url.username = 'nobody-here')],
    ['no such database', 'missing', (url: URL) => (url.pathname = '/not-there')],
  ])('%s', async (_name, reason, change) => {
    const address = postgresWith(change);
    const { password } = new URL(address);
    const unavailable = await told(
      openDatabase({ databaseUrl: address, varDir: temporaryFolder() }),
    );
    expect(unavailable.reason).toBe(reason);
    expect(unavailable.message).toContain(placeOf(address));
    expect(unavailable.message).not.toContain(password);
  });

  it('a server that never answers', { timeout: 20_000 }, async () => {
    const address = await listening((port) => `postgres://u:p@127.0.0.1:${port}/site`);
    expect((await told(openMigrated(address))).reason).toBe('unreachable');
  });
});

describe('an SQLite file that cannot be used is told in one line', () => {
  it('no database but a text', async () => {
    const path = join(temporaryFolder(), 'site.sqlite');
    writeFileSync(path, 'a text that is no database '.repeat(100));
    const unavailable = await told(openMigrated(path));
    expect(unavailable.reason).toBe('not-a-database');
    expect(unavailable.message).toContain(path);
  });

  it('a database of another program', async () => {
    const path = join(temporaryFolder(), 'site.sqlite');
    const other = new BetterSqlite(path);
    other.exec('create table song (title text)');
    other.close();
    expect((await told(openMigrated(`file:${path}`))).reason).toBe('foreign');
    const kept = new BetterSqlite(path, { readonly: true });
    expect(kept.prepare('select name from sqlite_master').pluck().all()).toEqual(['song']);
    kept.close();
  });

  it('a folder that is a file', async () => {
    const path = join(temporaryFolder(), 'var');
    writeFileSync(path, '');
    expect((await told(openDatabase({ databaseUrl: null, varDir: path }))).reason).toBe(
      'unwritable',
    );
  });

  it('a path that is a folder', async () => {
    const path = join(temporaryFolder(), 'site.sqlite');
    mkdirSync(path);
    expect((await told(openMigrated(path))).reason).toBe('unwritable');
  });

  // Rights do not hold root back.
  it.skipIf(process.getuid?.() === 0)('a folder without the right to write', async () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o555);
    expect((await told(openDatabase({ databaseUrl: null, varDir: folder }))).reason).toBe(
      'unwritable',
    );
    chmodSync(folder, 0o755);
  });

  it('none where one must be', async () => {
    const path = join(temporaryFolder(), 'site.sqlite');
    expect((await told(openMigrated(path, { mustExist: true }))).reason).toBe('missing');
  });

  it('a database that somebody holds on to', { timeout: 20_000 }, async () => {
    const path = join(temporaryFolder(), 'site.sqlite');
    const holder = new BetterSqlite(path);
    holder.exec('create table kysely_migration (name text, timestamp text)');
    holder.exec('begin exclusive');
    expect((await told(openMigrated(path))).reason).toBe('busy');
    holder.exec('rollback');
    holder.close();
  });
});
