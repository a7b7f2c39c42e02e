/** The one port to the database, whichever it is. */
import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';

export type Dialect = 'sqlite' | 'postgres';

/** Inside a write: the whole site has one writer at a time. */
export type Write = Transaction<Schema>;

/** Kysely for reading; a `Write` is one too. */
export type Reader = Kysely<Schema>;

/** The connection was lost at the commit: what was written may stand, all of it, or nothing does. */
export class CommitUnanswered extends Error {
  override readonly name = 'CommitUnanswered';
  /** Told by its code, as the databases' own errors are: the office and the pages are built apart. */
  readonly code = 'COMMIT_UNANSWERED';

  constructor(cause: unknown) {
    super(
      '与数据库的连接在保存时中断，不能确定是否已写入 / the connection was lost at the commit: the write may stand, or not',
      { cause },
    );
  }
}

export interface Database {
  readonly dialect: Dialect;
  readonly read: Reader;
  /**
   * Runs `task` in a transaction that holds the site's write lock from its first statement, and
   * commits what it did: all of it, or, where it rejects, nothing; only a `CommitUnanswered` leaves
   * open which. Writes of all processes and
   * instances follow one another, so what was read inside is still true at the commit. Inside, use
   * only the `write` that is handed in: SQLite has one connection, and `read` would wait for itself.
   */
  write<T>(task: (write: Write) => Promise<T>): Promise<T>;
  /**
   * Runs `task` so that all its statements see one state, however much is written meanwhile. It
   * cannot write. Inside, use only the reader that is handed in.
   */
  snapshot<T>(task: (read: Reader) => Promise<T>): Promise<T>;
  /** Rejects where nothing could be written now, because the database is away. */
  probe(): Promise<void>;
  close(): Promise<void>;
}
