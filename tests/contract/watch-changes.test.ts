import { sql } from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import { migrate } from '../../src/lib/server/db/migrate.ts';
import { announceChange, watchChanges } from '../../src/lib/server/live/watch-changes.ts';
import { databases } from './databases.ts';
import { severable } from './severable.ts';

const patience = { timeout: 5000, interval: 20 };

describe.each(databases)('changes made by others, on $name', ({ dialect, fresh, open }) => {
  /** Two connections to one database, the first of which is watched. */
  async function pair() {
    const address = await fresh();
    const ours = await open(address);
    await migrate(ours, address);
    return { address, ours, other: await open(address) };
  }

  async function setSomething(database: Awaited<ReturnType<typeof open>>, value: string) {
    await database.write((write) =>
      write
        .insertInto('setting')
        .values({ name: value, value, version: 1, updated_at: '2026-01-01T00:00:00.000Z' })
        .execute(),
    );
    await announceChange(database);
  }

  it('are heard, one after another', async () => {
    const { address, ours, other } = await pair();
    const heard = vi.fn();
    const changes = await watchChanges(ours, address, heard);
    // SQLite is looked at twice a second: the first look is what later ones are compared with.
    await new Promise((resolve) => setTimeout(resolve, 600));
    for (const value of ['a', 'b']) {
      heard.mockClear();
      await setSomething(other, value);
      await vi.waitFor(() => expect(heard).toHaveBeenCalled(), patience);
    }
    await changes.stop();
    heard.mockClear();
    await setSomething(other, 'c');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(heard).not.toHaveBeenCalled();
  });

  it.runIf(dialect === 'postgres')(
    'are heard again after the connection broke, and once for what was missed',
    async () => {
      const { address, ours, other } = await pair();
      const heard = vi.fn();
      const changes = await watchChanges(ours, address, heard);
      await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query like 'listen %'
          and pid <> pg_backend_pid()`.execute(other.read);
      await vi.waitFor(() => expect(heard).toHaveBeenCalled(), patience);
      heard.mockClear();
      await setSomething(other, 'd');
      await vi.waitFor(() => expect(heard).toHaveBeenCalled(), patience);
      await changes.stop();
    },
  );

  it.runIf(dialect === 'postgres')(
    'are heard by one connection, however long the server was away',
    async () => {
      const { address, ours, other } = await pair();
      const through = new URL(address);
      const way = await severable(through.hostname, Number(through.port));
      through.port = String(way.port);
      const heard = vi.fn();
      const changes = await watchChanges(ours, through.href, heard);
      try {
        await way.sever();
        await new Promise((resolve) => setTimeout(resolve, 2500));
        await way.mend();
        await vi.waitFor(() => expect(heard).toHaveBeenCalled(), patience);
        // Others that had tried to connect as well would have by now.
        await new Promise((resolve) => setTimeout(resolve, 700));
        const { rows } = await sql`
          select pid from pg_stat_activity
          where datname = current_database() and query like 'listen %'
            and pid <> pg_backend_pid()`.execute(other.read);
        expect(rows).toHaveLength(1);
        heard.mockClear();
        await setSomething(other, 'e');
        await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1), patience);
      } finally {
        await changes.stop();
        await way.close();
      }
    },
  );
});
