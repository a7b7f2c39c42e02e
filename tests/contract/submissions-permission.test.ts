import { describe, expect, it } from 'vitest';
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
} from './submissions-desk.ts';

describe.each(databases)('submissions in $name', ({ open }) => {
  const desk = async () => openDesk(await open());

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
});
