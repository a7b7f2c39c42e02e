import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../src/lib/domain/knowledge.ts';
import { quotasOf } from '../../src/lib/domain/quota-standing.ts';
import type { SubmissionDetail } from '../../src/lib/domain/recorded-submission.ts';
import type { Proposal } from '../../src/lib/domain/submission.ts';
import { verifyChain } from '../../src/lib/server/audit/verify.ts';
import { compareEvents } from '../../src/lib/server/audit/verify-events.ts';
import { checkStatus } from '../../src/lib/server/data/check-status.ts';
import { databases } from './databases.ts';
import { auditKey } from './site.ts';
import { approved, by, done, openDesk, people, type Desk } from './submissions-desk.ts';

const point = (x: number, y: number) => ({ type: 'Point' as const, coordinates: [x, y] });
const township = '131082100';
const village = '131082100201';
const city = '131000';

function ofCounty(effective: string, count: string): Pick<Proposal, 'quotas'> {
  return { quotas: { effective, counts: [{ division: '131082', track: 'township', count }] } };
}

function placed(...units: readonly (readonly [string, number])[]): Proposal {
  const places = units.map(([division, x]) => ({ division, geometry: point(x, 39.95) }));
  return { changes: [], reporting: [], places };
}

/** All four kinds at once: a stage, a date of reporting, a quota, two positions. */
const all: Proposal = {
  ...placed([township, 117.07], [village, 117.1]),
  changes: [
    {
      kind: 'reached',
      division: '131082',
      track: 'provincial',
      stage: 'creating',
      effective: '2021',
    },
  ],
  reporting: [{ track: 'village', completeTo: '2026-10-31' }],
  quotas: {
    effective: '2026-11-01',
    counts: [
      { division: '131082', track: 'township', count: '6' },
      { division: '131081', track: 'village', count: '7' },
    ],
  },
};

async function sent(
  { submissions }: Desk,
  proposal: Proposal,
  division = city,
): Promise<SubmissionDetail> {
  const drafted = done(await submissions.draft(by(people.cityClerk), division, proposal));
  return done(
    await submissions.submit(by(people.cityClerk), drafted.id, drafted.version, proposal),
  );
}

async function inForce(office: Desk, proposal: Proposal): Promise<SubmissionDetail> {
  return done(await approved(office, await sent(office, proposal)));
}

/** The draft of the undoing, as the desk begins it. */
async function begun({ submissions }: Desk, id: string): Promise<SubmissionDetail> {
  const result = await submissions.undo(by(people.cityClerk), id, '名单有误');
  if (result.status === 'nothing') throw new Error('nothing to undo');
  return done(result);
}

async function undone(office: Desk, id: string): Promise<SubmissionDetail> {
  const draft = await begun(office, id);
  const { submissions } = office;
  const submitted = done(
    await submissions.submit(by(people.cityClerk), draft.id, draft.version, draft.proposal),
  );
  return done(await approved(office, submitted));
}

/** Everything a reader of the map can tell apart. */
function standing(office: Desk) {
  const knowledge = knowledgeOf(office.data());
  const quota = (track: string) =>
    [...quotasOf(knowledge, track, '2026-12-31')].map(([code, { count }]) => `${code} ${count}`);
  return {
    provincial: knowledge.tracks
      .get('provincial')
      ?.eventsOf('131082')
      .map(({ stage }) => stage.id),
    reported: ['township', 'village'].map((track) => knowledge.tracks.get(track)?.reportedTo(city)),
    quotas: [...quota('township'), ...quota('village')],
    places: [township, village].map((unit) => knowledge.places.get(unit)?.geometry ?? null),
  };
}

