/** Opens the site's database, the embedded one or the one `DATABASE_URL` names, with present tables. */
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { isPostgres, sqlitePath } from './address.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite, type SqliteOptions } from './sqlite.ts';
import { asUnavailable } from './unavailable.ts';

/** The name of the embedded database in `VAR_DIR`. */
export const sqliteFile = 'forest-cities.sqlite';

/** A database by its address (address.ts). */
export function openDatabaseAt(address: string, options?: SqliteOptions): Database {
  return isPostgres(address) ? openPostgres(address) : openSqlite(sqlitePath(address), options);
}

/** The address of the database these settings name. */
export function databaseAddress({ databaseUrl, varDir }: Pick<Config, 'databaseUrl' | 'varDir'>) {
  return databaseUrl ?? join(varDir, sqliteFile);
}

/**
 * Opens and migrates. Rejects, with the database closed, where either fails: with
 * `DatabaseUnavailable`, one line for the person who starts the site, where the database is not there,
 * not ours, or newer than this program.
 */
export async function openDatabase(
  settings: Pick<Config, 'databaseUrl' | 'varDir'>,
  options?: SqliteOptions,
): Promise<Database> {
  return await openMigrated(databaseAddress(settings), options);
}

/** As `openDatabase`, by the address. */
export async function openMigrated(address: string, options?: SqliteOptions): Promise<Database> {
  const database = openDatabaseAt(address, options);
  try {
    await migrate(database, address);
    return database;
  } catch (error) {
    await database.close();
    throw asUnavailable(error, address);
  }
}
