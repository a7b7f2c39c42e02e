/** Whether the database answers, told in time even where it is silent. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from './database.ts';

const asked = new WeakMap<Database, Promise<boolean>>();

/** However many ask, one probe is under way: those of a silent database would use up its connections. */
function probed(database: Database): Promise<boolean> {
  const underWay = asked.get(database);
  if (underWay) return underWay;
  const probe = database
    .probe()
    .then(
      () => true,
      () => false,
    )
    .finally(() => asked.delete(database));
  asked.set(database, probe);
  return probe;
}

/** `false` where the database is away, or has not answered within so many milliseconds. */
export async function isReady(database: Database, within: number): Promise<boolean> {
  return await Promise.race([probed(database), wait(within, false, { ref: false })]);
}
