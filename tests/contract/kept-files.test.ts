/** Files that wait for their confirmation, in two windows of the people who look through them. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { LedgerRow } from '../../src/lib/domain/ledger.ts';
import { countyAreas } from '../../src/lib/server/data/county-areas.ts';
import { realData } from '../../src/lib/server/data/data-copy.ts';
import { readDataDirectory } from '../../src/lib/server/data/read-data-directory.ts';
import type { JudgedLedger, RowList } from '../../src/lib/server/import/imports.ts';
import { fromJsonBytes } from '../../src/lib/server/kept-files/row-pages.ts';
import type { JudgedPlaces } from '../../src/lib/server/places/place-judgement.ts';
import { asGeojson, madeUpPlaces, toGcj02 } from '../office/made-up-places.ts';
import { databases } from './databases.ts';
import { by, openDesk, people, type Desk } from './submissions-desk.ts';

const read = readDataDirectory(realData);
if (read.status === 'invalid') throw new Error('the data of the repository do not validate');
const { geometry, data } = read.site;
const county = '131082';
const area = countyAreas(geometry).get(county);
if (!area) throw new Error('三河 has no outline');
const places = madeUpPlaces(data.divisions, county, area, 4);

/** Two rows that are sure, two that are not; none has a date of its own. */
const block = [
  '乡镇\t村名',
  '皇庄镇\t大王庄',
  '皇庄镇\t陈庄',
  '皇庄镇\t没有的村',
  '皇庄镇\t也没有的村',
].join('\n');

const [clerk, second] = [by(people.clerk), by(people.second)];
const source = { title: '测试用的虚构位置', publisher: '测试机关' };

describe.each(databases)('files that wait on $name', ({ open }) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(await open());
  });

  async function ledger(): Promise<string> {
    const bytes = new TextEncoder().encode(block);
    const sent = { division: county, track: 'village', name: '粘贴的内容', kind: 'paste' } as const;
    const kept = await desk.imports.keep(clerk, { ...sent, bytes });
    if (kept.status !== 'done') throw new Error(JSON.stringify(kept));
    await desk.imports.choose(clerk, kept.id, { rows: {}, effective: '2023' });
    return kept.id;
  }

  async function positions(): Promise<string> {
    const bytes = asGeojson(places, toGcj02);
    const sent = { division: county, level: 'village', name: '虚构位置.geojson', bytes } as const;
    const kept = await desk.placeImports.keep(clerk, sent, 'gcj02');
    if (kept.status !== 'done') throw new Error(JSON.stringify(kept));
    return kept.id;
  }

  async function choicesOf(id: string) {
    const file = await desk.imports.find(people.clerk, id);
    if (!file) throw new Error('There is no such ledger.');
    return file.choices;
  }

  async function judgedLedger(id: string): Promise<JudgedLedger> {
    const file = await desk.imports.find(people.clerk, id);
    const outcome = file && (await desk.imports.judge(file));
    if (outcome?.status !== 'judged') throw new Error(JSON.stringify(outcome));
    return outcome;
  }

  async function judgedPlaces(id: string): Promise<JudgedPlaces> {
    const file = await desk.placeImports.find(people.clerk, id);
    const outcome = file && (await desk.placeImports.judge(file));
    if (outcome?.status !== 'judged') throw new Error(JSON.stringify(outcome));
    return outcome;
  }

  const keysOf = ({ rows }: JudgedLedger, list: RowList): readonly string[] =>
    rows[list].pages.flatMap((page) => fromJsonBytes<LedgerRow>(page)).map(({ key }) => key);

  it('keep what both windows of a ledger chose, at the same moment or one after the other', async () => {
    const id = await ledger();
    const [one = '', other = ''] = keysOf(await judgedLedger(id), 'mend');
    const unit = '131082101201';
    const told = await Promise.all([
      desk.imports.choose(clerk, id, { rows: { [one]: '' } }),
      desk.imports.choose(second, id, { rows: { [other]: unit }, stage: 'named' }),
    ]);
    expect(told).toEqual(['done', 'done']);
    const both = { rows: { [one]: '', [other]: unit }, effective: '2023', stage: 'named' };
    expect(await choicesOf(id)).toEqual(both);
    // The last word on a row, and on nothing else.
    await desk.imports.choose(clerk, id, { rows: { [other]: null } });
    expect(await choicesOf(id)).toEqual({ ...both, rows: { [one]: '' } });
    await desk.imports.choose(second, id, { rows: {}, effective: null });
    expect(await choicesOf(id)).toEqual({ rows: { [one]: '' }, stage: 'named' });
  });

  it('keep what both windows of a file of positions chose', async () => {
    const id = await positions();
    const typed = { ...source, documentNumber: '', location: '', note: '' };
    await Promise.all([
      desk.placeImports.choose(clerk, id, { rows: { '!1': '' }, source: typed }),
      desk.placeImports.choose(second, id, { rows: { '!2': '' }, decided: 'gcj02' }),
    ]);
    const file = await desk.placeImports.find(people.clerk, id);
    expect(file?.choices).toEqual({
      ...{ rows: { '!1': '', '!2': '' }, declared: 'gcj02', decided: 'gcj02' },
      source: typed,
    });
    expect((await judgedPlaces(id)).counts).toMatchObject({ new: 2, 'left-out': 2 });
  });

  it.each([
    ['a row', {}],
    ['the date', { effective: '2022' }],
    ['the stage', { stage: 'revoked' }],
  ] as const)(
    'are not confirmed as they were seen once another window chose %s of a ledger',
    async (what, chosen) => {
      const id = await ledger();
      const seen = await judgedLedger(id);
      const [key = ''] = keysOf(seen, 'new');
      const rows: Record<string, ''> = what === 'a row' ? { [key]: '' } : {};
      expect(await desk.imports.choose(second, id, { ...chosen, rows })).toBe('done');
      const result = await desk.imports.confirm(clerk, id, seen.fingerprint, true);
      expect(result).toEqual({ status: 'changed' });
      expect(await desk.submissions.list(people.clerk)).toEqual([]);
      const now = await judgedLedger(id);
      expect(now.fingerprint).not.toBe(seen.fingerprint);
      expect((await desk.imports.confirm(clerk, id, now.fingerprint, true)).status).toBe('done');
    },
  );

  it.each([
    ['a row', { rows: { '!3': '' } }],
    ['the datum', { rows: {}, decided: 'wgs84' }],
  ] as const)(
    'are not confirmed as they were seen once another window chose %s of positions',
    async (_what, chosen) => {
      const id = await positions();
      const { fingerprint } = await judgedPlaces(id);
      await desk.placeImports.choose(second, id, chosen);
      const shown = { fingerprint, isWithout: true, source };
      expect(await desk.placeImports.confirm(clerk, id, shown)).toEqual({ status: 'changed' });
      expect(await desk.submissions.list(people.clerk)).toEqual([]);
    },
  );

  it('become what was seen or nothing, where a choice falls into the confirming', async () => {
    const id = await ledger();
    const seen = await judgedLedger(id);
    const [result, chosen] = await Promise.all([
      desk.imports.confirm(clerk, id, seen.fingerprint, true),
      desk.imports.choose(second, id, { rows: {}, effective: '2021' }),
    ]);
    const drafts = await desk.submissions.list(people.clerk);
    const dates = drafts.flatMap(({ proposal }) =>
      proposal.changes.map((change) => (change.kind === 'reached' ? change.effective : '')),
    );
    const outcome = [result.status, chosen, dates];
    expect([
      ['done', 'confirmed', ['2023', '2023']],
      ['changed', 'done', []],
    ]).toContainEqual(outcome);
  });
});
