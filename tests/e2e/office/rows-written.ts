/** How many rows there are of what an action writes: all of it moves, or nothing. */
import { openDatabaseAt } from '../../../src/lib/server/db/open.ts';

const tables = ['submission', 'submission_revision', 'submission_step', 'audit', 'ledger'] as const;
export type RowsWritten = Readonly<Record<(typeof tables)[number], number>>;

/** Of the database at this address, as anybody else reads it. */
export async function rowsWritten(address: string): Promise<RowsWritten> {
  const database = openDatabaseAt(address);
  try {
    const counts: [string, number][] = [];
    for (const table of tables) {
      const { rows } = await database.read
        .selectFrom(table)
        .select((of) => of.fn.countAll().as('rows'))
        .executeTakeFirstOrThrow();
      counts.push([table, Number(rows)]);
    }
    return Object.fromEntries(counts) as RowsWritten;
  } finally {
    await database.close();
  }
}
