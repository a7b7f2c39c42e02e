import { setTimeout as wait } from 'node:timers/promises';
import { expect, inject, it } from 'vitest';
import { openDatabaseAt } from '../../src/lib/server/db/open.ts';
import { databaseTrouble } from '../../src/lib/server/db/readiness.ts';
import { severable } from './severable.ts';

it('tells in time that a silent PostgreSQL is not ready, with one connection, and that it is again', async () => {
  const direct = new URL(inject('postgres'));
  const way = await severable(direct.hostname, Number(direct.port));
  const through = new URL(direct);
  through.port = String(way.port);
  const database = openDatabaseAt(through.href);
  try {
    expect(await databaseTrouble(database, 5000)).toBeNull();
    way.freeze();
    const before = performance.now();
    // More than the pool has connections: another probe for each would leave none for anybody else.
    const told = await Promise.all(
      Array.from({ length: 20 }, () => databaseTrouble(database, 200)),
    );
    for (const trouble of told) expect(String(trouble)).toContain('in 200 ms');
    expect(performance.now() - before).toBeLessThan(1500);
    expect(way.connections).toBe(1);
    way.thaw();
    const deadline = performance.now() + 5000;
    while ((await databaseTrouble(database, 200)) && performance.now() < deadline) await wait(50);
    expect(await databaseTrouble(database, 200)).toBeNull();
  } finally {
    await database.close();
    await way.close();
  }
});
