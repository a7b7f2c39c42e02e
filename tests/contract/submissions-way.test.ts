import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../src/lib/server/audit/verify.ts';
import { readFacts } from '../../src/lib/server/facts/read-facts.ts';
import { databases } from './databases.ts';
import { faultsOfLog } from './faults-of-log.ts';
import { auditKey } from './site.ts';
import {
  approved,
  by,
  creating,
  done,
  named,
  openDesk,
  people,
  submitted,
} from './submissions-desk.ts';

describe.each(databases)('submissions in $name', ({ open }) => {
  const desk = async () => openDesk(await open());

  it('go the whole way, and the log has five rows for it', async () => {
    const office = await desk();
    const { submissions } = office;
    const submission = await submitted(office);
    expect(submission).toMatchObject({ state: 'submitted', awaiting: 'city', version: 3 });
    const effect = submissions.effect(submission);
    expect(effect.units).toMatchObject([
      { division: '131082', before: { stage: 'applied' }, after: { stage: 'named', counts: true } },
    ]);
    expect(effect.targets).toMatchObject([
      { target: 'provincial-half', required: 5, before: { low: 0 }, after: { low: 1 } },
    ]);
    const result = done(await approved(office, submission));
    expect(result).toMatchObject({ state: 'approved', awaiting: null, version: 4 });
    expect(result.steps.map(({ step, actor }) => `${step} ${actor.name}`)).toEqual([
      'drafted 三河填报员',
      'saved 三河填报员',
      'submitted 三河填报员',
      'approved 市局审批人',
    ]);
    const eventId = `${submission.id}-1`;
    const rows = await office.auditRows();
    expect(rows.map(({ action, subject }) => [action, subject])).toEqual([
      ['submission.drafted', submission.id],
      ['submission.file-attached', submission.id],
      ['submission.submitted', submission.id],
      ['submission.approved', submission.id],
      ['event.recorded', eventId],
    ]);
    const { events, sources } = await readFacts(office.database.read);
    expect(events.at(-1)).toMatchObject({ id: eventId, stage: 'named', certainty: 'confirmed' });
    expect(sources.at(-1)).toMatchObject({ id: `S-${submission.id}`, publisher: '测试机关' });
    expect(await faultsOfLog(office)).toEqual([]);
    expect(await verifyChain(office.database.read, auditKey)).toMatchObject({ status: 'whole' });
    expect(office.told.count).toBe(2);
  });

  it('wait for the county head where there is one, then for the city', async () => {
    const office = await desk();
    const { submissions } = office;
    office.heads.set('131082', ['u3']);
    const submission = await submitted(office);
    expect(submission.awaiting).toBe('county-head');
    expect((await approved(office, submission)).status).toBe('wrong-state');
    const tooEarly = await submissions.sendBack(by(people.approver), submission.id, 3, '早');
    expect(tooEarly.status).toBe('wrong-state');
    const checked = done(await submissions.check(by(people.head), submission.id, 3));
    expect(checked).toMatchObject({ state: 'submitted', awaiting: 'city', version: 4 });
    const tooLate = await submissions.sendBack(by(people.head), submission.id, 4, '晚');
    expect(tooLate.status).toBe('wrong-state');
    expect((await submissions.check(by(people.head), submission.id, 4)).status).toBe('wrong-state');
    expect(done(await approved(office, checked)).state).toBe('approved');
  });

  it('do not wait for a head who wrote them, or who is there no more', async () => {
    const office = await desk();
    office.heads.set('131082', ['u4']);
    const own = await submitted(office, creating(), people.clerkAndHead);
    expect(own.awaiting).toBe('city');
    const waiting = await submitted(office, named());
    expect(waiting.awaiting).toBe('county-head');
    office.heads.clear();
    const inbox = await office.submissions.list(people.approver, { awaiting: 'city' });
    expect(inbox.map(({ id }) => id)).toEqual([waiting.id, own.id]);
    expect(done(await approved(office, waiting)).state).toBe('approved');
  });

  it('of the city go to the city at once', async () => {
    const office = await desk();
    office.heads.set('131082', ['u3']);
    const submission = await submitted(office, named(), people.cityClerk);
    expect(submission.awaiting).toBe('city');
  });

  it('do not wait for the only head where he wrote a part of them', async () => {
    const office = await desk();
    const { submissions } = office;
    office.heads.set('131082', ['u4']);
    const drafted = done(await submissions.draft(by(people.clerk), '131082', creating()));
    const both = by(people.clerkAndHead);
    const edited = done(await submissions.save(both, drafted.id, 1, creating('2022')));
    const sent = done(
      await submissions.submit(by(people.clerk), drafted.id, edited.version, creating('2022')),
    );
    expect(sent.awaiting).toBe('city');
    expect(done(await approved(office, sent)).state).toBe('approved');
  });

  it('go back with the reason, are corrected and submitted again', async () => {
    const office = await desk();
    const { submissions } = office;
    const submission = await submitted(office);
    const empty = await submissions.sendBack(by(people.approver), submission.id, 3, ' \n ');
    expect(empty).toEqual({
      status: 'invalid',
      faults: [{ field: 'reason', code: 'required' }],
    });
    const returned = done(
      await submissions.sendBack(by(people.approver), submission.id, 3, '文号不对'),
    );
    expect(returned).toMatchObject({ state: 'returned', awaiting: null });
    expect(returned.steps.at(-1)).toMatchObject({ step: 'returned', note: '文号不对' });
    expect((await approved(office, returned)).status).toBe('wrong-state');
    const again = done(
      await submissions.submit(by(people.clerk), submission.id, returned.version, named()),
    );
    expect(done(await approved(office, again)).state).toBe('approved');
    const after = await submissions.withdraw(by(people.clerk), submission.id, again.version + 1);
    expect(after.status).toBe('wrong-state');
  });

  it('are withdrawn, and taken up again without typing anything twice', async () => {
    const office = await desk();
    const { submissions } = office;
    const { id, version } = await submitted(office);
    const withdrawn = done(await submissions.withdraw(by(people.clerk), id, version));
    expect(withdrawn.state).toBe('withdrawn');
    expect((await approved(office, withdrawn)).status).toBe('wrong-state');
    const taken = done(
      await submissions.save(by(people.second), id, withdrawn.version, creating()),
    );
    expect(taken).toMatchObject({ state: 'draft', files: [{ name: '通知.pdf' }] });
  });

  it('are listed newest first, by state, turn and county', async () => {
    const office = await desk();
    const { submissions } = office;
    const first = await submitted(office);
    const second = done(
      await submissions.draft(by(people.neighbour), '131081', { ...creating(), changes: [] }),
    );
    const all = await submissions.list(people.approver);
    expect(all.map(({ id }) => id)).toEqual([second.id, first.id]);
    const ids = async (filter: Parameters<typeof submissions.list>[1]) =>
      (await submissions.list(people.approver, filter)).map(({ id }) => id);
    expect(await ids({ states: ['draft'] })).toEqual([second.id]);
    expect(await ids({ states: [] })).toEqual([]);
    expect(await ids({ awaiting: 'city' })).toEqual([first.id]);
    expect(await ids({ awaiting: 'county-head' })).toEqual([]);
    expect(await ids({ division: '131081' })).toEqual([second.id]);
  });
});
