/** Whether an address (db/open.ts) is of PostgreSQL; else it is the path of an SQLite file. */
export function isPostgres(address: string): boolean {
  return /^postgres(ql)?:\/\//.test(address);
}
