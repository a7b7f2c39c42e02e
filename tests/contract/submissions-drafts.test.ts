import { describe, expect, it } from 'vitest';
import { databases } from './databases.ts';
import { by, creating, done, named, openDesk, people } from './submissions-desk.ts';

describe.each(databases)('submissions in $name', ({ open }) => {
  const desk = async () => openDesk(await open());

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
});

function source() {
  return { title: '', publisher: '测试机关' };
}
