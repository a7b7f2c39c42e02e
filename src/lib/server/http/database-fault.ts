/** Tells a database that is full, locked or gone from a fault of ours: the first may be tried again. */

export type DatabaseFault =
  | 'full'
  | 'locked'
  | 'gone'
  /** Gone at the commit: the write may stand. */
  | 'unsure';

/** Our own (db/database.ts), SQLite (sqlite.org/rescode.html) and PostgreSQL (SQLSTATE, appendix A of its manual). */
const codes: readonly (readonly [RegExp, DatabaseFault])[] = [
  [/^COMMIT_UNANSWERED$/, 'unsure'],
  [/^(?:SQLITE_FULL|53100|53200)$/, 'full'],
  [/^(?:SQLITE_BUSY|SQLITE_LOCKED)(?:_|$)|^(?:55P03|40001|40P01|57014)$/, 'locked'],
  [/^SQLITE_(?:IOERR|CANTOPEN|READONLY|CORRUPT|NOTADB|PERM)(?:_|$)/, 'gone'],
  [/^(?:08|57P0|53)[0-9A-Z]+$/, 'gone'],
  [/^(?:ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|EPIPE)$/, 'gone'],
];

/** Faults that carry no code: better-sqlite3 after `close()`, and `pg` and its pool. */
const messages =
  /database connection is not open|connection terminated|encountered a connection error|timeout exceeded when trying to connect|cannot use a pool after/i;

/** `null`: the error is about something else. Looks through `cause` and the errors of an aggregate. */
export function databaseFault(error: unknown, depth = 0): DatabaseFault | null {
  if (!(error instanceof Error) || depth > 4) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = codes.find(([pattern]) => pattern.test(code))?.[1];
  if (known) return known;
  if (messages.test(error.message)) return 'gone';
  const inner = error instanceof AggregateError ? error.errors : [error.cause];
  for (const each of inner) {
    const fault = databaseFault(each, depth + 1);
    if (fault) return fault;
  }
  return null;
}
