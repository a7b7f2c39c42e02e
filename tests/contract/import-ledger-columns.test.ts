import { beforeEach, describe, expect, it } from 'vitest';
import type { ToldTable } from '../../src/lib/domain/told-columns.ts';
import { databases } from './databases.ts';
import { openLedgerDesk, pasted, type LedgerDesk } from './ledger-desk.ts';
import { approved, by, done, pdf, people } from './submissions-desk.ts';

/** Nothing but names of villages of 三河: as it is copied most often. */
const names = '白塔寺村\n赵庄子村\n韶道庵村';
const told: ToldTable = { sheet: '', firstRow: 1, columns: [{ index: 0, meaning: 'village' }] };

describe.each(databases)('a ledger without headings on $name', ({ open }) => {
  let office: LedgerDesk;
  beforeEach(async () => {
    office = await openLedgerDesk(await open());
  });

  const tell = (id: string, table: ToldTable | null, effective?: string) =>
    office.desk.imports.choose(by(people.clerk), id, {
      rows: {},
      tables: [{ sheet: '', told: table }],
      ...(effective !== undefined && { effective }),
    });

  async function judge(id: string) {
    const ledger = await office.desk.imports.find(people.clerk, id);
    if (!ledger) throw new Error('There is no such ledger.');
    return office.desk.imports.judge(ledger);
  }

  it('is kept, and asked about', async () => {
    const id = await office.kept(pasted(names));
    expect(await judge(id)).toMatchObject({
      status: 'refused',
      reason: 'no-header',
      tables: [{ namesUnits: true, firstRow: 1, columns: [{ meaning: 'village' }] }],
    });
    const confirmed = await office.desk.imports.confirm(by(people.clerk), id, '', true);
    expect(confirmed).toMatchObject({ status: 'refused', reason: 'no-header' });
    expect(await office.rowsOf('submission')).toEqual([]);
  });

  it('is read by the columns that were told, and told again or taken back', async () => {
    const id = await office.kept(pasted(names));
    expect(await tell(id, told, '2023')).toBe('done');
    const first = await office.judged(id);
    expect(first.counts).toMatchObject({ new: 3 });
    expect(first.tables).toMatchObject([{ isRead: true, told }]);
    // What is kept is what was said, member by member.
    const kept = await office.desk.imports.find(people.clerk, id);
    expect(kept?.choices).toEqual({ rows: {}, effective: '2023', tables: [told] });
    const other = await office.kept(pasted(names));
    await tell(other, told, '2023');
    expect((await office.judged(other)).fingerprint).toBe(first.fingerprint);

    expect(await tell(id, { ...told, firstRow: 2 })).toBe('done');
    expect((await office.judged(id)).counts).toMatchObject({ new: 2 });
    expect(await tell(id, null)).toBe('done');
    expect(await judge(id)).toMatchObject({ status: 'refused', reason: 'no-header' });
    expect((await office.desk.imports.find(people.clerk, id))?.choices).toEqual({
      rows: {},
      effective: '2023',
    });
  });

  it('becomes one draft of what was shown, and of nothing else', async () => {
    const { desk, kept, judged } = office;
    const id = await kept(pasted(names));
    await tell(id, told, '2023');
    const { fingerprint } = await judged(id);
    await tell(id, { ...told, firstRow: 2 });
    const stale = await desk.imports.confirm(by(people.clerk), id, fingerprint, false);
    expect(stale.status).toBe('changed');
    await tell(id, told);
    const done = await desk.imports.confirm(by(people.clerk), id, fingerprint, false);
    if (done.status !== 'done') throw new Error(done.status);
    const draft = await desk.submissions.find(people.clerk, done.submission);
    expect(draft?.proposal.changes).toHaveLength(3);
    expect(await tell(id, null)).toBe('confirmed');
  });

  it('comes to nothing new when it is sent and told again after its approval', async () => {
    const { desk, kept, judged } = office;
    const clerk = by(people.clerk);
    const id = await kept(pasted(names));
    await tell(id, told, '2023');
    const { fingerprint } = await judged(id);
    const confirmed = await desk.imports.confirm(clerk, id, fingerprint, false);
    if (confirmed.status !== 'done') throw new Error(confirmed.status);
    const draft = await desk.submissions.find(people.clerk, confirmed.submission);
    if (!draft) throw new Error('There is no such draft.');
    const file = { name: '名单.pdf', bytes: pdf() };
    const attached = done(await desk.submissions.attach(clerk, draft.id, draft.version, file));
    const proposal = { ...draft.proposal, source: { title: '通知', publisher: '测试机关' } };
    const sent = done(await desk.submissions.submit(clerk, draft.id, attached.version, proposal));
    done(await approved(desk, sent));

    const again = await kept(pasted(names));
    expect(again).not.toBe(id);
    await tell(again, told, '2023');
    const { counts, changeCount, fingerprint: same } = await judged(again);
    expect(counts).toMatchObject({ new: 0, changed: 0, same: 3, doubt: 0, wrong: 0 });
    expect(changeCount).toBe(0);
    const nothing = await desk.imports.confirm(clerk, again, same, false);
    expect(nothing.status).toBe('nothing');
  });

  it('is no ledger where no cell speaks of a unit', async () => {
    const result = await office.desk.imports.keep(by(people.clerk), pasted('甲\n乙\n丙'));
    expect(result).toMatchObject({ status: 'refused', reason: 'no-header' });
    expect(await office.rowsOf('ledger')).toEqual([]);
  });
});
