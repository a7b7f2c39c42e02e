/** One file that holds the whole site as it was at one moment, made while writes go on. */
import BetterSqlite from 'better-sqlite3';
import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { AuditLog } from '../audit/append.ts';
import type { AuditEntry } from '../audit/audit.ts';
import { isPostgres, sqlitePath } from '../db/address.ts';
import { openDatabaseAt, openMigrated } from '../db/open.ts';
import { openSqlite } from '../db/sqlite.ts';
import { asUnavailable } from '../db/unavailable.ts';
import { copyDatabase } from './copy-database.ts';
import { verifySite, type SiteFault, type VerifyLog } from './verify-site.ts';
import { putInPlace, removeSqlite } from './whole-file.ts';

export type BackupResult =
  | { readonly status: 'written' }
  /** There is a file of that name; it was left alone. */
  | { readonly status: 'exists' }
  /** The database itself is not sound: there is nothing to back up. */
  | { readonly status: 'broken'; readonly fault: SiteFault };

/** All pages at once: nothing a writer does meanwhile makes the copy begin again. */
const allPages = 0x7fff_ffff;

export interface BackupOptions {
  /** The site's database: db/open.ts. */
  readonly address: string;
  readonly file: string;
  readonly verifyLog: VerifyLog;
  /** The site's log: who keeps a copy of everything is written down. */
  readonly audit: AuditLog;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Writes the site at `address` to the SQLite file `file`: SQLite by its own online backup, PostgreSQL as
 * a copy that is proved table by table. The file is checked, the site's log told of it, and only then
 * does it bear its name. Rejects with `DatabaseUnavailable` where the database, which takes the row of
 * the log, or the place of the file cannot be used.
 */
export async function backup({
  address,
  file,
  verifyLog,
  audit,
  now,
}: BackupOptions): Promise<BackupResult> {
  if (existsSync(file)) return { status: 'exists' };
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.unfinished`);
  try {
    try {
      mkdirSync(dirname(file), { recursive: true });
      removeSqlite(temporary);
    } catch (error) {
      throw asUnavailable(error, file);
    }
    await (isPostgres(address) ? copyPostgres : copySqlite)(address, temporary);
    const written = openSqlite(temporary);
    try {
      const verified = await verifySite(written, verifyLog);
      if (verified.status === 'broken') return verified;
    } finally {
      await written.close();
    }
    intoOneFile(temporary);
    await record(address, audit, {
      at: new Date(now()).toISOString(),
      actor: null,
      action: 'site.backed-up',
      details: { by: 'command-line', file: resolve(file) },
    });
    return { status: putInPlace(temporary, file) ? 'written' : 'exists' };
  } finally {
    removeSqlite(temporary);
  }
}

/** Adds the row to the log of the site, whose tables are those that were just verified. */
async function record(address: string, audit: AuditLog, entry: AuditEntry): Promise<void> {
  const database = openDatabaseAt(address, { mustExist: true });
  try {
    await database.write((write) => audit.append(write, entry));
  } catch (error) {
    throw asUnavailable(error, address);
  } finally {
    await database.close();
  }
}

async function copySqlite(address: string, temporary: string): Promise<void> {
  const path = sqlitePath(address);
  let source: BetterSqlite.Database | undefined;
  try {
    source = new BetterSqlite(path, { readonly: true, fileMustExist: true, timeout: 5000 });
    await source.backup(temporary, { progress: () => allPages });
  } catch (error) {
    throw existsSync(path) ? asUnavailable(error, address) : asUnavailable(missing(), address);
  } finally {
    source?.close();
  }
}

function missing(): Error {
  return Object.assign(new Error('There is no such file.'), { code: 'ENOENT' });
}

async function copyPostgres(address: string, temporary: string): Promise<void> {
  const source = await openMigrated(address);
  try {
    const target = await openMigrated(temporary);
    try {
      const copied = await copyDatabase(source, target);
      // A difference here is a fault of ours, never of whoever asked for the backup.
      if (copied.status !== 'copied') throw new Error(`The copy failed: ${copied.status}.`);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** Without a write-ahead log beside it, the file can be carried about and read from anywhere. */
export function intoOneFile(path: string): void {
  const database = new BetterSqlite(path);
  try {
    database.pragma('journal_mode = DELETE');
  } finally {
    database.close();
  }
}
