/** A site that is backed up, and what is written into it meanwhile. */
import type { Database } from '../../src/lib/server/db/database.ts';
import { migrate } from '../../src/lib/server/db/migrate.ts';
import { appendFacts } from '../../src/lib/server/facts/append-facts.ts';
import { backup } from '../../src/lib/server/operations/backup.ts';
import type { DatabaseUnderTest } from './databases.ts';
import { audit, now, openSeeded, verifyLog } from './site.ts';

/** A backup of the site at this address, into this file. */
export const back = (address: string, file: string) =>
  backup({ address, file, verifyLog, audit, now });

export async function openSite(under: DatabaseUnderTest) {
  const address = await under.fresh();
  await migrate(await under.open(address));
  return { address, database: await openSeeded(under, address) };
}

/** A source and a report that names it, with a row of the log: all three or none. */
export async function record(database: Database, number: number): Promise<void> {
  const id = `W${number}`;
  await database.write(async (write) => {
    await appendFacts(
      write,
      {
        sources: [{ id, title: '通知', publisher: '市局' }],
        reporting: [
          {
            division: '131082',
            track: 'national',
            completeTo: '2026-01-01',
            recordedAt: '2026-02-01T00:00:00Z',
            source: id,
          },
        ],
      },
      null,
    );
    const at = new Date(now()).toISOString();
    await audit.append(write, { at, actor: null, action: 'reporting.confirmed', subject: id });
  });
}
