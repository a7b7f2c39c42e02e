import { describe, expect, it } from 'vitest';
import { knowledgeOf, trackKnowledge } from '../../src/lib/domain/knowledge.ts';
import { checkStatus } from '../../src/lib/server/data/check-status.ts';
import { readFacts } from '../../src/lib/server/facts/read-facts.ts';
import { databases } from './databases.ts';
import {
  approved,
  by,
  done,
  named,
  openDesk,
  people,
  submitted,
  type Desk,
} from './submissions-desk.ts';

const today = '2026-11-24';
const tracks = ['national', 'provincial', 'township', 'village'];

function reportedTo({ data }: Desk, track: string, division = '131082') {
  return trackKnowledge(knowledgeOf(data()), track).reportedTo(division);
}

describe.each(databases)('"nothing new" in $name', ({ open }) => {
  const desk = async () => openDesk(await open());

  it('moves the dates of the county at once, with an honest source', async () => {
    const office = await desk();
    const { submissions, database } = office;
    const confirm = () => submissions.confirmNothingNew(by(people.clerk), '131082', tracks, today);
    expect(await confirm()).toEqual({ status: 'done' });
    for (const track of tracks) expect(reportedTo(office, track)).toBe(today);
    expect(reportedTo(office, 'village', '131082001001')).toBe(today);
    expect(reportedTo(office, 'national', '131081')).toBe('2020-12-31');
    const status = await readFacts(database.read);
    const { sources, reporting } = status;
    const source = sources.at(-1);
    expect(source).toMatchObject({
      title: '三河市确认：截至2026-11-24无新变化',
      publisher: '三河市',
      date: today,
    });
    expect(reporting.filter((report) => report.source === source?.id)).toHaveLength(4);
    const { programme, divisions } = office.data();
    expect(checkStatus(status, programme, divisions)).toEqual([]);
    expect(await office.auditRows()).toMatchObject([
      { action: 'reporting.confirmed', subject: source?.id, division: '131082' },
    ]);
    expect(office.told.count).toBe(1);
  });

  it('writes nothing the second time on the same day', async () => {
    const office = await desk();
    const { submissions, database } = office;
    const confirm = (some = tracks) =>
      submissions.confirmNothingNew(by(people.clerk), '131082', some, today);
    const results = await Promise.all([confirm(), confirm(), confirm([...tracks, 'national'])]);
    expect(results).toEqual(Array(3).fill({ status: 'done' }));
    const { reporting } = await readFacts(database.read);
    expect(reporting.filter(({ completeTo }) => completeTo === today)).toHaveLength(4);
    expect(await office.auditRows()).toHaveLength(1);
  });

  it('never moves a date back, nor beyond today', async () => {
    const office = await desk();
    const { submissions } = office;
    const confirm = (day: string, some: readonly string[] = ['national']) =>
      submissions.confirmNothingNew(by(people.clerk), '131082', some, day);
    await confirm('2026-11-20');
    expect(await confirm('2026-11-19', ['provincial', 'national'])).toEqual({
      status: 'invalid',
      faults: [
        {
          field: 'reporting.1.completeTo',
          code: 'earlier-than-before',
          values: { track: 'national', before: '2026-11-20' },
        },
      ],
    });
    expect(await confirm('2026-11-25')).toMatchObject({ faults: [{ code: 'future' }] });
    expect(await confirm('gestern')).toMatchObject({ faults: [{ code: 'not-a-date' }] });
    expect(await confirm(today, [])).toMatchObject({ faults: [{ code: 'required' }] });
    expect(await confirm(today, ['prefecture'])).toMatchObject({
      faults: [{ code: 'not-counted' }],
    });
    expect(await confirm(today, ['x'])).toMatchObject({ faults: [{ code: 'unknown-track' }] });
    await office.refresh();
    expect(reportedTo(office, 'national')).toBe('2026-11-20');
    expect(reportedTo(office, 'provincial')).toBe('2020-12-31');
  });

  it("is for one's own county, and for the posts that report", async () => {
    const office = await desk();
    const { submissions } = office;
    const { neighbour, head, approver, auditor, administrator, cityClerk } = people;
    for (const actor of [neighbour, head, approver, auditor, administrator]) {
      const result = await submissions.confirmNothingNew(by(actor), '131082', tracks, today);
      expect(result.status).toBe('refused');
    }
    const result = await submissions.confirmNothingNew(by(cityClerk), '131082', tracks, today);
    expect(result.status).toBe('done');
  });

  it('is not said while a change of the same track waits for approval', async () => {
    const office = await desk();
    const { submissions } = office;
    const submission = await submitted(office);
    const confirm = () => submissions.confirmNothingNew(by(people.clerk), '131082', tracks, today);
    expect(await confirm()).toEqual({
      status: 'invalid',
      faults: [
        { field: 'reporting.1.track', code: 'under-review', values: { track: 'provincial' } },
      ],
    });
    done(await approved(office, submission));
    expect(await confirm()).toEqual({ status: 'done' });
    expect(reportedTo(office, 'provincial')).toBe(today);
  });

  it('holds what a clock that was set back could not: a later report is recorded later', async () => {
    const office = await desk();
    const { submissions, clock } = office;
    await submissions.confirmNothingNew(by(people.clerk), '131082', ['national'], '2026-11-20');
    clock.now -= 2 * 3_600_000;
    const submission = await submitted(office, {
      ...named(),
      changes: [],
      reporting: [{ track: 'national', completeTo: today }],
    });
    done(await approved(office, submission));
    expect(reportedTo(office, 'national')).toBe(today);
  });
});
