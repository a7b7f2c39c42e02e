import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../src/lib/server/audit/verify.ts';
import type { Database } from '../../src/lib/server/db/database.ts';
import { migrate } from '../../src/lib/server/db/migrate.ts';
import { auditKey } from './site.ts';
import { databases, type DatabaseUnderTest } from './databases.ts';
import {
  approved,
  by,
  creating,
  deskOver,
  done,
  named,
  openDesk,
  people,
  source,
  submitted,
} from './submissions-desk.ts';

const tables = [
  'source',
  'event',
  'reporting',
  'submission',
  'submission_revision',
  'submission_step',
  'submission_file',
  'file',
  'audit',
] as const;

/** Every row of every table a submission touches. */
async function everything({ read }: Database) {
  const rows = [];
  for (const table of tables) rows.push(await read.selectFrom(table).selectAll().execute());
  return rows;
}

/** From now on the database refuses new rows of the table. */
async function breakInserts(
  { read }: Database,
  dialect: DatabaseUnderTest['dialect'],
  table: string,
): Promise<void> {
  if (dialect === 'sqlite') {
    await sql`create trigger broken before insert on ${sql.id(table)}
      begin select raise(abort, 'broken'); end`.execute(read);
    return;
  }
  await sql`create function broken() returns trigger language plpgsql as $$
    begin raise exception 'broken'; end $$`.execute(read);
  await sql`create trigger broken before insert on ${sql.id(table)}
    for each row execute function broken()`.execute(read);
}

const reporting = [{ track: 'provincial', completeTo: '2026-11-24' }];
const places = [
  { division: '131082100', geometry: { type: 'Point' as const, coordinates: [117.07, 39.98] } },
];

describe.each(databases)('when something breaks in $name', ({ open, dialect }) => {
  it.each(['source', 'event', 'reporting', 'place', 'submission_step', 'audit'])(
    'an approval that cannot write its %s leaves nothing',
    async (table) => {
      const office = await openDesk(await open());
      const submission = await submitted(office, named({ reporting, places }));
      const before = await everything(office.database);
      const { count } = office.told;
      await breakInserts(office.database, dialect, table);
      await expect(approved(office, submission)).rejects.toThrow('broken');
      expect(await everything(office.database)).toEqual(before);
      expect(office.told.count).toBe(count);
      const chain = await verifyChain(office.database.read, auditKey);
      expect(chain).toMatchObject({ status: 'whole', rows: 3 });
    },
  );

  it.each(['submission_revision', 'submission_step', 'audit'])(
    'a draft, a save and a submission that cannot write their %s leave nothing',
    async (table) => {
      const office = await openDesk(await open());
      const { submissions, database } = office;
      const { id } = done(await submissions.draft(by(people.clerk), '131082', creating()));
      const before = await everything(database);
      await breakInserts(database, dialect, table);
      const draft = submissions.draft(by(people.clerk), '131082', creating());
      await expect(draft).rejects.toThrow('broken');
      const save = submissions.save(by(people.clerk), id, 1, creating('2022'));
      await expect(save).rejects.toThrow('broken');
      const submit = submissions.submit(by(people.clerk), id, 1, creating('2022'));
      await expect(submit).rejects.toThrow('broken');
      expect(await everything(database)).toEqual(before);
    },
  );

  it('a confirmation that cannot write its row of the log leaves nothing', async () => {
    const office = await openDesk(await open());
    const before = await everything(office.database);
    await breakInserts(office.database, dialect, 'audit');
    const { submissions } = office;
    const confirmed = submissions.confirmNothingNew(
      by(people.clerk),
      '131082',
      ['national'],
      '2026-11-24',
    );
    await expect(confirmed).rejects.toThrow('broken');
    expect(await everything(office.database)).toEqual(before);
  });
});

