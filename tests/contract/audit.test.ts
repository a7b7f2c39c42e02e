import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAuditLog, takesKey } from '../../src/lib/server/audit/append.ts';
import { verifyChain } from '../../src/lib/server/audit/verify.ts';
import type { Write } from '../../src/lib/server/db/database.ts';
import { entry, key, log, withRows } from './audit-rows.ts';
import { databases } from './databases.ts';

describe.each(databases)('the audit log in $name', ({ open }) => {
  it('starts empty and whole, and counts up from 1', async () => {
    const database = await open();
    expect(await verifyChain(database.read, key)).toEqual({ status: 'whole', rows: 0, last: null });
    await database.write((write) => log.append(write, entry('a')));
    await database.write((write) => log.append(write, entry('b')));
    const rows = await database.read.selectFrom('audit').selectAll().orderBy('seq').execute();
    expect(rows.map(({ seq, subject }) => [seq, subject])).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
    expect(rows[0]?.previous).toBe('0'.repeat(64));
    expect(rows[1]?.previous).toBe(rows[0]?.hash);
    const last = { seq: 2, hash: rows[1]?.hash };
    expect(await verifyChain(database.read, key)).toEqual({ status: 'whole', rows: 2, last });
  });

  it('is the same, bit for bit, whether rows are added together or one by one', async () => {
    const entries = Array.from({ length: 1203 }, (_, index) => entry(String(index)));
    const rowsOf = async (add: (write: Write) => Promise<void>) => {
      const database = await open();
      await database.write((write) => log.append(write, entry('first')));
      await database.write(add);
      expect(await verifyChain(database.read, key)).toMatchObject({ status: 'whole', rows: 1204 });
      return {
        rows: await database.read.selectFrom('audit').selectAll().orderBy('seq').execute(),
        seal: await database.read.selectFrom('audit_seal').selectAll().executeTakeFirst(),
      };
    };
    const together = await rowsOf((write) => log.appendAll(write, entries));
    const oneByOne = await rowsOf(async (write) => {
      for (const each of entries) await log.append(write, each);
    });
    expect(together).toEqual(oneByOne);
  });

  it('takes no entries as nothing to write', async () => {
    const database = await open();
    await database.write((write) => log.appendAll(write, []));
    expect(await verifyChain(database.read, key)).toEqual({ status: 'whole', rows: 0, last: null });
  });

  it('is whole whatever was written into it, in any script, with any character', async () => {
    const database = await open();
    const text = fc.string({ unit: 'binary' });
    const anyText = fc.oneof(
      text,
      fc.constantFrom('\ud800', 'a\0b', '廊坊', "'; drop table audit--"),
    );
    await fc.assert(
      fc.asyncProperty(anyText, anyText, fc.jsonValue(), async (name, subject, value) => {
        await database.write((write) =>
          log.append(write, {
            ...entry(subject),
            actor: { id: 'a', name },
            details: { value: value as never, [name]: subject },
          }),
        );
        expect(await verifyChain(database.read, key)).toMatchObject({ status: 'whole' });
      }),
      { numRuns: 60 },
    );
  });

  it('is one chain when many write at once', async () => {
    const database = await open();
    await Promise.all(
      Array.from({ length: 40 }, (_, row) =>
        database.write((write) => log.append(write, entry(String(row)))),
      ),
    );
    expect(await verifyChain(database.read, key)).toMatchObject({ status: 'whole', rows: 40 });
  });

  it('is found whole while others write', async () => {
    const database = await withRows(open, 1500);
    const writing = Promise.all(
      Array.from({ length: 60 }, (_, row) =>
        database.write((write) => log.append(write, entry(`later-${String(row)}`))),
      ),
    );
    for (let turn = 0; turn < 5; turn += 1) {
      expect(await verifyChain(database.read, key)).toMatchObject({ status: 'whole' });
    }
    await writing;
    expect(await verifyChain(database.read, key)).toMatchObject({ status: 'whole', rows: 1560 });
  });

  it('has no row of a write that did not happen', async () => {
    const database = await withRows(open, 2);
    const failing = database.write(async (write) => {
      await log.append(write, entry('3'));
      throw new Error('the disk is full');
    });
    await expect(failing).rejects.toThrow('the disk is full');
    await database.write((write) => log.append(write, entry('3')));
    expect(await verifyChain(database.read, key)).toMatchObject({ status: 'whole', rows: 3 });
  });

  it('is changed by nobody while the database refuses', async () => {
    const database = await withRows(open, 3);
    await expect(database.read.deleteFrom('audit').execute()).rejects.toThrow('append-only');
    await expect(
      database.read.updateTable('audit').set({ subject: 'x' }).where('seq', '=', 2).execute(),
    ).rejects.toThrow('append-only');
    expect(await verifyChain(database.read, key)).toMatchObject({ status: 'whole', rows: 3 });
  });

  it('takes no row with another key, and is not whole by another key', async () => {
    const database = await withRows(open, 3);
    const otherKey = new Uint8Array(32).fill(8);
    expect(await takesKey(database.read, key)).toBe(true);
    expect(await takesKey(database.read, otherKey)).toBe(false);
    const writing = database.write((write) => createAuditLog(otherKey).append(write, entry('4')));
    await expect(writing).rejects.toThrow('sealed with another key');
    expect(await verifyChain(database.read, otherKey)).toMatchObject({ status: 'broken', row: 1 });
    expect(await verifyChain(database.read, key)).toMatchObject({ status: 'whole', rows: 3 });
  });
});
