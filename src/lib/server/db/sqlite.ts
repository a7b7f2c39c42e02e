/** The embedded database: one file, one connection, every commit on the disk before it is answered. */
import BetterSqlite from 'better-sqlite3';
import {
  CompiledQuery,
  Kysely,
  sql,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
} from 'kysely';
import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database, Reader } from './database.ts';
import type { Schema } from './schema.ts';
import { asUnavailable, DatabaseUnavailable } from './unavailable.ts';

/** Milliseconds a write waits for another process (a command line) to finish its own. */
const busyTimeout = 5000;

/** A transaction takes the write lock when it begins: one begun by reading could fail to get it later. */
class ImmediateDriver extends SqliteDriver {
  readonly #database: BetterSqlite.Database;
  readonly #refuseIfMoved: () => void;

  constructor(database: BetterSqlite.Database, refuseIfMoved: () => void) {
    super({ database });
    this.#database = database;
    this.#refuseIfMoved = refuseIfMoved;
  }

  /**
   * SQLite itself rolls back where the disk is full or fails (sqlite.org/lang_transaction.html, §3);
   * to do it again would throw, and hide what had happened.
   */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    this.#refuseIfMoved();
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class TransactionalAdapter extends SqliteAdapter {
  /** SQLite can, Kysely does not use it: a migration is whole or has not happened. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #database: BetterSqlite.Database;
  readonly #refuseIfMoved: () => void;

  constructor(database: BetterSqlite.Database, refuseIfMoved: () => void) {
    super({ database });
    this.#database = database;
    this.#refuseIfMoved = refuseIfMoved;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#database, this.#refuseIfMoved);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

export interface SqliteOptions {
  /** Refuse where there is no file yet, instead of making one. */
  readonly mustExist?: boolean;
}

/** Everything `task` reads is of one moment; a write in it fails. */
async function snapshotOf<T>(read: Reader, task: (read: Reader) => Promise<T>): Promise<T> {
  return await read.connection().execute(async (connection) => {
    await sql`pragma query_only = on`.execute(connection);
    // Deferred: it takes no write lock, and the first statement fixes what is seen.
    await sql`begin`.execute(connection);
    try {
      return await task(connection);
    } finally {
      await sql`rollback`.execute(connection);
      await sql`pragma query_only = off`.execute(connection);
    }
  });
}

/** Which file it is, whatever its name; `null` where there is none. */
function identityOf(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev}/${found.ino}` : null;
}

/**
 * Throws where another file, or none, now bears the name: SQLite would go on writing to the one it has
 * open, and all of it would be gone at the next start. The code is SQLite's own for this
 * (sqlite.org/rescode.html), which it does not look for in WAL mode.
 */
function refusalIfMoved(file: string): () => void {
  const opened = identityOf(file);
  return () => {
    if (identityOf(file) === opened) return;
    throw new BetterSqlite.SqliteError(
      '数据库文件已被删除或替换，须重新启动 / the database file was deleted or replaced: start again',
      'SQLITE_READONLY_DBMOVED',
    );
  };
}

/**
 * Opens the database file, making it and its folder where they are missing. Throws
 * `DatabaseUnavailable` where it cannot.
 */
export function openSqlite(file: string, { mustExist = false }: SqliteOptions = {}): Database {
  const connection = connect(file, mustExist);
  const refuseIfMoved = refusalIfMoved(file);
  const read = new Kysely<Schema>({ dialect: new ImmediateDialect(connection, refuseIfMoved) });
  return {
    dialect: 'sqlite',
    read,
    write: (task) => read.transaction().execute(task),
    snapshot: (task) => snapshotOf(read, task),
    probe: async () => {
      refuseIfMoved();
      await sql`select 1`.execute(read);
    },
    close: async () => {
      await read.destroy();
      // Kysely closes what it has used; a connection nobody used is still open.
      connection.close();
    },
  };
}

function connect(file: string, mustExist: boolean): BetterSqlite.Database {
  if (mustExist && !existsSync(file)) throw new DatabaseUnavailable('missing', file);
  let connection: BetterSqlite.Database | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // Password hashes and documents are nobody else's on this machine; the WAL takes the same rights.
    closeSync(openSync(file, 'a', 0o600));
    connection = new BetterSqlite(file, { timeout: busyTimeout });
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    connection.pragma('trusted_schema = OFF');
    return connection;
  } catch (error) {
    connection?.close();
    throw asUnavailable(error, file);
  }
}
