import { sql } from 'kysely';
import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { takesKey } from '../../src/lib/server/audit/append.ts';
import { liftRefusal } from '../../src/lib/server/audit/forgery.ts';
import { tryTamperings } from '../../src/lib/server/audit/tampering-trial.ts';
import { verifyChain } from '../../src/lib/server/audit/verify.ts';
import type { Database, Write } from '../../src/lib/server/db/database.ts';
import { entry, key, log, withRows } from './audit-rows.ts';
import { databases } from './databases.ts';

async function tamper(database: Database, task: (write: Write) => Promise<unknown>) {
  await database.write(async (write) => {
    await liftRefusal(write, database.dialect);
    await task(write);
  });
}

describe.each(databases)('the audit log in $name', ({ open, dialect }) => {
  it('shows a cut end even after the site has written on', async () => {
    const database = await withRows(open, 5);
    await tamper(database, (write) => write.deleteFrom('audit').where('seq', '>', 3).execute());
    await database.write((write) => log.append(write, entry('6')));
    expect(await verifyChain(database.read, key)).toEqual({
      status: 'broken',
      rows: 3,
      kind: 'removed',
      row: 4,
    });
  });

  it('takes no row once its seal is gone', async () => {
    const database = await withRows(open, 2);
    expect(await takesKey((await open()).read, key)).toBe(true);
    await database.read.deleteFrom('audit_seal').execute();
    expect(await takesKey(database.read, key)).toBe(false);
    const writing = database.write((write) => log.append(write, entry('3')));
    await expect(writing).rejects.toThrow('seal of the audit log is missing');
  });

  it('of a site with facts is not whole when all of it is gone, seal and all', async () => {
    const database = await withRows(open, 2);
    await database.read
      .insertInto('site')
      .values({ id: 1, programme: 'p', prefecture: '131000', demonstration: 0, seeded_at: 'now' })
      .execute();
    await tamper(database, async (write) => {
      await write.deleteFrom('audit').execute();
      await write.deleteFrom('audit_seal').execute();
    });
    expect(await verifyChain(database.read, key)).toMatchObject({ kind: 'seal', seal: 'missing' });
  });

  it('put back to an older state, seal and all, differs from what was noted down', async () => {
    const database = await withRows(open, 3);
    const seal = await database.read.selectFrom('audit_seal').selectAll().executeTakeFirstOrThrow();
    await database.write((write) => log.append(write, entry('4')));
    const noted = await verifyChain(database.read, key);
    if (noted.status === 'broken' || !noted.last) throw new Error('expected a whole log');
    expect(await verifyChain(database.read, key, noted.last)).toEqual(noted);

    await tamper(database, async (write) => {
      await write.deleteFrom('audit').where('seq', '>', 3).execute();
      await write.updateTable('audit_seal').set(seal).execute();
    });
    expect(await verifyChain(database.read, key)).toMatchObject({ status: 'whole', rows: 3 });
    const answer = { status: 'broken', rows: 3, kind: 'rolled-back', row: 4 };
    expect(await verifyChain(database.read, key, noted.last)).toEqual(answer);
    await database.write((write) => log.append(write, entry('other')));
    expect(await verifyChain(database.read, key, noted.last)).toEqual(answer);
  });

  it.each<[what: string, task: (write: Write) => Promise<unknown>, answer: object]>([
    [
      'an altered name',
      (write) => write.updateTable('audit').set({ actor_name: 'x' }).where('seq', '=', 4).execute(),
      { kind: 'altered', row: 4 },
    ],
    [
      'a removed row',
      (write) => write.deleteFrom('audit').where('seq', '=', 4).execute(),
      { kind: 'removed', row: 4 },
    ],
    [
      'a removed last row',
      (write) => write.deleteFrom('audit').where('seq', '=', 9).execute(),
      { kind: 'removed', row: 9 },
    ],
    [
      'a removed row, the later ones renumbered',
      async (write) => {
        await write.deleteFrom('audit').where('seq', '=', 4).execute();
        for (const seq of [5, 6, 7, 8, 9]) await renumber(write, seq, seq - 1);
      },
      { kind: 'removed', row: 4 },
    ],
    [
      'a row of another number',
      (write) => renumber(write, 4, 70),
      { kind: 'moved', row: 4, place: 70 },
    ],
    [
      'a row put before the first',
      (write) => renumber(write, 4, 0),
      { kind: 'moved', row: 4, place: 0 },
    ],
    [
      'two rows swapped',
      async (write) => {
        await renumber(write, 4, 100);
        await renumber(write, 6, 4);
        await renumber(write, 100, 6);
      },
      { kind: 'moved', row: 4, place: 6 },
    ],
    ['an added last row', (write) => copyRow(write, 4, 10), { kind: 'inserted', row: 10 }],
    [
      'an added row before the first',
      (write) => copyRow(write, 4, -1),
      { kind: 'inserted', row: -1 },
    ],
    [
      'an added row, the later ones renumbered',
      async (write) => {
        for (const seq of [9, 8, 7, 6, 5, 4]) await renumber(write, seq, seq + 1);
        await copyRow(write, 2, 4);
      },
      { kind: 'inserted', row: 4 },
    ],
    [
      'a seal put back',
      async (write) => {
        const seal = await write.selectFrom('audit_seal').selectAll().executeTakeFirstOrThrow();
        await log.append(write, entry('10'));
        await write.updateTable('audit_seal').set(seal).execute();
      },
      { kind: 'seal', row: 10, seal: 'behind' },
    ],
    [
      'an altered seal',
      (write) => write.updateTable('audit_seal').set({ seq: 8 }).execute(),
      { kind: 'seal', row: 9, seal: 'altered' },
    ],
  ])('names %s', async (_what, task, answer) => {
    const database = await withRows(open, 9);
    await tamper(database, task);
    expect(await verifyChain(database.read, key)).toMatchObject({ status: 'broken', ...answer });
  });

  it.runIf(dialect === 'postgres')(
    'names a number borne twice, between two pages too',
    async () => {
      const database = await withRows(open, 1005);
      await tamper(database, async (write) => {
        await sql`alter table audit drop constraint audit_pkey`.execute(write);
        await copyRow(write, 1000, 1000);
      });
      expect(await verifyChain(database.read, key)).toEqual({
        status: 'broken',
        rows: 999,
        kind: 'inserted',
        row: 1000,
      });
    },
  );

  // `npm run audit-verify -- --self-test` tries 10,000.
  it('shows every tampering, and where it begins', async () => {
    const tamperings = dialect === 'sqlite' ? 480 : 96;
    const dice = (below: number) => randomInt(below);
    const trial = await tryTamperings({ database: await open(), rows: 200, tamperings, dice });
    expect(trial).toEqual({ tamperings, found: tamperings, named: tamperings, faults: [] });
  }, 180_000);
});

async function renumber(write: Write, from: number, to: number): Promise<void> {
  await write.updateTable('audit').set({ seq: to }).where('seq', '=', from).execute();
}

/** A copy of a row under another number, its hash altered as far as the table demands. */
async function copyRow(write: Write, from: number, to: number): Promise<void> {
  const row = await write
    .selectFrom('audit')
    .selectAll()
    .where('seq', '=', from)
    .executeTakeFirstOrThrow();
  await write
    .insertInto('audit')
    .values({ ...row, seq: to, hash: `${row.hash.slice(1)}x` })
    .execute();
}
