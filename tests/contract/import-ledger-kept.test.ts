import { beforeEach, describe, expect, it } from 'vitest';
import { readWorkbook } from '../../src/lib/server/spreadsheet/read-workbook.ts';
import { databases } from './databases.ts';
import { openLedgerDesk, pasted, type LedgerDesk } from './ledger-desk.ts';
import { by, pdf, people } from './submissions-desk.ts';

describe.each(databases)('a ledger on $name', ({ open }) => {
  let office: LedgerDesk;
  beforeEach(async () => {
    office = await openLedgerDesk(await open());
  });

  it('keeps nothing of a file that cannot be read, or is no ledger', async () => {
    const { desk, rowsOf } = office;
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
    const { desk, kept, judged, rowsOf } = office;
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
    const { desk, kept } = office;
    const old = await kept();
    desk.clock.now += 8 * 24 * 60 * 60 * 1000;
    const next = await kept();
    expect(await desk.imports.find(people.clerk, old)).toBeNull();
    expect(await desk.imports.unfinished(people.clerk)).toMatchObject([{ id: next }]);
  });

  it('comes back with its notes in a column of their own, and the log says who took it', async () => {
    const { desk, kept, judged } = office;
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
