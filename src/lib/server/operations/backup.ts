/** One file that holds the whole site as it was at one moment, made while writes go on. */
import BetterSqlite from 'better-sqlite3';
import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { openMigrated } from '../db/open.ts';
import { openSqlite } from '../db/sqlite.ts';
import { asUnavailable } from '../db/unavailable.ts';
import { copyDatabase } from './copy-database.ts';
import { isPostgres } from './address.ts';
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

/**
 * Writes the site at `address` to the SQLite file `file`: SQLite by its own online backup, PostgreSQL as
 * a copy that is proved table by table. The file is checked, and bears its name only then. Rejects with
 * `DatabaseUnavailable` where the database or the place of the file cannot be used.
 */
export async function backup(
  address: string,
  file: string,
  verifyLog: VerifyLog,
): Promise<BackupResult> {
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
    return { status: putInPlace(temporary, file) ? 'written' : 'exists' };
  } finally {
    removeSqlite(temporary);
  }
}

async function copySqlite(address: string, temporary: string): Promise<void> {
  const path = address.replace(/^file:/, '');
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
