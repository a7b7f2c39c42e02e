import { describe, expect, it } from 'vitest';
import { testData } from '../../domain/fixture.ts';
import { knowledgeOf } from '../../domain/knowledge.ts';
import { rowsOf, withRows } from '../../domain/proposal-rows.ts';
import type { Proposal } from '../../domain/submission.ts';
import { sentences } from '../../i18n/sentences.ts';
import { listClashRows, settledClash, type ListClash } from './list-clash.ts';
import { listFormOf } from './list-form.ts';

const today = '2024-01-31';
const knowledge = knowledgeOf(testData());
const say = sentences['zh-CN'];
const place = (division: string) => ({
  division,
  geometry: { type: 'Point' as const, coordinates: [116.5, 39.5] },
});
const before: Proposal = {
  changes: [],
  reporting: [],
  places: ['990001', '990002', '990003'].map(place),
  source: { title: '通知', publisher: '测试机关' },
};
const without = (division: string): Proposal =>
  withRows(
    before,
    rowsOf(before).filter(({ key }) => key !== `place ${division}`),
  );
const theirs: Proposal = {
  ...without('990002'),
  source: { title: '别人的通知', publisher: '别人的机关' },
  note: '别人的话',
};
const form = { ...listFormOf(before, 1, today), publisher: '我的机关' };
const clash = (rest: Partial<ListClash['form']> = {}): ListClash => ({
  form: { ...form, ...rest },
  before,
  yours: without('990001'),
  theirs,
});

describe('two people at one list', () => {
  it('see what was, what each made of it, and whose is taken', () => {
    expect(
      listClashRows(knowledge, clash(), today, say).map(
        ({ label, seen, yours, theirs: other, chosen }) => [label, seen, yours, other, chosen],
      ),
    ).toEqual(
      [
        ['County 1', '116.5, 39.5', '不在清单中', '116.5, 39.5', 'yours'],
        ['County 2', '116.5, 39.5', '116.5, 39.5', '不在清单中', 'theirs'],
        ['文件标题', '通知', '通知', '别人的通知', 'theirs'],
        ['发文机关', '测试机关', '我的机关', '别人的机关', 'yours'],
        ['给审核人的话', '', '', '别人的话', 'theirs'],
      ].map((row) => row.map(String)),
    );
  });

  it('get a list and a document of both', () => {
    const { list, form: settled } = settledClash(clash(), today);
    expect(list.places?.map(({ division }) => division)).toEqual(['990003']);
    expect([settled.title, settled.publisher, settled.note]).toEqual([
      '别人的通知',
      '我的机关',
      '别人的话',
    ]);
  });

  it('may choose otherwise, row by row, field by field, or for all rows', () => {
    const takes = { 'place 990002': 'yours', title: 'yours', publisher: 'theirs' } as const;
    const chosen = settledClash(clash({ takes }), today);
    expect(chosen.list.places?.map(({ division }) => division)).toEqual(['990003', '990002']);
    expect([chosen.form.title, chosen.form.publisher]).toEqual(['通知', '别人的机关']);
    const all = settledClash(clash({ takes, takeAll: 'theirs' }), today);
    expect(all.list.places).toEqual(theirs.places);
  });

  it('are shown a dash where nobody knows any more what both began with', () => {
    const rows = listClashRows(knowledge, { ...clash(), before: null }, today, say);
    expect(rows.map(({ seen, chosen }) => [seen, chosen])).toEqual(rows.map(() => [null, 'yours']));
    expect(rows.length).toBeGreaterThan(3);
  });
});
