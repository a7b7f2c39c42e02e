/** Moves a whole site from one database to another, SQLite or PostgreSQL, and proves that it arrived. */
import { sql } from 'kysely';
import type { Database, Reader, Write } from '../db/database.ts';
import { appliedMigrations } from '../db/migrate.ts';
import { createDigester, type TableDigest } from './table-digest.ts';
import { readRows, readTables, type Row, type Table } from './tables.ts';

export interface CopiedTable {
  readonly from: TableDigest;
  readonly to: TableDigest;
}

export type CopyResult =
  /** Counts and hashes are equal, table by table. */
  | { readonly status: 'copied'; readonly tables: readonly CopiedTable[] }
  /** They are not; nothing was kept. */
  | { readonly status: 'mismatch'; readonly tables: readonly CopiedTable[] }
  /** The target has rows in these tables; nothing was written. */
  | { readonly status: 'not-empty'; readonly tables: readonly string[] }
  /** The two have not had the same migrations: start this version on the older one first. */
  | {
      readonly status: 'other-version';
      readonly from: readonly string[];
      readonly to: readonly string[];
    };

export interface CopyOptions {
  /** Copy and prove, then undo it all. */
  readonly dryRun?: boolean;
}

/** Bound values of one insert: SQLite takes 32,766, PostgreSQL 65,535. */
const valuesAtOnce = 8000;

/**
 * Copies every row of every table, as one moment of `from`, in one transaction of `to`, which must be
 * migrated and empty.
 */
export async function copyDatabase(
  from: Database,
  to: Database,
  { dryRun = false }: CopyOptions = {},
): Promise<CopyResult> {
  const versions = {
    from: (await appliedMigrations(from.read)) ?? [],
    to: (await appliedMigrations(to.read)) ?? [],
  };
  if (versions.from.join() !== versions.to.join()) return { status: 'other-version', ...versions };
  return await from
    .snapshot((source) =>
      to.write(async (target) => {
        const tables = await readTables(target, to.dialect);
        const filled = await tablesWithRows(target, tables);
        if (filled.length > 0) return { status: 'not-empty', tables: filled } as const;
        const copied: CopiedTable[] = [];
        for (const table of tables) {
          const digest = await copyTable(source, from, target, table);
          copied.push({ from: digest, to: await digestOf(target, to, table) });
        }
        if (to.dialect === 'postgres') await raiseIdentities(target);
        if (dryRun || !copied.every(isEqual)) throw new Undo(copied);
        return { status: 'copied', tables: copied } as const;
      }),
    )
    .catch((error: unknown) => {
      // Thrown to undo the write; told as an answer.
      if (!(error instanceof Undo)) throw error;
      const { tables } = error;
      return { status: tables.every(isEqual) ? 'copied' : 'mismatch', tables } as const;
    });
}

class Undo extends Error {
  readonly tables: readonly CopiedTable[];

  constructor(tables: readonly CopiedTable[]) {
    super('The copy is undone.');
    this.tables = tables;
  }
}

export function isEqual({ from, to }: CopiedTable): boolean {
  return from.rows === to.rows && from.sha256 === to.sha256;
}

async function tablesWithRows(read: Reader, tables: readonly Table[]): Promise<readonly string[]> {
  const filled: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql`select 1 from ${sql.id(name)} limit 1`.execute(read);
    if (rows.length > 0) filled.push(name);
  }
  return filled;
}

async function copyTable(
  source: Reader,
  { dialect }: Database,
  target: Write,
  table: Table,
): Promise<TableDigest> {
  const digester = createDigester(table.name, table.columns);
  for await (const rows of readRows(source, dialect, table)) {
    digester.add(rows);
    const size = Math.max(1, Math.floor(valuesAtOnce / table.columns.length));
    for (let start = 0; start < rows.length; start += size) {
      await insert(target, table, rows.slice(start, start + size));
    }
  }
  return digester.result();
}

async function insert(target: Write, { name, columns }: Table, rows: readonly Row[]) {
  const names = sql.join(columns.map((column) => sql.id(column)));
  const values = rows.map(
    (row) => sql`(${sql.join(columns.map((column) => storableValue(row[column])))})`,
  );
  await sql`insert into ${sql.id(name)} (${names}) values ${sql.join(values)}`.execute(target);
}

/** What either driver can bind: PostgreSQL reads a truth value and an instant from these too. */
function storableValue(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString();
  return value;
}

async function digestOf(read: Reader, { dialect }: Database, table: Table): Promise<TableDigest> {
  const digester = createDigester(table.name, table.columns);
  for await (const rows of readRows(read, dialect, table)) digester.add(rows);
  return digester.result();
}

/** The next number the database gives is above every number that was copied. */
async function raiseIdentities(target: Write): Promise<void> {
  const { rows } = await sql<{ table: string; column: string; sequence: string }>`
    select table_name as "table", column_name as "column",
      pg_get_serial_sequence(quote_ident(table_name), column_name) as "sequence"
    from information_schema.columns
    where table_schema = current_schema()
      and pg_get_serial_sequence(quote_ident(table_name), column_name) is not null`.execute(target);
  for (const { table, column, sequence } of rows) {
    await sql`
      select setval(${sequence}::regclass, coalesce(max(${sql.id(column)}), 1),
        max(${sql.id(column)}) is not null)
      from ${sql.id(table)}`.execute(target);
  }
}
