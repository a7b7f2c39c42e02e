/** A read-modify-write that loses an update wherever two of them overlap. */
import type { Database } from '../../src/lib/server/db/database.ts';

export async function countUp(database: Database): Promise<void> {
  await database.write(async (write) => {
    const { version } = await write
      .selectFrom('setting')
      .where('name', '=', 'counter')
      .select('version')
      .executeTakeFirstOrThrow();
    // Another writer, if it could, would come in here.
    await new Promise((resolve) => setTimeout(resolve, 1));
    await write
      .updateTable('setting')
      .where('name', '=', 'counter')
      .set({ version: version + 1 })
      .execute();
  });
}

export async function startCounter(database: Database): Promise<void> {
  const updated_at = '2026-03-01T00:00:00.000Z';
  await database.write((write) =>
    write
      .insertInto('setting')
      .values({ name: 'counter', value: '', version: 0, updated_at })
      .execute(),
  );
}

export async function readCounter({ read }: Database): Promise<number> {
  const row = await read.selectFrom('setting').select('version').executeTakeFirstOrThrow();
  return row.version;
}