describe.each(databases)('when the connection goes in $name', ({ open, fresh }) => {
  it('in the middle of an approval, all of it is there or none', async () => {
    const address = await fresh();
    const database = await open(address);
    await migrate(database);
    const office = await openDesk(database);
    const submission = await submitted(office, named({ reporting }));
    // Closed at once after the approval began: it finishes, or rejects with nothing written.
    const outcome = approved(office, submission).then(
      ({ status }) => status,
      () => 'rejected',
    );
    await new Promise((resolve) => setTimeout(resolve, 2));
    await database.close();
    const status = await outcome;
    const again = await deskOver(await open(address));
    const found = await again.submissions.find(people.approver, submission.id);
    const events = again.data().status.events.filter(({ id }) => id.startsWith(submission.id));
    const rows = (await again.auditRows()).map(({ action }) => action).slice(3);
    const whole = ['submission.approved', 'event.recorded', 'reporting.confirmed'];
    if (status === 'done') expect(found?.state).toBe('approved');
    expect([events.length, rows]).toEqual(found?.state === 'approved' ? [1, whole] : [0, []]);
    await expect(office.submissions.list(people.approver)).rejects.toThrow();
  });
});

describe.each(databases)('many at once in $name', ({ open }) => {
  it('fifty people edit ten submissions, and no update is lost', async () => {
    const office = await openDesk(await open());
    const { submissions } = office;
    const ids: string[] = [];
    for (let index = 0; index < 10; index += 1) {
      ids.push(done(await submissions.draft(by(people.clerk), '131082', creating())).id);
    }
    const saved: { id: string; version: number; note: string }[] = [];
    let clashes = 0;
    const editor = async (person: number): Promise<void> => {
      const id = ids[person % ids.length] ?? '';
      let version = 1;
      for (let round = 0; round < 8; round += 1) {
        const note = `${person}-${round}`;
        const actor = person % 2 === 0 ? people.clerk : people.second;
        const result = await submissions.save(by(actor), id, version, { ...creating(), note });
        if (result.status === 'clash') {
          clashes += 1;
          version = result.submission.version;
        } else {
          version = done(result).version;
          saved.push({ id, version, note });
        }
      }
    };
    await Promise.all(Array.from({ length: 50 }, (_, person) => editor(person)));
    expect(saved.length + clashes).toBe(400);
    expect(clashes).toBeGreaterThan(0);
    for (const id of ids) {
      const ofThis = saved.filter((one) => one.id === id);
      const found = await submissions.find(people.clerk, id);
      expect(found?.version).toBe(1 + ofThis.length);
      // Every save that was answered stands as a version of its own, with its words.
      const revisions = await office.database.read
        .selectFrom('submission_revision')
        .select(['version', 'proposal'])
        .where('submission', '=', id)
        .where('version', '>', 1)
        .orderBy('version')
        .execute();
      const kept = revisions.map(({ version, proposal }) => [version, JSON.parse(proposal).note]);
      const told = ofThis.sort((a, b) => a.version - b.version);
      expect(kept).toEqual(told.map(({ version, note }) => [version, note]));
    }
  });

  it('two approvers press at once, and the log has it once', async () => {
    const office = await openDesk(await open());
    const submission = await submitted(office);
    const results = await Promise.all([
      approved(office, submission),
      approved(office, submission, people.cityBoth),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['done', 'wrong-state']);
    const recorded = (await office.auditRows()).filter(({ action }) => action === 'event.recorded');
    expect(recorded).toHaveLength(1);
  });

  it('three hundred villages are approved as one', async () => {
    const office = await openDesk(await open());
    const villages = office
      .data()
      .divisions.filter(
        ({ code, countedFor }) => code.startsWith('131082') && countedFor.includes('village'),
      )
      .slice(0, 300);
    const submission = await submitted(office, {
      changes: villages.map(({ code }) => ({
        kind: 'reached',
        division: code,
        track: 'village',
        stage: 'named',
        effective: '2026-11-01',
        batch: '第一批',
      })),
      source,
      reporting: [{ track: 'village', completeTo: '2026-11-24' }],
    });
    const began = performance.now();
    const result = await approved(office, submission);
    const took = performance.now() - began;
    expect(done(result).state).toBe('approved');
    // Issue 4 asks for a second; measured here and printed, so that a slow machine fails nothing.
    console.log(`${office.database.dialect}: ${villages.length} changes in ${took.toFixed(0)} ms`);
    const rows = await office.auditRows();
    expect(rows.filter(({ action }) => action === 'event.recorded')).toHaveLength(300);
    expect(await verifyChain(office.database.read, auditKey)).toMatchObject({ status: 'whole' });
  });
});
