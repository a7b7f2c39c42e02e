import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../src/lib/server/audit/verify.ts';
import { checkStatus } from '../../src/lib/server/data/check-status.ts';
import { readFacts } from '../../src/lib/server/facts/read-facts.ts';
import { auditKey } from './site.ts';
import { databases } from './databases.ts';
import {
  approved,
  by,
  creating,
  done,
  named,
  openDesk,
  pdf,
  people,
  submitted,
  type Desk,
} from './submissions-desk.ts';

/** Every fault of the log as it stands in the database. */
async function faultsOfLog({ database, data }: Desk) {
  const { programme, divisions } = data();
  return checkStatus(await readFacts(database.read), programme, divisions);
}

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

  it('are never approved, checked or sent back by who wrote any part of them', async () => {
    const office = await desk();
    const { submissions } = office;
    const own = await submitted(office, named(), people.cityBoth);
    expect(await approved(office, own, people.cityBoth)).toEqual({
      status: 'refused',
      decision: { status: 'refused', reason: 'own-submission' },
    });
    const back = await submissions.sendBack(by(people.cityBoth), own.id, own.version, '不行');
    expect(back.status).toBe('refused');

    const foreign = done(await submissions.draft(by(people.clerk), '131082', creating()));
    const edited = done(
      await submissions.save(by(people.cityBoth), foreign.id, 1, creating('2022')),
    );
    const handedIn = done(
      await submissions.submit(by(people.clerk), foreign.id, edited.version, creating('2022')),
    );
    expect((await approved(office, handedIn, people.cityBoth)).status).toBe('refused');
    expect(done(await approved(office, handedIn)).state).toBe('approved');

    office.heads.set('131082', ['u3', 'u4']);
    const ofHead = await submitted(office, creating('2023'), people.clerkAndHead);
    expect((await submissions.check(by(people.clerkAndHead), ofHead.id, 3)).status).toBe('refused');
    const refusals = (await office.auditRows()).filter(({ outcome }) => outcome === 'refused');
    expect(refusals.map(({ action, subject }) => [action, subject])).toEqual([
      ['permission.refused', own.id],
      ['permission.refused', own.id],
      ['permission.refused', foreign.id],
      ['permission.refused', ofHead.id],
    ]);
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

  it('are decided on by nobody who was disabled, or given other posts, while the form was on its way', async () => {
    const office = await desk();
    const { submissions } = office;
    const waiting = await submitted(office);
    office.moved.set('u7', { ...people.approver, posts: ['auditor'] });
    expect(await approved(office, waiting)).toMatchObject({ decision: { reason: 'post' } });
    office.moved.delete('u7');
    office.gone.add('u7').add('u1');
    const nobody = { status: 'refused', decision: { reason: 'not-signed-in' } };
    expect(await approved(office, waiting)).toMatchObject(nobody);
    expect(await submissions.draft(by(people.clerk), '131082', creating())).toMatchObject(nobody);
    const confirmed = submissions.confirmNothingNew(
      by(people.clerk),
      '131082',
      ['national'],
      '2026-11-01',
    );
    expect(await confirmed).toMatchObject(nobody);
    const hash = waiting.files[0]?.hash ?? '';
    expect(await submissions.file(by(people.clerk), waiting.id, hash)).toBeNull();
    const refusals = (await office.auditRows()).filter(({ outcome }) => outcome === 'refused');
    expect(refusals).toHaveLength(5);
    office.gone.clear();
    expect(done(await approved(office, waiting)).state).toBe('approved');
  });

  it('of another county are neither written, read nor listed', async () => {
    const office = await desk();
    const { submissions } = office;
    const { id } = done(await submissions.draft(by(people.clerk), '131082', named()));
    const { neighbour } = people;
    expect((await submissions.draft(by(neighbour), '131082', named())).status).toBe('refused');
    expect((await submissions.save(by(neighbour), id, 1, named())).status).toBe('refused');
    expect((await submissions.submit(by(neighbour), id, 1, named())).status).toBe('refused');
    expect((await submissions.withdraw(by(neighbour), id, 1)).status).toBe('refused');
    const upload = { name: 'a.pdf', bytes: pdf() };
    expect((await submissions.attach(by(neighbour), id, 1, upload)).status).toBe('refused');
    expect(await submissions.find(neighbour, id)).toBeNull();
    expect(await submissions.list(neighbour)).toEqual([]);
    for (const outsider of [people.auditor, people.administrator]) {
      expect(await submissions.find(outsider, id)).toBeNull();
      expect(await submissions.list(outsider)).toEqual([]);
    }
    expect(await submissions.list(people.second)).toHaveLength(1);
    // A change of another county's unit inside one's own submission is a fault of its field.
    const ours = named({
      changes: creating().changes.map((change) => ({ ...change, division: '131081' })),
    });
    expect(await submissions.save(by(people.clerk), id, 1, ours)).toEqual({
      status: 'invalid',
      faults: [
        { field: 'changes.0.division', code: 'other-county', values: { division: '131081' } },
      ],
    });
    expect(await submissions.find(people.clerk, id)).toMatchObject({ version: 1 });
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

  it('clash with their three sides, and nothing is overwritten', async () => {
    const office = await desk();
    const { submissions } = office;
    const { id } = done(await submissions.draft(by(people.clerk), '131082', creating('2021')));
    done(await submissions.save(by(people.second), id, 1, creating('2022')));
    const mine = creating('2023');
    const clash = await submissions.save(by(people.clerk), id, 1, mine);
    expect(clash).toMatchObject({
      status: 'clash',
      seen: creating('2021'),
      submission: { version: 2, proposal: creating('2022') },
    });
    // A version nobody can have seen has no base.
    const unseen = await submissions.save(by(people.clerk), id, 9, mine);
    expect(unseen).toMatchObject({ status: 'clash', seen: null });
    expect(await submissions.find(people.clerk, id)).toMatchObject({
      version: 2,
      proposal: creating('2022'),
    });
  });

  it('are one draft, however often the same form is sent', async () => {
    const { submissions } = await desk();
    const send = (proposal = creating()) =>
      submissions.draft(by(people.clerk), '131082', proposal, 'form-1');
    const both = await Promise.all([send(), send()]);
    expect(new Set(both.map((result) => done(result).id)).size).toBe(1);
    expect(await send(creating('2022'))).toMatchObject({ status: 'clash', seen: creating() });
    const other = await submissions.draft(by(people.second), '131082', creating(), 'form-1');
    expect(done(other).id).not.toBe(done(both[0]).id);
    expect(await submissions.list(people.clerk)).toHaveLength(2);
    // Sent once more after somebody has gone on writing: the answer is what stands there now.
    done(await submissions.save(by(people.second), done(both[0]).id, 1, creating('2023')));
    const late = await send();
    expect(late).toMatchObject({ status: 'clash', submission: { proposal: creating('2023') } });
  });

  it('are not approved with another effect than was shown', async () => {
    const office = await desk();
    const first = await submitted(office);
    const second = await submitted(office, {
      ...named({ reporting: [{ track: 'provincial', completeTo: '2026-11-24' }] }),
      changes: named().changes.map((change) => ({ ...change, effective: '2026-11-02' })),
    });
    const shown = office.submissions.effect(second);
    done(await approved(office, first));
    const result = await office.submissions.approve(
      by(people.approver),
      second.id,
      second.version,
      shown.fingerprint,
    );
    expect(result).toMatchObject({ status: 'effect-changed', submission: { state: 'submitted' } });
    if (result.status !== 'effect-changed') return;
    expect(result.effect.units[0]?.before).toMatchObject({ stage: 'named' });
    const { fingerprint } = result.effect;
    const now = await office.submissions.approve(by(people.approver), second.id, 3, fingerprint);
    expect(done(now).state).toBe('approved');
  });

  it('are judged again at approval, by what has been approved since', async () => {
    const office = await desk();
    const first = await submitted(office);
    const second = await submitted(office);
    done(await approved(office, first));
    expect(await approved(office, second)).toMatchObject({
      status: 'invalid',
      faults: [{ field: 'changes.0.effective', code: 'same-as-now' }],
    });
    const events = (await readFacts(office.database.read)).events;
    expect(events.filter(({ id }) => id.startsWith('R'))).toHaveLength(1);
  });

  it('correct and retract what is on record', async () => {
    const office = await desk();
    const wrong = await submitted(office);
    done(await approved(office, wrong));
    const event = `${wrong.id}-1`;
    const unit = { division: '131082', track: 'provincial' };
    const correction = await submitted(
      office,
      named({
        changes: [
          {
            kind: 'correction',
            ...unit,
            stage: 'named',
            effective: '2026-10',
            retracts: event,
            reason: '日期有误',
          },
        ],
      }),
    );
    done(await approved(office, correction));
    const retraction = await submitted(office, {
      // Both: the correction alone taken back would bring back what it corrected.
      changes: [`${correction.id}-1`, event].map((retracts) => ({
        kind: 'retraction' as const,
        ...unit,
        retracts,
        reason: '报错了',
      })),
      reporting: [],
    });
    expect(office.submissions.effect(retraction).units[0]).toMatchObject({
      before: { stage: 'named' },
      after: { stage: 'applied' },
    });
    done(await approved(office, retraction));
    expect(await faultsOfLog(office)).toEqual([]);
    const again = await office.submissions.draft(by(people.clerk), '131082', retraction.proposal);
    const result = await office.submissions.submit(
      by(people.clerk),
      done(again).id,
      1,
      retraction.proposal,
    );
    expect(result).toMatchObject({
      status: 'invalid',
      faults: [{ code: 'already-retracted' }, { code: 'already-retracted' }],
    });
  });

  it('move the dates of reporting they confirm, forward only, with a row of their own', async () => {
    const office = await desk();
    const reporting = [
      { track: 'provincial', completeTo: '2026-11-24' },
      { track: 'national', completeTo: '2020-12-31' },
    ];
    const submission = await submitted(office, named({ reporting }));
    done(await approved(office, submission));
    const { reporting: all } = await readFacts(office.database.read);
    const ours = all.filter(({ source }) => source === `S-${submission.id}`);
    // The national date stands there already: it did not move.
    expect(ours).toMatchObject([
      { division: '131082', track: 'provincial', completeTo: '2026-11-24' },
    ]);
    const rows = await office.auditRows();
    expect(rows.at(-1)).toMatchObject({ action: 'reporting.confirmed', subject: submission.id });
    expect(await faultsOfLog(office)).toEqual([]);
  });

  it('answer to what is not there', async () => {
    const { submissions } = await desk();
    expect(await submissions.save(by(people.clerk), 'R0', 1, named())).toEqual({
      status: 'not-found',
    });
    expect(await submissions.find(people.clerk, 'R0')).toBeNull();
    const nowhere = await submissions.draft(by(people.cityClerk), '999999', named());
    expect(nowhere).toMatchObject({ status: 'invalid', faults: [{ code: 'unknown-division' }] });
    const township = await submissions.draft(by(people.cityClerk), '131082001', named());
    expect(township).toMatchObject({ status: 'invalid', faults: [{ code: 'unknown-division' }] });
  });

  it('keep typed text plain, whatever was pasted', async () => {
    const { submissions } = await desk();
    const pasted = { ...source(), title: '通知\u0000\u202E ', location: ' ' };
    const { proposal } = done(
      await submissions.draft(by(people.clerk), '131082', { ...named(), source: pasted }),
    );
    expect(proposal.source).toEqual({ title: '通知', publisher: '测试机关' });
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

function source() {
  return { title: '', publisher: '测试机关' };
}
