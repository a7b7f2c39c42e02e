/** The tables of a database that are in our place in it. */
import { sql, type TableMetadata } from 'kysely';
import type { Reader } from './database.ts';

/**
 * Tables and views of the schema that names without one mean; SQLite has no schemas. A PostgreSQL
 * database may hold another program's in others, of the same names too.
 */
export async function ownTables(
  read: Reader,
  options?: { readonly withInternalKyselyTables: boolean },
): Promise<readonly TableMetadata[]> {
  const found = await read.introspection.getTables(options);
  if (found.every(({ schema }) => schema === undefined)) return found;
  const own = await ownSchema(read);
  return found.filter(({ schema }) => schema === own);
}

/** On PostgreSQL: the schema that new tables go into; `null`: the `search_path` names none there is. */
export async function ownSchema(read: Reader): Promise<string | null> {
  const { rows } = await sql<{ own: string | null }>`select current_schema() as own`.execute(read);
  return rows[0]?.own ?? null;
}
