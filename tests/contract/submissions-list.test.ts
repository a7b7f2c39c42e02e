import { describe, expect, it } from 'vitest';
import { databases } from './databases.ts';
import { by, creating, done, named, openDesk, people, submitted } from './submissions-desk.ts';

describe.each(databases)('the desk of a county in $name', ({ open }) => {
  it('lists all that is open, however much was finished since, and the newest of that', async () => {
    const office = await openDesk(await open());
    const { submissions } = office;
    const waiting = await submitted(office);
    const back = await submitted(office, named({ reporting: [] }));
    const returned = done(
      await submissions.sendBack(by(people.approver), back.id, back.version, '缺少公告原件'),
    );
    const draft = async (division = '131082', actor: (typeof people)[keyof typeof people]) =>
      done(await submissions.draft(by(actor), division, { ...creating(), changes: [] }));
    const begun = await draft('131082', people.clerk);
    const elsewhere = await draft('131081', people.neighbour);
    const finished: string[] = [];
    for (let turn = 0; turn < 205; turn += 1) {
      const { id, version } = await draft('131082', people.clerk);
      done(await submissions.withdraw(by(people.clerk), id, version));
      finished.push(id);
    }
    const shown = await submissions.desk(people.clerk, '131082', 20);
    expect(shown.map(({ id }) => id)).toEqual([
      begun.id,
      returned.id,
      waiting.id,
      ...finished.toReversed().slice(0, 20),
    ]);
    expect(shown.slice(0, 3).map(({ state, awaiting }) => [state, awaiting])).toEqual([
      ['draft', null],
      ['returned', null],
      ['submitted', 'city'],
    ]);
    expect(await submissions.desk(people.clerk, '131081', 20)).toEqual([]);
    expect(await submissions.desk(people.approver, '131081', 20)).toMatchObject([
      { id: elsewhere.id },
    ]);
  });

  it('lists every draft, also more than a page would hold', async () => {
    const { submissions } = await openDesk(await open());
    const drafts: string[] = [];
    for (let turn = 0; turn < 205; turn += 1) {
      const proposal = { ...creating(), changes: [] };
      drafts.push(done(await submissions.draft(by(people.clerk), '131082', proposal)).id);
    }
    const shown = await submissions.desk(people.clerk, '131082', 20);
    expect(shown.map(({ id }) => id)).toEqual(drafts.toReversed());
  });
});
