import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/lib/server/db/database.ts';
import { migrate } from '../../src/lib/server/db/migrate.ts';
import { appendFacts } from '../../src/lib/server/facts/append-facts.ts';
import { readFacts } from '../../src/lib/server/facts/read-facts.ts';
import { copyDatabase, isEqual } from '../../src/lib/server/operations/copy-database.ts';
import { readTables } from '../../src/lib/server/operations/tables.ts';
import { databases } from './databases.ts';
import { fillEveryTable } from './fill-every-table.ts';
import { openSeeded, verifyLog } from './site.ts';

const ways = databases.flatMap((from) =>
  databases.map((to) => ({ name: `${from.name} to ${to.name}`, from, to })),
);

async function rowsOf({ read, dialect }: Database) {
  const counts: Record<string, number> = {};
  for (const { name } of await readTables(read, dialect)) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.id(name)}`.execute(
      read,
    );
    counts[name] = rows[0]?.n ?? 0;
  }
  return counts;
}

describe.each(ways)('a copy from $name', ({ from, to }) => {
  it('holds every row of every table, and proves it', async () => {
    const source = await openSeeded(from);
    await fillEveryTable(source);
    const counts = await rowsOf(source);
    expect(Object.entries(counts).filter(([, rows]) => rows === 0)).toEqual([]);
    const target = await to.open();
    const copied = await copyDatabase(source, target);
    expect(copied.status).toBe('copied');
    expect(await rowsOf(target)).toEqual(counts);
    expect(await readFacts(target.read)).toEqual(await readFacts(source.read));
    expect(await verifyLog(target.read)).toBeNull();
    if (copied.status !== 'copied') return;
    expect(copied.tables.every(isEqual)).toBe(true);
    expect(
      Object.fromEntries(copied.tables.map(({ to: { table, rows } }) => [table, rows])),
    ).toEqual(counts);
  });

  it('goes on counting where the source was', async () => {
    const source = await openSeeded(from);
    const target = await to.open();
    await copyDatabase(source, target);
    const last = (database: Database) =>
      database.read
        .selectFrom('source')
        .select(({ fn }) => fn.max('ordinal').as('ordinal'))
        .executeTakeFirstOrThrow();
    const before = await last(source);
    const fact = { id: 'next', title: '通知', publisher: '市局' };
    await target.write((write) => appendFacts(write, { sources: [fact] }, null));
    expect((await last(target)).ordinal).toBe(before.ordinal + 1);
  });

  it('is refused where the target has rows, and leaves them', async () => {
    const [source, target] = [await openSeeded(from), await openSeeded(to)];
    const counts = await rowsOf(target);
    expect(await copyDatabase(source, target)).toMatchObject({
      status: 'not-empty',
      tables: expect.arrayContaining(['event', 'site', 'audit']),
    });
    expect(await rowsOf(target)).toEqual(counts);
  });

  it('is refused where the target has other tables', async () => {
    const [source, target] = [await openSeeded(from), await to.open(await to.fresh())];
    expect(await copyDatabase(source, target)).toMatchObject({ status: 'other-version', to: [] });
  });

  it('is undone where a row arrives otherwise than it was', async () => {
    const [source, target] = [await openSeeded(from), await to.open()];
    // Somebody's trigger in the target changes what is written.
    await (
      to.dialect === 'sqlite'
        ? sql`create trigger bend after insert on setting begin
              update setting set value = 'bent' where name = new.name; end`
        : sql`do $do$ begin
              create function bend() returns trigger language plpgsql as
                $$ begin new.value = 'bent'; return new; end $$;
              create trigger bend before insert on setting for each row execute function bend();
            end $do$`
    ).execute(target.read);
    const setting = { name: 'idleMinutes', value: '30', version: 1, updated_at: '2026-01-01' };
    await source.write((write) => write.insertInto('setting').values(setting).execute());
    const copied = await copyDatabase(source, target);
    expect(copied.status).toBe('mismatch');
    if (copied.status !== 'mismatch') return;
    expect(copied.tables.filter((table) => !isEqual(table)).map((table) => table.to.table)).toEqual(
      ['setting'],
    );
    expect(Object.values(await rowsOf(target)).every((rows) => rows === 0)).toBe(true);
  });

  it('is of one moment, whatever is written meanwhile', async () => {
    const address = await from.fresh();
    const [source, other] = [await from.open(address), await from.open(address)];
    await migrate(source);
    await openSeeded(from, address);
    let isDone = false;
    let written = 0;
    const writing = (async () => {
      while (!isDone) {
        const id = `W${written}`;
        const fact = { id, title: '通知', publisher: '市局' };
        const report = {
          division: '131082',
          track: 'national',
          completeTo: '2026-01-01',
          recordedAt: '2026-02-01T00:00:00Z',
          source: id,
        };
        await other.write((write) =>
          appendFacts(write, { sources: [fact], reporting: [report] }, null),
        );
        written += 1;
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    })();
    const target = await to.open();
    const copied = await copyDatabase(source, target);
    isDone = true;
    await writing;
    expect(copied.status).toBe('copied');
    expect(written).toBeGreaterThan(0);
    const { sources, reporting } = await readFacts(target.read);
    const ids = (all: readonly string[]) => all.filter((id) => id.startsWith('W'));
    expect(ids(sources.map(({ id }) => id))).toEqual(ids(reporting.map(({ source: id }) => id)));
  });
});
