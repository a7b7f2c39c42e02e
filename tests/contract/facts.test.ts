import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Status } from '../../src/lib/domain/status.ts';
import { anyStatus } from '../../src/lib/export/arbitrary-status.ts';
import { realData } from '../../src/lib/server/data/data-copy.ts';
import { readDataDirectory } from '../../src/lib/server/data/read-data-directory.ts';
import { appendFacts } from '../../src/lib/server/facts/append-facts.ts';
import { readFacts } from '../../src/lib/server/facts/read-facts.ts';
import { databases } from './databases.ts';

function factsOf(directory: string): Status {
  const read = readDataDirectory(directory);
  if (read.status === 'invalid') throw new Error('the data of the repository do not validate');
  const { sources, statements, events, reporting, quotas, places } = read.site.data.status;
  return { sources, statements, events, reporting, quotas, places };
}

describe.each(databases)('the facts in $name', ({ open }) => {
  it.each(['data', 'data/demo'])('are those of %s, to the order of the members', async (name) => {
    const facts = factsOf(name === 'data' ? realData : `${realData}/demo`);
    const database = await open();
    await database.write((write) => appendFacts(write, facts, null));
    const read = await readFacts(database.read);
    expect(read).toEqual(facts);
    expect(JSON.stringify(read)).toBe(JSON.stringify(facts));
  });

  it('are, for any log, what was written', async () => {
    const databaseOf = await open();
    await fc.assert(
      fc.asyncProperty(anyStatus, async (status) => {
        // Rolled back, so that the next log finds the database empty.
        const told = await databaseOf
          .write(async (write) => {
            await appendFacts(write, status, null);
            throw new Answer(await readFacts(write));
          })
          .catch((error: unknown) => (error instanceof Answer ? error.status : error));
        expect(told).toEqual(status);
      }),
      { numRuns: 100 },
    );
  });
});

class Answer extends Error {
  readonly status: Status;

  constructor(status: Status) {
    super('rolled back');
    this.status = status;
  }
}
