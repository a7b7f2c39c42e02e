import { beforeEach, describe, expect, it } from 'vitest';
import { fold } from '../../src/lib/domain/fold.ts';
import { knowledgeOf } from '../../src/lib/domain/knowledge.ts';
import { targetProgress } from '../../src/lib/domain/progress.ts';
import { usualLedger } from '../../src/lib/server/import/usual-ledger.ts';
import { ledgerFile } from '../office/ledger-file.ts';
import { databases } from './databases.ts';
import { block, openLedgerDesk, pasted, type LedgerDesk } from './ledger-desk.ts';
import { approved, by, done, pdf, people } from './submissions-desk.ts';

const city = '131000';
const today = '2026-11-24';

describe.each(databases)('a ledger on $name', ({ open }) => {
  let office: LedgerDesk;
  beforeEach(async () => {
    office = await openLedgerDesk(await open());
  });

  async function sureVillages(): Promise<number> {
    const { desk } = office;
    const data = desk.data();
    const target = data.programme.targets.find(({ track }) => track === 'village');
    if (!target) throw new Error('no target of villages');
    return targetProgress(knowledgeOf(data), target, today).low;
  }

  it('goes from the file to the public count in one report, and back in another', async () => {
    const { desk, kept, judged, rowsOf } = office;
    const ledger = usualLedger(desk.data().divisions);
    const bytes = ledgerFile(ledger.workbook);
    const clerk = by(people.cityClerk);
    const sent = {
      division: city,
      track: 'village',
      name: '2023年名单.xlsx',
      kind: 'file',
    } as const;
    const id = await kept({ ...sent, bytes }, clerk);
    const first = await judged(id, people.cityClerk);
    expect(first.counts).toMatchObject({ new: 247, doubt: 3, wrong: 0, same: 0 });
    expect(first.rows.mend.count).toBe(3);

    const rows = Object.fromEntries(
      ledger.mistakes.map(({ row, meant }) => [`${ledger.sheet}!${row}`, meant.code]),
    );
    expect(await desk.imports.choose(clerk, id, { rows })).toBe('done');
    const settled = await judged(id, people.cityClerk);
    expect(settled.counts).toMatchObject({ new: 250, doubt: 0 });
    // What was settled by hand stays where it can be taken back.
    expect(settled.rows.mend.count).toBe(3);
    expect(await rowsOf('submission')).toEqual([]);

    const before = JSON.stringify(standings());
    const confirmed = await desk.imports.confirm(clerk, id, settled.fingerprint, false);
    if (confirmed.status !== 'done') throw new Error(JSON.stringify(confirmed));
    const draft = await desk.submissions.find(people.cityClerk, confirmed.submission);
    expect(draft?.proposal.changes).toHaveLength(250);
    const row = (await rowsOf('audit')).find(
      (entry) => 'details' in entry && entry.action === 'submission.drafted',
    );
    expect(JSON.parse((row as { details: string }).details)).toMatchObject({
      ledger: '2023年名单.xlsx',
      rows: settled.rowCount,
    });

    const approvedImport = await submitAndApprove(confirmed.submission, {
      title: '关于命名2023年市级森林村庄的通知（测试）',
      publisher: '测试机关',
    });
    expect(await sureVillages()).toBe(250);

    // The same file again: everything is on record.
    const again = await judged(await kept({ ...sent, bytes }, clerk), people.cityClerk);
    expect(again.counts).toMatchObject({ new: 0, same: 247 });
    await desk.imports.choose(clerk, await kept({ ...sent, bytes }, clerk), { rows });

    const undone = await desk.submissions.undo(clerk, approvedImport, '名单有误');
    if (undone.status !== 'done') throw new Error(JSON.stringify(undone));
    expect(undone.submission.proposal.changes).toHaveLength(250);
    await submitAndApprove(undone.submission.id, undefined);
    expect(await sureVillages()).toBe(0);
    expect(JSON.stringify(standings())).toBe(before);
    expect((await desk.submissions.undo(clerk, approvedImport, '再撤')).status).toBe('nothing');
  }, 120_000);

  /** How every village stands on the track, by the fold. */
  function standings() {
    const { desk } = office;
    const data = desk.data();
    const track = data.programme.tracks.find(({ id }) => id === 'village');
    if (!track) throw new Error('no track of villages');
    const byUnit = Map.groupBy(
      data.status.events.filter((event) => event.track === 'village'),
      ({ division }) => division,
    );
    return data.divisions
      .filter(({ level }) => level === 'village')
      .map(({ code }) => {
        const { surelyCounts, mayCount, current } = fold(byUnit.get(code) ?? [], track, {
          at: today,
        });
        return [code, surelyCounts, mayCount, current?.event.id ?? null];
      });
  }

  async function submitAndApprove(
    id: string,
    source: { title: string; publisher: string } | undefined,
  ): Promise<string> {
    const { desk } = office;
    const clerk = by(people.cityClerk);
    const draft = await desk.submissions.find(people.cityClerk, id);
    if (!draft) throw new Error(id);
    const attached = done(
      await desk.submissions.attach(clerk, id, draft.version, { name: '名单.pdf', bytes: pdf(id) }),
    );
    const { changes, reporting } = draft.proposal;
    const proposal = { changes, reporting, ...(source && { source }) };
    const sent = done(await desk.submissions.submit(clerk, id, attached.version, proposal));
    const started = performance.now();
    const result = await approved(desk, sent);
    console.log(
      `approving ${proposal.changes.length} changes took ${Math.round(performance.now() - started)} ms`,
    );
    done(result);
    return id;
  }

  it('is confirmed without its rows in doubt only where that is said', async () => {
    const { desk, kept, judged, rowsOf } = office;
    const id = await kept();
    const { fingerprint, counts, changeCount } = await judged(id);
    expect([counts.new, counts.doubt + counts.wrong]).toEqual([2, 1]);
    const clerk = by(people.clerk);
    expect((await desk.imports.confirm(clerk, id, fingerprint, false)).status).toBe('unsettled');
    expect(await rowsOf('submission')).toEqual([]);
    const confirmed = await desk.imports.confirm(clerk, id, fingerprint, true);
    expect(confirmed.status).toBe('done');
    const [draft] = await desk.submissions.list(people.clerk);
    expect(draft?.proposal.changes).toHaveLength(changeCount);
    expect(draft?.proposal.source?.documentNumber).toBe('测试〔2023〕1号');
    // A second click leads to the same draft.
    expect(await desk.imports.confirm(clerk, id, fingerprint, true)).toEqual(confirmed);
    expect(await rowsOf('submission')).toHaveLength(1);
    expect(await desk.imports.choose(clerk, id, { rows: {} })).toBe('confirmed');
  });

  it('is shown again where something was approved since it was looked at', async () => {
    const { desk, kept, judged } = office;
    const id = await kept();
    const { fingerprint } = await judged(id);
    const other = await kept(pasted(block.split('\n').slice(0, 2).join('\n')));
    const shown = await judged(other);
    const clerk = by(people.clerk);
    const confirmed = await desk.imports.confirm(clerk, other, shown.fingerprint, false);
    if (confirmed.status !== 'done') throw new Error(confirmed.status);
    const drafted = await desk.submissions.find(people.clerk, confirmed.submission);
    if (!drafted) throw new Error('no draft');
    const attached = done(
      await desk.submissions.attach(clerk, drafted.id, 1, { name: '一.pdf', bytes: pdf() }),
    );
    const proposal = { ...drafted.proposal, source: { title: '通知', publisher: '测试机关' } };
    const sent = done(await desk.submissions.submit(clerk, drafted.id, attached.version, proposal));
    done(await approved(desk, sent));
    expect((await desk.imports.confirm(clerk, id, fingerprint, true)).status).toBe('changed');
    expect((await judged(id)).counts).toMatchObject({ new: 1, same: 1 });
  });

  it('that says nothing new makes no draft', async () => {
    const { desk, kept, judged } = office;
    const left = await kept();
    const rows = { '粘贴!2': '', '粘贴!3': '', '粘贴!4': '' };
    const sheet = (await judged(left)).sheets[0]?.name ?? '';
    await desk.imports.choose(by(people.clerk), left, {
      rows: Object.fromEntries(Object.keys(rows).map((row) => [row.replace('粘贴', sheet), ''])),
    });
    const { fingerprint, changeCount, counts } = await judged(left);
    expect([changeCount, counts['left-out']]).toEqual([0, 3]);
    const result = await desk.imports.confirm(by(people.clerk), left, fingerprint, true);
    expect(result.status).toBe('nothing');
  });
});
