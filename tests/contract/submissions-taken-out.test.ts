import { describe, expect, it } from 'vitest';
import type { SubmissionDetail } from '../../src/lib/domain/recorded-submission.ts';
import { rowsOf } from '../../src/lib/domain/proposal-rows.ts';
import type { Proposal } from '../../src/lib/domain/submission.ts';
import { takenOut } from '../../src/lib/domain/taken-out.ts';
import { listFormOf, proposalOfList } from '../../src/lib/view/office/list-form.ts';
import { databases } from './databases.ts';
import { approved, by, done, openDesk, people, type Desk } from './submissions-desk.ts';

const today = '2026-11-24';
const units = ['131082100', '131082101', '131082102'] as const;
const list: Proposal = {
  changes: [],
  reporting: [],
  places: units.map((division, index) => ({
    division,
    geometry: { type: 'Point', coordinates: [117 + index / 100, 39.95] },
  })),
};

/** What the form of the list makes of a submission, as the desk reads it from the database. */
async function edited(
  { submissions }: Desk,
  { id, version, proposal }: SubmissionDetail,
  choices: { readonly dropped?: readonly string[]; readonly putBack?: readonly string[] },
): Promise<Proposal> {
  const begun = await submissions.proposalAt(people.cityClerk, id, 1);
  if (!begun) throw new Error(`The submission ${id} has no first version.`);
  const form = { ...listFormOf(proposal, version, today), ...choices };
  return proposalOfList(proposal, form, null, today, begun).proposal;
}

async function saved(desk: Desk, of: SubmissionDetail, choices: Parameters<typeof edited>[2]) {
  const next = await edited(desk, of, choices);
  return done(await desk.submissions.save(by(people.cityClerk), of.id, of.version, next));
}

describe.each(databases)('a list that came back, in $name', ({ open }) => {
  it('loses rows at one sitting, gets one of them back at another, and is approved with it', async () => {
    const desk = await openDesk(await open());
    const { submissions } = desk;
    const drafted = done(await submissions.draft(by(people.cityClerk), '131000', list));
    const sent = done(
      await submissions.submit(by(people.cityClerk), drafted.id, drafted.version, list),
    );
    const returned = done(
      await submissions.sendBack(by(people.approver), sent.id, sent.version, '请核对'),
    );
    const [first = '', second = '', third = ''] = rowsOf(list).map(({ key }) => key);
    const once = await saved(desk, returned, { dropped: [first] });
    const twice = await saved(desk, once, { dropped: [third] });
    expect(rowsOf(twice.proposal).map(({ key }) => key)).toEqual([second]);

    // Read anew, as by another who opens it on another day.
    const opened = await submissions.find(people.cityClerk, sent.id);
    const begun = await submissions.proposalAt(people.cityClerk, sent.id, 1);
    if (!opened || !begun) throw new Error('The submission is gone.');
    const gone = rowsOf(takenOut(begun, opened.proposal)).map(({ key }) => key);
    expect(gone).toEqual([first, third]);

    const restored = await edited(desk, opened, { putBack: [first] });
    const again = done(
      await submissions.submit(by(people.cityClerk), opened.id, opened.version, restored),
    );
    done(await approved(desk, again));
    expect(desk.data().status.places).toEqual([
      expect.objectContaining(list.places?.[0]),
      expect.objectContaining(list.places?.[1]),
    ]);
  });

  it('is as it was begun once everything has been put back', async () => {
    const desk = await openDesk(await open());
    const { submissions } = desk;
    const drafted = done(await submissions.draft(by(people.cityClerk), '131000', list));
    const [first = '', second = ''] = rowsOf(list).map(({ key }) => key);
    const shorter = await saved(desk, drafted, { dropped: [first, second] });
    const whole = await saved(desk, shorter, { putBack: [second, first] });
    expect(whole.proposal).toEqual(drafted.proposal);
    expect(whole.version).toBe(3);
  });
});
