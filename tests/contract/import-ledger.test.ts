import { beforeEach, describe, expect, it } from 'vitest';
import { fold } from '../../src/lib/domain/fold.ts';
import { knowledgeOf } from '../../src/lib/domain/knowledge.ts';
import { targetProgress } from '../../src/lib/domain/progress.ts';
import type { JudgedLedger, SentLedger } from '../../src/lib/server/import/imports.ts';
import { usualLedger } from '../../src/lib/server/import/usual-ledger.ts';
import { readWorkbook } from '../../src/lib/server/spreadsheet/read-workbook.ts';
import { ledgerFile } from '../office/ledger-file.ts';
import { databases } from './databases.ts';
import { approved, by, done, openDesk, pdf, people, type Desk } from './submissions-desk.ts';

const city = '131000';
const today = '2026-11-24';

/** A ledger of a few villages of 三河, as a block pasted from Excel. */
const block = [
  '乡镇\t村名\t认定年份\t文号',
  '皇庄镇\t大王庄\t2023\t测试〔2023〕1号',
  '皇庄镇\t陈庄\t2023\t测试〔2023〕1号',
  '皇庄镇\t没有的村\t2023\t测试〔2023〕1号',
].join('\n');

const pasted = (text = block, division = '131082'): SentLedger => ({
  division,
  track: 'village',
  name: '粘贴的内容',
  kind: 'paste',
  bytes: new TextEncoder().encode(text),
});

describe.each(databases)('a ledger on $name', ({ open }) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(await open());
  });

  async function kept(sent: SentLedger = pasted(), who = by(people.clerk)): Promise<string> {
    const result = await desk.imports.keep(who, sent);
    if (result.status !== 'done') throw new Error(JSON.stringify(result));
    return result.id;
  }

  async function judged(id: string, actor = people.clerk): Promise<JudgedLedger> {
    const ledger = await desk.imports.find(actor, id);
    if (!ledger) throw new Error('There is no such ledger.');
    const outcome = await desk.imports.judge(ledger);
    if (outcome.status === 'refused') throw new Error(outcome.reason);
    return outcome;
  }

  const rowsOf = (table: 'submission' | 'event' | 'ledger' | 'audit') =>
    desk.database.read.selectFrom(table).selectAll().execute();

  async function sureVillages(): Promise<number> {
    const data = desk.data();
    const target = data.programme.targets.find(({ track }) => track === 'village');
    if (!target) throw new Error('no target of villages');
    return targetProgress(knowledgeOf(data), target, today).low;
  }

  it('goes from the file to the public count in one report, and back in another', async () => {
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

  it('keeps nothing of a file that cannot be read, or is no ledger', async () => {
    const clerk = by(people.clerk);
    const bytes = pdf();
    const file = { ...pasted(), name: '名单.xlsx', kind: 'file', bytes } as const;
    expect(await desk.imports.keep(clerk, file)).toMatchObject({
      status: 'refused',
      reason: 'not-a-table',
    });
    expect(await desk.imports.keep(clerk, pasted('姓名\t电话\n甲\t乙'))).toMatchObject({
      status: 'refused',
      reason: 'no-header',
    });
    expect(await desk.imports.keep(clerk, { ...pasted(), track: 'national' })).toEqual({
      status: 'invalid',
      field: 'track',
    });
    expect(await rowsOf('ledger')).toEqual([]);
  });

  it('is open to who may write for its division, and to nobody else', async () => {
    const id = await kept();
    expect(await desk.imports.find(people.second, id)).toMatchObject({ id });
    expect(await desk.imports.find(people.cityClerk, id)).toMatchObject({ id });
    for (const other of [people.neighbour, people.head, people.approver, people.auditor]) {
      expect(await desk.imports.find(other, id), other.name).toBeNull();
    }
    const { fingerprint } = await judged(id);
    const refused = await desk.imports.confirm(by(people.neighbour), id, fingerprint, true);
    expect(refused.status).toBe('not-allowed');
    expect(await desk.imports.choose(by(people.neighbour), id, { rows: {} })).toBe('not-found');
    expect(await desk.imports.annotated(by(people.neighbour), id, '错误', [])).toBeNull();
    expect((await desk.imports.keep(by(people.neighbour), pasted())).status).toBe('not-allowed');
    expect(await rowsOf('submission')).toEqual([]);
  });

  it('is removed a week after it was sent in, by the next one', async () => {
    const old = await kept();
    desk.clock.now += 8 * 24 * 60 * 60 * 1000;
    const next = await kept();
    expect(await desk.imports.find(people.clerk, old)).toBeNull();
    expect(await desk.imports.unfinished(people.clerk)).toMatchObject([{ id: next }]);
  });

  it('comes back with its notes in a column of their own, and the log says who took it', async () => {
    const id = await kept();
    const { sheets } = await judged(id);
    const notes = sheets.map(({ name, headerRow }) => ({
      sheet: name,
      headerRow,
      notes: [{ row: 4, text: '没有这个村' }],
    }));
    const file = await desk.imports.annotated(by(people.clerk), id, '错误', notes);
    if (file?.status !== 'annotated') throw new Error('not annotated');
    const read = await readWorkbook(file.bytes, 'x.xlsx');
    if (read.status === 'refused') throw new Error(read.reason);
    const texts = read.workbook.sheets[0]?.rows.map(({ cells }) => {
      const last = cells.at(-1);
      return last?.kind === 'text' ? last.text : '';
    });
    expect(texts?.[0]).toBe('错误');
    expect(texts?.[3]).toBe('没有这个村');
    const rows = await desk.auditRows();
    expect(rows.at(-1)).toMatchObject({ action: 'ledger.downloaded', subject: id });
  });
});
