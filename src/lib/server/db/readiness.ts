/** Whether the database answers, told in time even where it is silent. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from './database.ts';

const asked = new WeakMap<Database, Promise<unknown>>();

/** However many ask, one probe is under way: those of a silent database would use up its connections. */
function probed(database: Database): Promise<unknown> {
  const underWay = asked.get(database);
  if (underWay) return underWay;
  const probe = database
    .probe()
    .then(
      () => null,
      (error: unknown) => error,
    )
    .finally(() => asked.delete(database));
  asked.set(database, probe);
  return probe;
}

/** `null`: the database answers. Else what is wrong with it, at the latest after so many milliseconds. */
export async function databaseTrouble(database: Database, within: number): Promise<unknown> {
  const silence = wait(within, undefined, { ref: false }).then(
    () => new Error(`数据库没有回应 / no answer from the database in ${within} ms`),
  );
  return await Promise.race([probed(database), silence]);
}
