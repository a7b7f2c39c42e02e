/** What a ledger's preview says of changes that wait for approval already. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/lib/domain/permission.ts';
import type { Change } from '../../src/lib/domain/submission.ts';
import { fromJsonBytes } from '../../src/lib/server/kept-files/row-pages.ts';
import { databases } from './databases.ts';
import { by, done, openDesk, people, pdf, type Desk } from './submissions-desk.ts';

const county = '131082';
const block = ['乡镇\t村名\t认定年份', '皇庄镇\t大王庄\t2023', '皇庄镇\t陈庄\t2023'];

describe.each(databases)('a ledger beside what is under review on $name', ({ open }) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(await open());
  });

  async function judged(lines: readonly string[], actor: Actor = people.clerk) {
    const bytes = new TextEncoder().encode(lines.join('\n'));
    const sent = { division: county, track: 'village', name: '粘贴的内容', kind: 'paste' } as const;
    const kept = await desk.imports.keep(by(actor), { ...sent, bytes });
    if (kept.status !== 'done') throw new Error(JSON.stringify(kept));
    const file = await desk.imports.find(actor, kept.id);
    const outcome = file && (await desk.imports.judge(file));
    if (outcome?.status !== 'judged') throw new Error(JSON.stringify(outcome));
    return { id: kept.id, ...outcome };
  }

  /** The first village of the block, submitted by this person for this division. */
  async function submitFirst(actor: Actor, division: string): Promise<string> {
    const { changes } = await judged(block.slice(0, 2));
    const proposal = {
      changes: fromJsonBytes<Change>(changes),
      source: { title: '通知（测试）', publisher: '测试机关' },
      reporting: [],
    };
    const { submissions } = desk;
    const draft = done(await submissions.draft(by(actor), division, proposal));
    const file = { name: '名单.pdf', bytes: pdf() };
    const { version } = done(await submissions.attach(by(actor), draft.id, draft.version, file));
    return done(await submissions.submit(by(actor), draft.id, version, proposal)).id;
  }

  it('says nothing where nothing is under review, or only a draft', async () => {
    const ledger = await judged(block);
    const { count } = await desk.imports.underReview(people.clerk, ledger);
    expect(count).toBe(0);
    const confirmed = await desk.imports.confirm(
      by(people.clerk),
      ledger.id,
      ledger.fingerprint,
      false,
    );
    expect(confirmed.status).toBe('done');
    expect((await desk.imports.underReview(people.clerk, await judged(block))).count).toBe(0);
  });

  it('names the report in which the same change waits, until it is withdrawn', async () => {
    const submission = await submitFirst(people.second, county);
    const ledger = await judged([...block.slice(0, 1), '皇庄镇\t大王庄\t2022', block[2] ?? '']);
    const underReview = await desk.imports.underReview(people.clerk, ledger);
    expect(underReview.count).toBe(1);
    const told = fromJsonBytes<Change>(ledger.changes).map((change) => underReview.of(change));
    // It is the same village and title, though the ledger gives another year.
    expect(told).toEqual([{ submission, effective: '2023', isReadable: true }, null]);

    const sent = await desk.submissions.find(people.second, submission);
    done(await desk.submissions.withdraw(by(people.second), submission, sent?.version ?? 0));
    expect((await desk.imports.underReview(people.clerk, ledger)).count).toBe(0);
  });

  it('leads nobody to a report that is not theirs to read', async () => {
    const submission = await submitFirst(people.cityClerk, '131000');
    const ledger = await judged(block);
    const [first] = fromJsonBytes<Change>(ledger.changes);
    if (!first) throw new Error('no change');
    const asCounty = await desk.imports.underReview(people.clerk, ledger);
    const asCity = await desk.imports.underReview(people.cityClerk, ledger);
    expect(asCounty.of(first)).toMatchObject({ submission, isReadable: false });
    expect(asCity.of(first)).toMatchObject({ submission, isReadable: true });
  });
});
