/** PostgreSQL, for sites that run one already or need more than one instance. */
import { AbortedTransactionError, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { CommitUnanswered, type Database } from './database.ts';
import type { Schema } from './schema.ts';

/** Any number of our own: writers of this site, and of no other program, meet at it. */
const writeLock = 0x66_6f_72_65;

/** Ordinals and counts are `bigint`, which pg gives as text; ours stay far below 2^53. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format as 'text');

/** The server itself said no, and is there; `57P…` is its farewell (SQLSTATE, class 57). */
function isRefusal(error: unknown): boolean {
  if (error instanceof AbortedTransactionError) return true;
  return error instanceof pg.DatabaseError && !error.code?.startsWith('57P');
}

/** A pool of connections to `url`. Connects when first used. */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5000,
    statement_timeout: 30_000,
    lock_timeout: 10_000,
    types: { getTypeParser },
  });
  // Unheard, a connection that breaks would end the process. One that breaks while idle the pool
  // replaces; amid a task the pool does not listen, and the task's own statements are refused.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const read = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return {
    dialect: 'postgres',
    read,
    write: async (task) => {
      let isDone = false;
      try {
        return await read.transaction().execute(async (write) => {
          await sql`select pg_advisory_xact_lock(${sql.lit(writeLock)})`.execute(write);
          const value = await task(write);
          isDone = true;
          return value;
        });
      } catch (error) {
        throw isDone && !isRefusal(error) ? new CommitUnanswered(error) : error;
      }
    },
    snapshot: (task) =>
      read
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(task),
    probe: async () => {
      await sql`select 1`.execute(read);
    },
    close: () => read.destroy(),
  };
}
