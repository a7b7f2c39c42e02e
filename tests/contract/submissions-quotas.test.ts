import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Proposal } from '../../src/lib/domain/submission.ts';
import { verifyChain } from '../../src/lib/server/audit/verify.ts';
import { compareEvents } from '../../src/lib/server/audit/verify-events.ts';
import { checkStatus } from '../../src/lib/server/data/check-status.ts';
import { readFacts } from '../../src/lib/server/facts/read-facts.ts';
import { databases } from './databases.ts';
import { auditKey } from './site.ts';
import { approved, by, done, openDesk, people, type Desk } from './submissions-desk.ts';

const point = (x: number, y: number) => ({ type: 'Point' as const, coordinates: [x, y] });
const proposal: Proposal = {
  changes: [],
  reporting: [],
  quotas: {
    effective: '2026-11-24',
    counts: [
      { division: '131082', track: 'township', count: '6' },
      { division: '131081', track: 'township', count: '0' },
      { division: '131082', track: 'village', count: '12' },
    ],
  },
  places: [
    { division: '131082100', geometry: point(117.0712345, 39.9812346) },
    { division: '131082100201', geometry: point(117.1, 39.95) },
  ],
};

async function proposed({ submissions }: Desk, given = proposal) {
  const { id, version } = done(await submissions.draft(by(people.cityClerk), '131000', given));
  return done(await submissions.submit(by(people.cityClerk), id, version, given));
}

describe.each(databases)('quotas and places in $name', ({ open }) => {
  const desk = async () => openDesk(await open());

  it('take effect by approval, each quota with its row in the log, the places with one', async () => {
    const office = await desk();
    const submission = await proposed(office);
    expect(submission.proposal).toEqual(proposal);
    const { quotas, places } = office.submissions.effect(submission);
    expect(quotas?.sums.map(({ track, target, after }) => [track, target, after])).toEqual([
      ['township', 'township-50', { sum: 6, required: 50, difference: -44 }],
      ['village', 'village-250', { sum: 12, required: 250, difference: -238 }],
    ]);
    expect(places?.counts).toEqual({ new: 2, moved: 0, removed: 0, same: 0 });
    expect((await readFacts(office.database.read)).quotas).toEqual([]);

    done(await approved(office, submission));
    const { id } = submission;
    const status = await readFacts(office.database.read);
    expect(status.quotas.map(({ id: quota, count }) => [quota, count])).toEqual([
      [`${id}-q1`, 6],
      [`${id}-q2`, 0],
      [`${id}-q3`, 12],
    ]);
    expect(status.places.map(({ division, geometry }) => ({ division, geometry }))).toEqual(
      proposal.places,
    );
    const { programme, divisions } = office.data();
    expect(checkStatus(status, programme, divisions)).toEqual([]);
    const rows = await office.auditRows();
    expect(rows.map(({ action, subject }) => [action, subject]).slice(2)).toEqual([
      ['submission.approved', id],
      ['quota.set', `${id}-q1`],
      ['quota.set', `${id}-q2`],
      ['quota.set', `${id}-q3`],
      ['place.recorded', id],
    ]);
    expect(await compareEvents(office.database.read)).toEqual({
      withoutRow: [],
      withoutEvent: [],
      placesUnlike: [],
      events: 0,
      quotas: 3,
      places: 2,
    });
    expect(await verifyChain(office.database.read, auditKey)).toMatchObject({ status: 'whole' });
  });

  it('are the city’s to set, and a county’s to place', async () => {
    const { submissions } = await desk();
    const { quotas, places = [] } = proposal;
    const ofCounty: Proposal = { changes: [], reporting: [], ...(quotas && { quotas }) };
    expect(await submissions.draft(by(people.clerk), '131082', ofCounty)).toMatchObject({
      status: 'invalid',
      faults: [{ field: 'quotas', code: 'city-only' }],
    });
    expect(
      await submissions.draft(by(people.clerk), '131082', { changes: [], reporting: [], places }),
    ).toMatchObject({ status: 'done' });
  });

  it('that the check of the data would refuse are refused before they are facts', async () => {
    const { submissions } = await desk();
    const bow = [
      [117, 39.9],
      [117.1, 39.9],
      [117, 39.95],
      [117.1, 40],
      [117, 40],
      [117.08, 39.92],
      [117, 39.9],
    ];
    const wrong: Proposal = {
      changes: [],
      reporting: [],
      places: [
        { division: '131082100', geometry: { type: 'Polygon', coordinates: [bow] } },
        { division: '131082101', geometry: point(39.98, 117.07) },
        { division: '131082102', geometry: point(114.5, 38.04) },
        { division: '131082103', geometry: point(39.98, 80) },
      ],
    };
    expect(await submissions.draft(by(people.clerk), '131082', wrong)).toEqual({
      status: 'invalid',
      faults: [
        {
          field: 'places.1.geometry',
          code: 'invalid-geometry',
          values: { problem: 'not-degrees' },
        },
        { field: 'places.0.geometry', code: 'invalid-geometry', values: { problem: 'crossing' } },
        { field: 'places.2.geometry', code: 'far-away' },
        { field: 'places.3.geometry', code: 'far-away', values: { axes: 'swapped' } },
      ],
    });
  });

  it('are not approved as something else than was shown', async () => {
    const office = await desk();
    const { submissions } = office;
    const submission = await proposed(office);
    const { fingerprint } = submissions.effect(submission);
    const { quotas } = proposal;
    const counts = (quotas?.counts ?? []).map((row) => ({ ...row, count: '5' }));
    const other = await proposed(office, {
      changes: [],
      reporting: [],
      quotas: { effective: '2026-11-01', counts },
    });
    done(await approved(office, other));
    const late = await submissions.approve(
      by(people.approver),
      submission.id,
      submission.version,
      fingerprint,
    );
    expect(late.status).toBe('effect-changed');
  });

  it('are taken back by later ones, and nothing is ever lost', async () => {
    const office = await desk();
    done(await approved(office, await proposed(office)));
    const back: Proposal = {
      changes: [],
      reporting: [],
      places: (proposal.places ?? []).map(({ division }) => ({ division, geometry: null })),
    };
    done(await approved(office, await proposed(office, back)));
    const { places } = await readFacts(office.database.read);
    expect(places.map(({ geometry }) => geometry?.type ?? null)).toEqual([
      'Point',
      'Point',
      null,
      null,
    ]);
    expect(await compareEvents(office.database.read)).toMatchObject({
      places: 4,
      placesUnlike: [],
    });
  });

  it('that were slipped in, changed or taken out behind the log are found', async () => {
    const office = await desk();
    const submission = await proposed(office);
    done(await approved(office, submission));
    const { database } = office;
    const { source, recorded_at } = await database.read
      .selectFrom('quota')
      .selectAll()
      .executeTakeFirstOrThrow();
    const fact = { source, recorded_at, note: null, submission: submission.id };
    await database.write(async (write) => {
      await write
        .insertInto('quota')
        .values({
          ...fact,
          id: 'slipped-in',
          division: '131081',
          track: 'village',
          count: 1,
          effective: '2026',
        })
        .execute();
      await write
        .insertInto('place')
        .values({ ...fact, id: 'slipped-in', division: '131081', geometry: null })
        .execute();
    });
    expect(await compareEvents(database.read)).toMatchObject({
      withoutRow: ['slipped-in'],
      placesUnlike: [submission.id],
    });
    await expect(sql`delete from place`.execute(database.read)).rejects.toThrow(/append-only/);
  });
});
