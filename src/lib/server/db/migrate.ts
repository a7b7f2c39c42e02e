/** Brings a database to the present tables, under a lock; a migration is whole or has not happened. */
import { sql } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import type { Database, Dialect, Reader } from './database.ts';
import { up as facts } from './migrations/0001-facts.ts';
import { up as accounts } from './migrations/0002-accounts.ts';
import { up as submissions } from './migrations/0003-submissions.ts';
import { up as auditAndSettings } from './migrations/0004-audit-and-settings.ts';
import { up as quotasAndPlaces } from './migrations/0005-quotas-and-places.ts';
import { up as ledgers } from './migrations/0006-ledgers.ts';
import { up as takenBack } from './migrations/0007-taken-back.ts';
import { ownSchema, ownTables } from './own-tables.ts';
import { DatabaseUnavailable } from './unavailable.ts';

type Up = (db: Parameters<Migration['up']>[0], dialect: Dialect) => Promise<void>;

/** In the order they run. A name once released is never changed. */
const migrations: Readonly<Record<string, Up>> = {
  '0001-facts': facts,
  '0002-accounts': accounts,
  '0003-submissions': submissions,
  '0004-audit-and-settings': auditAndSettings,
  '0005-quotas-and-places': quotasAndPlaces,
  '0006-ledgers': ledgers,
  '0007-taken-back': takenBack,
};

/** The names of all migrations, in their order. */
export const migrationNames: readonly string[] = Object.keys(migrations);

/** The migrations a database has had, as far as it is one of ours; `null`: it has none of our tables. */
export async function appliedMigrations(read: Reader): Promise<readonly string[] | null> {
  const tables = await ownTables(read, { withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) {
    return tables.length === 0 ? [] : null;
  }
  const { rows } = await sql<{ name: string }>`
    select name from kysely_migration order by name`.execute(read);
  return rows.map(({ name }) => name);
}

/**
 * Runs the migrations that have not run yet and answers their names. Rejects where one fails, and with
 * `DatabaseUnavailable` where the database is another program's, or of a newer version of this one;
 * `address` is for its message.
 */
export async function migrate(
  { read, dialect }: Database,
  address = '',
): Promise<readonly string[]> {
  const applied = await appliedMigrations(read);
  // A PostgreSQL database may have tables of extensions beside ours; a file of ours has only ours.
  if (applied === null && dialect === 'sqlite') throw new DatabaseUnavailable('foreign', address);
  const unknown = applied?.filter((name) => !(name in migrations)) ?? [];
  if (unknown.length > 0) {
    throw new DatabaseUnavailable('newer', address, unknown.join(', '));
  }
  const schema = dialect === 'postgres' ? await ownSchema(read) : null;
  const migrator = new Migrator({
    db: read,
    // Left out, Kysely takes a table of that name in any schema for its own.
    ...(schema !== null && { migrationTableSchema: schema }),
    provider: {
      getMigrations: async () =>
        Object.fromEntries(
          Object.entries(migrations).map(([name, up]) => [
            name,
            { up: (db: Parameters<Migration['up']>[0]) => up(db, dialect) },
          ]),
        ),
    },
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error(String(error));
  return results.map(({ migrationName }) => migrationName);
}
