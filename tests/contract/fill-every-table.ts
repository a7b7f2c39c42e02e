/**
 * A row in every table that has none, made from the columns the database itself tells of: a table that a
 * later migration adds is copied and backed up in these tests without being named here.
 */
import { sql } from 'kysely';
import type { Database, Dialect, Write } from '../../src/lib/server/db/database.ts';
import { readTables, type Table } from '../../src/lib/server/operations/tables.ts';

interface ReferringColumn {
  readonly from: string;
  readonly table: string;
  readonly to: string;
}

async function referencesOf(write: Write, dialect: Dialect, table: string) {
  const query =
    dialect === 'sqlite'
      ? sql<ReferringColumn>`select "from", "table", "to" from pragma_foreign_key_list(${table})`
      : sql<ReferringColumn>`
          select a.attname as "from", c.confrelid::regclass::text as "table", b.attname as "to"
          from pg_constraint as c
          join pg_attribute as a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
          join pg_attribute as b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
          where c.contype = 'f' and c.conrelid = ${table}::regclass`;
  return (await query.execute(write)).rows;
}

async function isEmpty(write: Write, table: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.id(table)} limit 1`.execute(write);
  return rows.length === 0;
}

/** Texts with what a copy could spoil: Chinese, a quote, a line end, a character beyond 16 bits. */
const text = `廊坊 “'\\\n𠮷`;

/** Read back as what it says: no other text can stand for it. */
const geometry = JSON.stringify({ type: 'Point', coordinates: [116.7012345, 39.5] });

async function valuesOf(write: Write, dialect: Dialect, table: Table) {
  const described = await write.introspection.getTables();
  const columns = described.find(({ name }) => name === table.name)?.columns ?? [];
  const references = await referencesOf(write, dialect, table.name);
  const values: (readonly [string, unknown])[] = [];
  for (const { name, dataType, isNullable } of columns) {
    const reference = references.find(({ from }) => from === name);
    if (reference) {
      const { rows } = await sql<{ key: unknown }>`
        select ${sql.id(reference.to)} as key from ${sql.id(reference.table)} limit 1`.execute(
        write,
      );
      values.push([name, rows[0]?.key]);
    } else if (/int/i.test(dataType)) values.push([name, 1]);
    else if (/blob|bytea/i.test(dataType)) values.push([name, Buffer.from([0, 255, 39, 10])]);
    else if (name === 'geometry') values.push([name, geometry]);
    else values.push([name, isNullable && name < 'd' ? null : text]);
  }
  return values;
}

export async function fillEveryTable(database: Database): Promise<void> {
  await database.write(async (write) => {
    for (const table of await readTables(write, database.dialect)) {
      if (!(await isEmpty(write, table.name))) continue;
      const values = await valuesOf(write, database.dialect, table);
      const names = sql.join(values.map(([name]) => sql.id(name)));
      const row = sql.join(values.map(([, value]) => value));
      await sql`insert into ${sql.id(table.name)} (${names}) values (${row})`.execute(write);
    }
  });
}
