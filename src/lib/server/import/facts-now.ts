/** The facts a ledger is matched with, and a stamp that changes whenever they do. */
import type { ProgrammeData } from '../../domain/programme-data.ts';
import type { Database, Reader } from '../db/database.ts';
import { readFacts } from '../facts/read-facts.ts';

/** Events and reporting are append-only: their newest rows say whether anything was added. */
export async function stampOf(read: Reader): Promise<string> {
  const newest = (table: 'event' | 'reporting' | 'statement') =>
    read
      .selectFrom(table)
      .select(({ fn }) => fn.max('ordinal').as('newest'))
      .executeTakeFirstOrThrow();
  const stamps = [await newest('event'), await newest('reporting'), await newest('statement')].map(
    (row) => String(row.newest ?? 0),
  );
  return stamps.join(' ');
}

/** The data with the facts of the database; places and proposals, which no ledger asks for, left out. */
export async function factsNow(
  database: Database,
  data: ProgrammeData,
): Promise<{ readonly data: ProgrammeData; readonly stamp: string }> {
  return database.snapshot(async (read) => {
    const status = await readFacts(read);
    const known = { ...data, status: { ...status, places: [] }, proposals: [] };
    return { data: known, stamp: await stampOf(read) };
  });
}
