/**
 * The two databases the site runs on, for suites that hold for both:
 * `describe.each(databases)('$name', ({ open }) => …)`. What a test file opens is closed and
 * removed after its last test.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import type { Database, Dialect } from '../../src/lib/server/db/database.ts';
import { migrate } from '../../src/lib/server/db/migrate.ts';
import { openDatabaseAt } from '../../src/lib/server/db/open.ts';

export interface DatabaseUnderTest {
  readonly name: 'SQLite' | 'PostgreSQL';
  readonly dialect: Dialect;
  /** The address of a new database without any table. */
  fresh(): Promise<string>;
  /** A new database with all tables and no row; or the one at `address`, as it is. */
  open(address?: string): Promise<Database>;
}

const cleanings: (() => Promise<unknown>)[] = [];

afterAll(async () => {
  // The last opened first: connections before the database or folder they are to.
  for (const clean of cleanings.reverse()) await clean();
});

/** A folder that lasts as long as the test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'contract-'));
  cleanings.push(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function freshPostgres(): Promise<string> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name}`);
  cleanings.push(() => onServer(`drop database ${name} with (force)`));
  const url = new URL(inject('postgres'));
  url.pathname = `/${name}`;
  return url.href;
}

async function freshSqlite(): Promise<string> {
  return join(temporaryFolder(), 'site.sqlite');
}

function openWith(fresh: () => Promise<string>) {
  return async (address?: string): Promise<Database> => {
    const database = openDatabaseAt(address ?? (await fresh()));
    cleanings.push(() => database.close());
    if (address === undefined) await migrate(database);
    return database;
  };
}

export const databases: readonly DatabaseUnderTest[] = [
  { name: 'SQLite', dialect: 'sqlite', fresh: freshSqlite, open: openWith(freshSqlite) },
  { name: 'PostgreSQL', dialect: 'postgres', fresh: freshPostgres, open: openWith(freshPostgres) },
];
