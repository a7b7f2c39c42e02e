/** The tables of a database as it is, whatever migrations made them: columns, order, rows in batches. */
import { sql } from 'kysely';
import type { Dialect, Reader } from '../db/database.ts';
import { ownTables } from '../db/own-tables.ts';

export interface Table {
  readonly name: string;
  /** By name, in order. */
  readonly columns: readonly string[];
  /** Columns of bytes: a row may be large. */
  readonly hasBytes: boolean;
}

export type Row = Readonly<Record<string, unknown>>;

/** All tables but those of the migrations, each after those its foreign keys name. */
export async function readTables(read: Reader, dialect: Dialect): Promise<readonly Table[]> {
  const found = await ownTables(read);
  const tables = found
    .filter(({ isView }) => !isView)
    .map(({ name, columns }) => ({
      name,
      columns: columns.map((column) => column.name).sort(),
      hasBytes: columns.some(({ dataType }) => /^(blob|bytea)$/i.test(dataType)),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return inOrder(tables, await readReferences(read, dialect));
}

interface Reference {
  readonly from: string;
  readonly to: string;
}

async function readReferences(read: Reader, dialect: Dialect): Promise<readonly Reference[]> {
  const query =
    dialect === 'sqlite'
      ? sql<Reference>`
          select t.name as "from", f."table" as "to"
          from sqlite_master as t, pragma_foreign_key_list(t.name) as f where t.type = 'table'`
      : sql<Reference>`
          select a.relname as "from", b.relname as "to" from pg_constraint as c
          join pg_class as a on a.oid = c.conrelid join pg_class as b on b.oid = c.confrelid
          where c.contype = 'f' and a.relnamespace = current_schema()::regnamespace`;
  const { rows } = await query.execute(read);
  return rows;
}

function inOrder(tables: readonly Table[], references: readonly Reference[]): readonly Table[] {
  const ordered: Table[] = [];
  const visited = new Set<string>();
  const visit = (table: Table) => {
    if (visited.has(table.name)) return;
    visited.add(table.name);
    for (const { from, to } of references) {
      const needed = from === table.name && tables.find(({ name }) => name === to);
      if (needed) visit(needed);
    }
    ordered.push(table);
  };
  for (const table of tables) visit(table);
  return ordered;
}

/** Rows held in memory at once; of a table with bytes, few. */
function batchSize({ hasBytes }: Table): number {
  return hasBytes ? 4 : 500;
}

/**
 * Every row of the table, some at a time. To be read within one snapshot or write: the place to go on
 * from is physical (SQLite's `rowid`, a cursor of PostgreSQL).
 */
export async function* readRows(
  read: Reader,
  dialect: Dialect,
  table: Table,
): AsyncGenerator<readonly Row[]> {
  const columns = sql.join(table.columns.map((column) => sql.id(column)));
  const size = sql.lit(batchSize(table));
  const from = sql.id(table.name);
  if (dialect === 'postgres') {
    await sql`declare rows_of_table no scroll cursor for select ${columns} from ${from}`.execute(
      read,
    );
    for (;;) {
      const { rows } = await sql<Row>`fetch forward ${size} from rows_of_table`.execute(read);
      if (rows.length === 0) break;
      yield rows;
    }
    await sql`close rows_of_table`.execute(read);
    return;
  }
  let last = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const { rows } = await sql<Row & { readonly place_in_table: number }>`
      select rowid as place_in_table, ${columns} from ${from}
      where rowid > ${last} order by rowid limit ${size}`.execute(read);
    if (rows.length === 0) return;
    last = rows.at(-1)?.place_in_table ?? last;
    yield rows.map(({ place_in_table: _place, ...row }) => row);
  }
}
