/** What is wrong in the log of a desk. */
import { checkStatus } from '../../src/lib/server/data/check-status.ts';
import { readFacts } from '../../src/lib/server/facts/read-facts.ts';
import type { Desk } from './submissions-desk.ts';

/** Every fault of the log as it stands in the database. */
export async function faultsOfLog({ database, data }: Desk) {
  const { programme, divisions } = data();
  return checkStatus(await readFacts(database.read), programme, divisions);
}
