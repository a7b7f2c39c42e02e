import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { officeWordsOf } from '../../src/lib/i18n/office-words.ts';
import { createAuditLog } from '../../src/lib/server/audit/append.ts';
import type { AuditEntry } from '../../src/lib/server/audit/audit.ts';
import { hashOf } from '../../src/lib/server/audit/chain.ts';
import { exportLogCsv, exportLogJsonLines } from '../../src/lib/server/audit/export-log.ts';
import type { LogFilter } from '../../src/lib/server/audit/log-filter.ts';
import { readLog, readPeople } from '../../src/lib/server/audit/read-log.ts';
import type { Database } from '../../src/lib/server/db/database.ts';
import type { AuditTable } from '../../src/lib/server/db/schema.ts';
import { databases } from './databases.ts';

const log = createAuditLog(new Uint8Array(32).fill(7));
const wang = { id: 'w', name: '王小林' };
const li = { id: 'l', name: '李审核' };
const words = (lang: 'zh-CN' | 'en') => ({
  columns: officeWordsOf[lang].log.csv,
  actions: officeWordsOf[lang].log.actions,
  outcomes: { done: '完成', refused: '拒绝' },
  nameOf: (division: string) => (division === '131000' ? '廊坊市' : null),
});

/** Rows 1 to 6. In Asia/Shanghai the day changes at 16:00 UTC. */
const entries: readonly AuditEntry[] = [
  { at: '2026-02-28T15:59:59.999Z', actor: null, action: 'site.seeded' },
  { at: '2026-02-28T16:00:00.000Z', actor: wang, action: 'session.signed-in' },
  { at: '2026-03-01T01:00:00.000Z', actor: wang, action: 'submission.saved', division: '131082' },
  { at: '2026-03-01T15:59:59.999Z', actor: li, action: 'event.recorded', division: '131082104' },
  {
    at: '2026-03-01T16:00:00.000Z',
    actor: { ...wang, name: '王大林' },
    action: 'submission.approved',
    division: '131000',
    subject: '=HYPERLINK("http://example.com")',
    outcome: 'refused',
    details: { reason: 'own-submission', note: '第一行\r\n"第二行"' },
    request: 'r-5',
  },
  { at: '2026-03-02T00:00:00.000Z', actor: li, action: 'reporting.confirmed', division: '131003' },
];

async function logOf(open: () => Promise<Database>, rows = entries): Promise<Database> {
  const database = await open();
  await database.write(async (write) => {
    for (const entry of rows) await log.append(write, entry);
  });
  return database;
}

async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

