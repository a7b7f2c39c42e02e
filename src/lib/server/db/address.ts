/** The address of a database: `postgres://…`, else `file:PATH` or the path of an SQLite file. */

/** Whether it is of PostgreSQL. */
export function isPostgres(address: string): boolean {
  return /^postgres(ql)?:\/\//.test(address);
}

/** The path of the file, where the address is of SQLite. */
export function sqlitePath(address: string): string {
  return address.replace(/^file:/, '');
}
