import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { programmeSchema, type Programme } from '../../src/lib/domain/programme.ts';
import { statusSchema, type Status } from '../../src/lib/domain/status.ts';
import type { Proposal } from '../../src/lib/domain/submission.ts';
import { realData } from '../../src/lib/server/data/data-copy.ts';
import type { Database } from '../../src/lib/server/db/database.ts';
import { appendFacts } from '../../src/lib/server/facts/append-facts.ts';
import { databaseSource } from '../../src/lib/server/facts/database-source.ts';
import { seed } from '../../src/lib/server/facts/seed.ts';
import { fileSource, InvalidDataError } from '../../src/lib/server/file-source.ts';
import { databases, temporaryFolder } from './databases.ts';
import { audit, now, openSeeded, verifyLog } from './site.ts';

const demoData = `${realData}/demo`;
const recordedAt = '2027-03-01T09:00:00.000Z';

async function submit(
  database: Database,
  id: string,
  state: 'draft' | 'submitted',
  stages: readonly string[],
) {
  await database.write(async (write) => {
    await write
      .insertInto('submission')
      .values({
        id,
        division: '131082',
        state,
        awaiting: state === 'submitted' ? 'city' : null,
        version: stages.length,
        author: 'clerk',
        created_at: recordedAt,
        updated_at: recordedAt,
      })
      .execute();
    for (const [index, stage] of stages.entries()) {
      const proposal: Proposal = {
        changes: [
          { kind: 'reached', division: '131082', track: 'provincial', stage, effective: '2026-02' },
        ],
        reporting: [],
      };
      await write
        .insertInto('submission_revision')
        .values({
          submission: id,
          version: index + 1,
          proposal: JSON.stringify(proposal),
          author: 'clerk',
          saved_at: recordedAt,
        })
        .execute();
    }
  });
}

describe.each(databases)('the first start on $name', (under) => {
  it('takes the facts of the directory over, with a row in the log', async () => {
    const database = await under.open();
    expect(await seed(database, realData, audit, now)).toEqual({ status: 'seeded' });
    const files = await fileSource(realData).read();
    const log = await database.read.selectFrom('audit').selectAll().execute();
    expect(log).toMatchObject([{ seq: 1, action: 'site.seeded', actor: null }]);
    expect(JSON.parse(log[0]?.details ?? '')).toEqual({
      sources: files.data.status.sources.length,
      statements: files.data.status.statements.length,
      events: files.data.status.events.length,
      reporting: files.data.status.reporting.length,
      quotas: files.data.status.quotas.length,
      places: files.data.status.places.length,
      version: files.version,
    });
    expect(await verifyLog(database.read)).toBeNull();
  });

  it('happens once: what the directory says later changes nothing', async () => {
    const database = await openSeeded(under);
    const before = await databaseSource(database, realData).read();
    const copied = await withCopy(
      async (directory) => {
        expect(await seed(database, directory, audit, now)).toEqual({ status: 'present' });
        return await databaseSource(database, directory).read();
      },
      (status) => status.events.pop(),
    );
    expect(copied).toEqual(before);
    const log = await database.read.selectFrom('audit').select('seq').execute();
    expect(log).toHaveLength(1);
  });

  it('refuses the directory of another site, in one line', async () => {
    const database = await openSeeded(under);
    const refused = await seed(database, demoData, audit, now);
    expect(refused).toMatchObject({
      status: 'refused',
      message: expect.stringMatching(/^数据库属于另一个站点.*another site.*演示 demonstration/),
    });
    expect(JSON.stringify(refused)).not.toContain('\\n');
  });

  it('writes nothing where the directory does not validate', async () => {
    const database = await under.open();
    const seeded = withCopy(
      (directory) => seed(database, directory, audit, now),
      (status) => {
        for (const event of status.events) if (event.kind === 'reached') event.stage = 'nowhere';
      },
    );
    await expect(seeded).rejects.toBeInstanceOf(InvalidDataError);
    expect(await database.read.selectFrom('site').selectAll().execute()).toEqual([]);
    expect(await database.read.selectFrom('source').selectAll().execute()).toEqual([]);
  });
});

describe.each(databases)('the site read from $name', (under) => {
  it.each([realData, demoData])(
    'is the one read from the files it was seeded from',
    async (directory) => {
      const database = await under.open();
      await seed(database, directory, audit, now);
      const site = await databaseSource(database, directory).read();
      expect(site).toEqual(await fileSource(directory).read());
    },
  );

  it('changes its version with a fact, and tells when', async () => {
    const database = await openSeeded(under);
    const source = databaseSource(database, realData);
    const before = await source.read();
    const [cited] = before.data.status.sources;
    if (!cited) throw new Error('the data cite no source');
    const report = {
      division: '131082',
      track: 'national',
      completeTo: '2026-02-28',
      recordedAt: '2027-01-01T08:00:00.000+08:00',
      source: cited.id,
    };
    await database.write((write) => appendFacts(write, { reporting: [report] }, null));
    const after = await source.read();
    expect(after.version).not.toBe(before.version);
    expect(after.modifiedAt).toBe('2027-01-01T00:00:00.000Z');
    expect(after.data.status.reporting.at(-1)).toEqual(report);
    // The files were read once.
    expect(after.data.divisions).toBe(before.data.divisions);
    expect(after.geometry).toBe(before.geometry);
  });

  it('holds what was submitted as under review, in its newest words, and no draft', async () => {
    const database = await openSeeded(under);
    await submit(database, 'a', 'submitted', ['creating', 'named']);
    await submit(database, 'b', 'draft', ['creating']);
    const before = await fileSource(realData).read();
    const { data, version, modifiedAt } = await databaseSource(database, realData).read();
    expect(data.proposals).toMatchObject([
      { kind: 'reached', division: '131082', track: 'provincial', stage: 'named', recordedAt },
    ]);
    expect(data.status).toEqual(before.data.status);
    expect(version).not.toBe(before.version);
    expect(modifiedAt).toBe(recordedAt);
  });

  it('names every fact of the database that the files no longer know', async () => {
    const database = await openSeeded(under);
    const read = withCopy(
      (directory) => databaseSource(database, directory).read(),
      (status) => {
        status.statements = [];
        status.events = [];
        status.reporting = [];
      },
      (programme) => {
        const national = programme.tracks.find(({ id }) => id === 'national');
        const first = national?.stages[0];
        if (!first) throw new Error('the national track has no stage');
        first.id = 'renamed';
      },
    );
    await expect(read).rejects.toBeInstanceOf(InvalidDataError);
    await expect(read).rejects.toThrow(/^database \/(events|statements)\/\d+\/stage：/);
  });
});

/** The work on a copy of the data whose log, and programme, were altered. */
async function withCopy<Answer>(
  work: (directory: string) => Promise<Answer>,
  alterStatus: (status: Status) => void,
  alterProgramme: (programme: Programme) => void = () => undefined,
): Promise<Answer> {
  const folder = temporaryFolder();
  cpSync(realData, folder, { recursive: true, filter: (from) => !from.endsWith('demo') });
  alterFile(join(folder, 'status.json'), statusSchema, alterStatus);
  alterFile(join(folder, 'programme.json'), programmeSchema, alterProgramme);
  return await work(folder);
}

function alterFile<Value>(
  path: string,
  schema: v.GenericSchema<unknown, Value>,
  alter: (value: Value) => void,
): void {
  const value = v.parse(schema, JSON.parse(readFileSync(path, 'utf8')));
  alter(value);
  writeFileSync(path, JSON.stringify(value));
}
