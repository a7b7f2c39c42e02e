/** The facts a ledger is matched with, and a stamp that changes whenever they do. */
import type { Day } from '../../domain/date.ts';
import type { ProgrammeData } from '../../domain/programme-data.ts';
import type { Reader } from '../db/database.ts';
import { readFacts } from '../facts/read-facts.ts';

export interface LedgerFacts {
  /** Places and proposals, which no ledger asks for, are left out. */
  readonly data: ProgrammeData;
  /** Today in Asia/Shanghai. */
  readonly today: Day;
}

/** Events and reporting are append-only: their newest rows say whether anything was added. */
export async function ledgerStamp(read: Reader, today: Day): Promise<string> {
  const newest = (table: 'event' | 'reporting' | 'statement') =>
    read
      .selectFrom(table)
      .select(({ fn }) => fn.max('ordinal').as('newest'))
      .executeTakeFirstOrThrow();
  const stamps = [await newest('event'), await newest('reporting'), await newest('statement')].map(
    (row) => String(row.newest ?? 0),
  );
  return [today, ...stamps].join(' ');
}

/** The data with the facts of the database. Several statements: to be read in one snapshot. */
export async function ledgerFacts(
  read: Reader,
  data: ProgrammeData,
  today: Day,
): Promise<{ readonly facts: LedgerFacts; readonly stamp: string }> {
  const status = await readFacts(read);
  const known = { ...data, status: { ...status, places: [] }, proposals: [] };
  return { facts: { data: known, today }, stamp: await ledgerStamp(read, today) };
}