describe.each(databases)('undoing a whole submission in $name', ({ open }) => {
  const desk = async () => openDesk(await open());

  it('takes back its events, dates, quotas and positions, and nothing is deleted', async () => {
    const office = await desk();
    await inForce(office, { ...placed([village, 117.05]), ...ofCounty('2026-01-01', '4') });
    const before = standing(office);
    const { id } = await inForce(office, all);
    const between = standing(office);
    expect(between).not.toEqual(before);
    expect(between.quotas).toEqual(['131082 6', '131081 7']);

    const undoing = await undone(office, id);
    expect(undoing.proposal.undoes).toEqual({ submission: id, reason: '名单有误' });
    expect(standing(office)).toEqual(before);
    const { status, programme, divisions } = office.data();
    expect(checkStatus(status, programme, divisions)).toEqual([]);
    // What was written stays on record, and what takes it back says why.
    expect(status.quotas.map(({ count, note }) => [count, note])).toEqual([
      [4, undefined],
      [6, undefined],
      [7, undefined],
      [4, '名单有误'],
      [null, '名单有误'],
    ]);
    expect(status.reporting.at(-1)?.completeTo ?? null).toBe(before.reported[1] ?? null);
    expect(await compareEvents(office.database.read)).toMatchObject({
      withoutRow: [],
      withoutEvent: [],
      placesUnlike: [],
    });
    expect(await verifyChain(office.database.read, auditKey)).toMatchObject({ status: 'whole' });

    // And once more the other way round.
    expect(await office.submissions.undo(by(people.cityClerk), id, '误')).toEqual({
      status: 'nothing',
    });
    await undone(office, undoing.id);
    expect(standing(office)).toEqual(between);
  });

  it('leaves what another has set since, and refuses what was set while it was drafted', async () => {
    const office = await desk();
    const { submissions } = office;
    const { id } = await inForce(office, all);
    await inForce(office, placed([township, 117.2]));
    const draft = await begun(office, id);
    // The township is another's by now; the rest is taken back.
    expect(draft.proposal.places).toEqual([{ division: village, geometry: null }]);
    expect(draft.proposal.quotas?.counts.map(({ count }) => count)).toEqual([null, null]);

    await inForce(office, { changes: [], reporting: [], ...ofCounty('2026-11-20', '5') });
    const late = await submissions.submit(
      by(people.cityClerk),
      draft.id,
      draft.version,
      draft.proposal,
    );
    expect(late).toEqual({
      status: 'invalid',
      faults: [{ field: 'quotas.counts.0.count', code: 'changed-since' }],
    });
    const { quotas: of } = draft.proposal;
    const rest: Proposal = {
      ...draft.proposal,
      ...(of && { quotas: { ...of, counts: of.counts.slice(1) } }),
    };
    const submitted = done(
      await submissions.submit(by(people.cityClerk), draft.id, draft.version, rest),
    );
    done(await approved(office, submitted));
    expect(standing(office)).toMatchObject({
      quotas: ['131082 5'],
      places: [point(117.2, 39.95), null],
    });
  });

  it('is one draft however often it is asked for, and another for what was left out', async () => {
    const office = await desk();
    const { submissions } = office;
    const { id } = await inForce(office, placed([township, 117.07], [village, 117.1]));
    const draft = await begun(office, id);
    expect((await begun(office, id)).id).toBe(draft.id);
    const one = { ...draft.proposal, places: (draft.proposal.places ?? []).slice(1) };
    const submitted = done(
      await submissions.submit(by(people.cityClerk), draft.id, draft.version, one),
    );
    done(await approved(office, submitted));
    expect(standing(office).places).toEqual([point(117.07, 39.95), null]);
    const other = await undone(office, id);
    expect(other.id).not.toBe(draft.id);
    expect(standing(office).places).toEqual([null, null]);
  });

  it('does not let a report pretend to be one', async () => {
    const { submissions } = await desk();
    const pretended: Proposal = {
      changes: [],
      reporting: [{ track: 'national', completeTo: '2019-12-31' }],
      undoes: { submission: 'R20000101-1', reason: '误' },
    };
    const draft = done(await submissions.draft(by(people.clerk), '131082', pretended));
    expect(
      await submissions.submit(by(people.clerk), draft.id, draft.version, pretended),
    ).toMatchObject({ status: 'invalid', faults: [{ code: 'changed-since' }] });
  });

  it('a returned submission of positions goes on as the same, shorter, with nothing else lost', async () => {
    const office = await desk();
    const { submissions } = office;
    const proposal = { ...placed([township, 117.07], [village, 117.1]), note: '请核对' };
    const submission = await sent(office, proposal, '131082');
    const returned = done(
      await submissions.sendBack(
        by(people.approver),
        submission.id,
        submission.version,
        '镇的不对',
      ),
    );
    const { places = [] } = proposal;
    const shorter = { ...proposal, places: places.slice(1) };
    const again = done(
      await submissions.submit(by(people.cityClerk), returned.id, returned.version, shorter),
    );
    expect(again.id).toBe(submission.id);
    expect(again.steps.map(({ step }) => step)).toEqual([
      'drafted',
      'submitted',
      'returned',
      'submitted',
    ]);
    done(await approved(office, again));
    expect(standing(office).places).toEqual([null, point(117.1, 39.95)]);
    // What it said before is kept, for whoever may read it.
    const first = await submissions.proposalAt(people.cityClerk, again.id, submission.version);
    expect(first).toEqual(proposal);
    expect(await submissions.proposalAt(people.neighbour, again.id, 1)).toBeNull();
    expect(await submissions.proposalAt(people.cityClerk, again.id, 99)).toBeNull();
    expect(await submissions.proposalAt(people.cityClerk, 'R-none', 1)).toBeNull();
  });
});
