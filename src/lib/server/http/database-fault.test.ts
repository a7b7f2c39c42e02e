import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { databaseFault } from './database-fault.ts';

/** What the task throws. */
async function thrownBy(task: () => unknown): Promise<unknown> {
  try {
    await task();
  } catch (error) {
    return error;
  }
  return null;
}

const place = () => join(mkdtempSync(join(tmpdir(), 'fault-')), 'site.sqlite');

describe('a database that does not answer', () => {
  it('is full, where SQLite may grow no further', async () => {
    const database = new Sqlite(place());
    database.exec('create table t (x text)');
    database.pragma('max_page_count = 3');
    const error = await thrownBy(() =>
      database.prepare('insert into t values (?)').run('x'.repeat(100_000)),
    );
    database.close();
    expect(databaseFault(error)).toBe('full');
  });

  it('is locked, where another writer does not let go', async () => {
    const path = place();
    const [one, other] = [new Sqlite(path), new Sqlite(path, { timeout: 1 })];
    one.exec('create table t (x text); begin immediate');
    const error = await thrownBy(() => other.exec('begin immediate'));
    one.close();
    other.close();
    expect(databaseFault(error)).toBe('locked');
  });

  it('is gone, where it was closed or its file is no database', async () => {
    const closed = new Sqlite(place());
    closed.close();
    expect(databaseFault(await thrownBy(() => closed.exec('select 1')))).toBe('gone');
    expect(databaseFault(await thrownBy(() => new Sqlite('/proc/none/site.sqlite')))).toBe(null);
    expect(
      databaseFault(
        await thrownBy(() =>
          new Sqlite(import.meta.filename, { readonly: true }).exec('select * from t'),
        ),
      ),
    ).toBe('gone');
  });

  it('is gone, where nobody listens at the address of PostgreSQL', async () => {
    const port = await new Promise<number>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
      });
    });
    const client = new pg.Client({ host: '127.0.0.1', port });
    expect(databaseFault(await thrownBy(() => client.connect()))).toBe('gone');
  });

  it('is found behind what was made of its error', () => {
    const inner = Object.assign(new Error('terminating'), { code: '57P01' });
    expect(databaseFault(new Error('could not sign in', { cause: inner }))).toBe('gone');
    expect(databaseFault(new AggregateError([new Error('x'), inner]))).toBe('gone');
  });

  it('is not what a fault of ours is', () => {
    const constraint = Object.assign(new Error('UNIQUE'), { code: 'SQLITE_CONSTRAINT_UNIQUE' });
    expect(
      [new TypeError('x is not a function'), constraint, 'text', null].map((error) =>
        databaseFault(error),
      ),
    ).toEqual([null, null, null, null]);
  });
});
