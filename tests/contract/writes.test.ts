import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../src/lib/server/db/migrate.ts';
import { appendFacts } from '../../src/lib/server/facts/append-facts.ts';
import { readFacts } from '../../src/lib/server/facts/read-facts.ts';
import { databaseFault } from '../../src/lib/server/http/database-fault.ts';
import { countUp, readCounter, startCounter } from './count-up.ts';
import { databases } from './databases.ts';
import { runProcess } from './run-process.ts';
import { severable } from './severable.ts';

const source = { id: 'S1', title: '通知', publisher: '市局' };
const another = { ...source, id: 'S2' };

describe.each(databases)('writes to $name', ({ open, fresh, dialect }) => {
  it('follow one another: a hundred at once lose nothing', async () => {
    const database = await open();
    await startCounter(database);
    await Promise.all(Array.from({ length: 100 }, () => countUp(database)));
    expect(await readCounter(database)).toBe(100);
  });

  it('of several processes follow one another too', async () => {
    const address = await fresh();
    const database = await open(address);
    await migrate(database);
    await startCounter(database);
    const others = [1, 2, 3].map(() =>
      runProcess('tests/contract/processes/count-up.ts', [address, '40']),
    );
    for (let time = 0; time < 40; time += 1) await countUp(database);
    const ended = await Promise.all(others);
    expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual(ended.map(() => [0, '']));
    expect(await readCounter(database)).toBe(160);
  });

  it('that fail leave nothing', async () => {
    const database = await open();
    const failing = database.write(async (write) => {
      await appendFacts(write, { sources: [source] }, null);
      throw new Error('lost heart');
    });
    await expect(failing).rejects.toThrow('lost heart');
    // The second fact is refused by the database itself.
    const refused = database.write((write) =>
      appendFacts(write, { sources: [source, source] }, null),
    );
    await expect(refused).rejects.toThrow(/unique|append-only/i);
    expect((await readFacts(database.read)).sources).toEqual([]);
    await database.write((write) => appendFacts(write, { sources: [source] }, null));
    expect((await readFacts(database.read)).sources).toEqual([source]);
  });

  it('do not show in a snapshot that had begun, and none can be made in one', async () => {
    const address = await fresh();
    const [database, other] = [await open(address), await open(address)];
    await migrate(database);
    const seen = await database.snapshot(async (read) => {
      const before = await readFacts(read);
      await other.write((write) => appendFacts(write, { sources: [source] }, null));
      return { before, after: await readFacts(read) };
    });
    expect(seen.after).toEqual(seen.before);
    expect((await readFacts(database.read)).sources).toEqual([source]);
    const write = database.snapshot((read) => sql`delete from setting`.execute(read));
    await expect(write).rejects.toThrow(/read.?only/i);
    // The connection is as it was.
    await database.write((task) => task.deleteFrom('setting').execute());
  });

  it.runIf(dialect === 'postgres').each([
    ['between two statements', false],
    ['while a statement runs', true],
  ])('whose connection is lost %s fail alone, as a database that is gone', async (_when, busy) => {
    const address = await fresh();
    const [database, other] = [await open(address), await open(address)];
    await migrate(database);
    const lost = database.write(async (write) => {
      await appendFacts(write, { sources: [source] }, null);
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(write);
      const [pid] = rows.map((row) => row.pid);
      const end = async () => {
        await sql`select pg_terminate_backend(${pid}, 10000)`.execute(other.read);
        // What the server said last has reached us.
        await new Promise((resolve) => setTimeout(resolve, 100));
      };
      if (busy) await Promise.all([sql`select pg_sleep(30)`.execute(write), end()]);
      else await end();
      await appendFacts(write, { sources: [another] }, null);
    });
    const error = await lost.catch((reason: unknown) => reason);
    expect(databaseFault(error), String(error)).toBe('gone');
    expect((await readFacts(other.read)).sources).toEqual([]);
    // The pool has taken another connection.
    await database.write((write) => appendFacts(write, { sources: [source] }, null));
    expect((await readFacts(database.read)).sources).toEqual([source]);
  });

  it.runIf(dialect === 'postgres')(
    'whose commit is not answered fail as ones that may stand',
    async () => {
      const direct = new URL(await fresh());
      const way = await severable(direct.hostname, Number(direct.port));
      const through = new URL(direct);
      through.port = String(way.port);
      const [database, other] = [await open(through.href), await open(direct.href)];
      await migrate(other);
      const lost = database.write(async (write) => {
        await appendFacts(write, { sources: [source] }, null);
        way.loseAnswerTo('commit');
      });
      const error = await lost.catch((reason: unknown) => reason);
      expect(databaseFault(error), String(error)).toBe('unsure');
      expect((await readFacts(other.read)).sources).toEqual([source]);
      // One that the database refuses at the commit does not stand, and says so.
      await sql`create function refuse() returns trigger language plpgsql as $$
        begin raise exception 'refused at the end' using errcode = '53100'; end $$`.execute(
        other.read,
      );
      await sql`create constraint trigger refuse after insert on source deferrable initially deferred
        for each row execute function refuse()`.execute(other.read);
      const refused = database.write((write) => appendFacts(write, { sources: [another] }, null));
      const fault = await refused.catch((reason: unknown) => reason);
      expect(databaseFault(fault), String(fault)).toBe('full');
      expect((await readFacts(other.read)).sources).toEqual([source]);
      await way.close();
    },
  );

  it('give numbers as numbers', async () => {
    const database = await open();
    await database.write((write) => appendFacts(write, { sources: [source] }, null));
    const row = await database.read.selectFrom('source').select('ordinal').executeTakeFirst();
    expect(row).toEqual({ ordinal: 1 });
    const { rows } = await sql<{ n: number }>`select count(*) as n from source`.execute(
      database.read,
    );
    expect(rows).toEqual([{ n: 1 }]);
  });
});