describe.each(databases)('the auditor, in $name,', ({ open }) => {
  it.each<[what: string, filter: LogFilter, rows: readonly number[]]>([
    ['everything', {}, [6, 5, 4, 3, 2, 1]],
    ['one day', { from: '2026-03-01', to: '2026-03-01' }, [4, 3, 2]],
    ['all since a day', { from: '2026-03-02' }, [6, 5]],
    ['all up to a day', { to: '2026-02-28' }, [1]],
    ['one person, whatever the name was then', { actor: 'w' }, [5, 3, 2]],
    ['a person there cannot be', { actor: '\0' }, []],
    ['a county and its townships', { division: '131082' }, [4, 3]],
    ['a township', { division: '131082104' }, [4]],
    ['the prefecture and all its counties', { division: '131000' }, [6, 5, 4, 3]],
    ['a province', { division: '130000' }, [6, 5, 4, 3]],
    ['no division of that code', { division: '%' }, []],
    ['one action', { action: 'event.recorded' }, [4]],
    ['what was refused', { outcome: 'refused' }, [5]],
    ['all of these at once', { actor: 'w', division: '131082', from: '2026-03-01' }, [3]],
  ])('reads %s, newest first', async (_what, filter, rows) => {
    const database = await logOf(open);
    const page = await readLog(database.read, filter);
    expect(page.rows.map(({ seq }) => seq)).toEqual(rows);
    expect(page.next).toBeNull();
  });

  it('reads on where the page ended, each row once, while new ones come', async () => {
    const database = await logOf(open);
    const first = await readLog(database.read, {}, { size: 4 });
    expect([first.rows.length, first.next]).toEqual([4, 3]);
    await database.write((write) => log.append(write, { ...li, ...entries[0] } as AuditEntry));
    const second = await readLog(database.read, {}, { size: 4, before: first.next ?? 0 });
    expect(second.rows.map(({ seq }) => seq)).toEqual([2, 1]);
    expect(second.next).toBeNull();
  });

  it('begins at the newest row where the number of the page is beyond every row', async () => {
    const database = await logOf(open);
    const { rows } = await readLog(database.read, {}, { before: 999_999_999_999_999 });
    expect(rows.map(({ seq }) => seq)).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it('sees a row as it was written', async () => {
    const database = await logOf(open);
    const { rows } = await readLog(database.read, { outcome: 'refused' });
    const { actor, action, division, subject, outcome, details, request, at } = entries[4] ?? {};
    const [row] = rows;
    expect(row).toMatchObject({ seq: 5, at, actor, action, division, subject, outcome, request });
    expect(row?.details).toEqual(details);
  });

  it('chooses among the people of the log, by their last names', async () => {
    const database = await logOf(open);
    expect(await readPeople(database.read)).toEqual([li, { id: 'w', name: '王大林' }]);
  });

  it('takes the log away as a table that Excel opens and that runs nothing', async () => {
    const database = await logOf(open);
    const csv = await textOf(exportLogCsv(database.read, {}, words('zh-CN')));
    expect(csv.startsWith('\ufeff序号,时间（UTC）,')).toBe(true);
    const inCells = csv.match(/第一行\\r\\n/g)?.length;
    expect(inCells).toBe(1);
    expect(csv.match(/\n/g)?.length).toBe(csv.match(/\r\n/g)?.length);
    const [headings = [], ...rows] = parse(csv, { bom: true });
    const refused = Object.fromEntries(headings.map((name, at) => [name, rows[4]?.[at]]));
    expect(rows.map(([seq]) => seq)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(refused).toMatchObject({
      序号: '5',
      '时间（UTC）': '2026-03-01T16:00:00.000Z',
      人员: '王大林',
      事项代码: 'submission.approved',
      事项: '核准',
      行政区划代码: '131000',
      行政区划: '廊坊市',
      对象: `'=HYPERLINK("http://example.com")`,
      结果: '拒绝',
    });
    const english = await textOf(exportLogCsv(database.read, {}, words('en')));
    expect(english.startsWith('\ufeffno,time_utc,')).toBe(true);
  });

  it('takes it away as lines whose hashes anyone can redo', async () => {
    const many = Array.from({ length: 2100 }, (_, row): AuditEntry => {
      const { at, actor, action } = entries[row % entries.length] as AuditEntry;
      return { at, actor, action, subject: String(row) };
    });
    const database = await logOf(open, many);
    const lines = await textOf(exportLogJsonLines(database.read, {}));
    const rows = lines
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as AuditTable);
    expect(rows.map(({ seq }) => seq)).toEqual(many.map((_, row) => row + 1));
    expect(rows.every((row) => row.hash === hashOf(row))).toBe(true);
    expect(rows.every((row, at) => at === 0 || row.previous === rows[at - 1]?.hash)).toBe(true);
  });

  it('takes away what the filter lets through, up to where the log ended when it began', async () => {
    const database = await logOf(open);
    const chunks = exportLogJsonLines(database.read, { actor: 'l' });
    const first = await chunks.next();
    await database.write((write) => log.append(write, entries[5] as AuditEntry));
    expect(String(first.value).match(/"seq":\d+/g)).toEqual(['"seq":4', '"seq":6']);
    expect((await chunks.next()).done).toBe(true);
  });
});
