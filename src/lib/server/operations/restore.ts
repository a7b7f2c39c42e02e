/** Puts a backup into an empty place, and lets nothing be served from it that was not checked. */
import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isPostgres, sqlitePath } from '../db/address.ts';
import type { Database } from '../db/database.ts';
import { openMigrated } from '../db/open.ts';
import { openSqlite } from '../db/sqlite.ts';
import { asUnavailable, DatabaseUnavailable } from '../db/unavailable.ts';
import type { SiteIdentity } from '../facts/seed.ts';
import { intoOneFile } from './backup.ts';
import { copyDatabase } from './copy-database.ts';
import { verifySite, type SiteFault, type VerifyLog } from './verify-site.ts';
import { putInPlace, removeSqlite } from './whole-file.ts';

export type RestoreResult =
  | { readonly status: 'restored'; readonly site: SiteIdentity }
  /** With `dryRun`: it would be. */
  | { readonly status: 'restorable'; readonly site: SiteIdentity }
  /** There is a site already; it was left alone. */
  | { readonly status: 'not-empty' }
  | { readonly status: 'broken'; readonly fault: SiteFault };

export interface RestoreOptions {
  readonly file: string;
  /** Where to: db/open.ts. */
  readonly address: string;
  readonly verifyLog: VerifyLog;
  /** Check the backup and the place, and put nothing there. */
  readonly dryRun?: boolean;
  /** For the copy that is checked; on the disk of the target where that is a file. */
  readonly workFolder: string;
}

/**
 * Checks a copy of the backup, brings its tables up to this version, checks its log, and only then puts
 * its rows in place by a proved copy: into PostgreSQL, or into a new SQLite file. The tables and
 * triggers are this program's own; what else was slipped into the file stays behind. Rejects with
 * `DatabaseUnavailable` where the file is no database or newer than this program, or the place cannot
 * be used.
 */
export async function restore({
  file,
  address,
  verifyLog,
  dryRun = false,
  workFolder,
}: RestoreOptions): Promise<RestoreResult> {
  const path = sqlitePath(address);
  const isFile = !isPostgres(address);
  if (isFile && isTaken(path)) return { status: 'not-empty' };
  if (!existsSync(file) || !statSync(file).isFile()) throw new DatabaseUnavailable('missing', file);
  const folder = isFile ? dirname(path) : workFolder;
  const copy = join(folder, `.${basename(file)}.${process.pid}.restoring`);
  const fresh = `${copy}.new`;
  try {
    try {
      mkdirSync(folder, { recursive: true });
      removeSqlite(copy);
      removeSqlite(fresh);
      copyFileSync(file, copy);
    } catch (error) {
      throw asUnavailable(error, folder);
    }
    const verified = await prepare(copy, file, verifyLog);
    if (verified.status === 'broken') return verified;
    const { site } = verified;
    const filled = await fill(isFile ? fresh : address, copy, dryRun);
    if (!filled) return { status: 'not-empty' };
    if (isFile && !dryRun) {
      intoOneFile(fresh);
      if (!putInPlace(fresh, path)) return { status: 'not-empty' };
    }
    return { status: dryRun ? 'restorable' : 'restored', site };
  } finally {
    removeSqlite(copy);
    removeSqlite(fresh);
  }
}

/** A log left behind by a database that is gone would be played into the new one. */
function isTaken(path: string): boolean {
  return existsSync(path) || existsSync(`${path}-wal`);
}

/** Pages first: nothing is migrated in a file that is damaged or another program's. */
async function prepare(copy: string, file: string, verifyLog: VerifyLog) {
  const raw = open(copy, file);
  try {
    const sound = await verifySite(raw, async () => null);
    if (sound.status === 'broken') return sound;
  } finally {
    await raw.close();
  }
  const migrated = await openMigrated(copy).catch((error: unknown) => {
    throw error instanceof DatabaseUnavailable
      ? new DatabaseUnavailable(error.reason, file, '', error)
      : error;
  });
  try {
    return await verifySite(migrated, verifyLog);
  } finally {
    await migrated.close();
  }
}

/** Faults are told of the backup, not of the copy. */
function open(copy: string, file: string): Database {
  try {
    return openSqlite(copy);
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable)) throw error;
    throw new DatabaseUnavailable(error.reason, file, '', error);
  }
}

/** Whether the copy is, or with `dryRun` could be, in the database now; `false`: that has rows. */
async function fill(address: string, copy: string, dryRun: boolean): Promise<boolean> {
  const [source, target] = [openSqlite(copy), await openMigrated(address)];
  try {
    const copied = await copyDatabase(source, target, { dryRun });
    if (copied.status === 'not-empty') return false;
    if (copied.status === 'copied') return true;
    throw new Error(`The copy failed: ${copied.status}.`);
  } finally {
    await source.close();
    await target.close();
  }
}
