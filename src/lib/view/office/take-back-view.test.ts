import { describe, expect, it } from 'vitest';
import { placed, testCounty, testData, testVillage } from '../../domain/fixture.ts';
import { knowledgeOf } from '../../domain/knowledge.ts';
import { testTownship } from '../../domain/register-fixture.ts';
import { sentences } from '../../i18n/sentences.ts';
import { freshTakeBack, readTakeBack, takeBackView, takenUnits } from './take-back-view.ts';

const townships = [0, 1, 2].map((index) => testTownship(`99000110${index}`, `第${index}镇`));
const villages = townships.flatMap(({ code }) =>
  Array.from({ length: 90 }, (_, index) => testVillage(`${code}${200 + index}`, { parent: code })),
);
const point = { type: 'Point' as const, coordinates: [116, 39] };
const places = villages.map(({ code }, index) => placed(code, point, { id: `R1-p${index + 1}` }));
const knowledge = knowledgeOf(
  testData({
    divisions: [testCounty(1), ...townships, ...villages],
    // The last was moved by another since.
    places: [
      ...places,
      placed(villages.at(-1)?.code ?? '', point, {
        id: 'R2-p1',
        recordedAt: '2026-03-01T09:00:00+08:00',
      }),
    ],
  }),
);
const say = sentences['zh-CN'];
const none = () => [];
const view = (form = freshTakeBack) => takeBackView(knowledge, 'R1', form, none, say);
const sent = (fields: readonly (readonly [string, string])[]) => {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return readTakeBack(data, knowledge, 'R1', none);
};

describe('positions to take back', () => {
  it('are those that still stand as they were given, a hundred to a page', () => {
    expect(takenUnits(knowledge, 'R1')).toHaveLength(269);
    const first = view();
    expect([first.units.length, first.pages, first.summary]).toEqual([
      100,
      3,
      '查到269个单位（第1页，共3页），已勾选0个',
    ]);
    const beyond = view({ ...freshTakeBack, page: 99 });
    expect([beyond.form.page, beyond.units.length]).toEqual([3, 69]);
  });

  it('are found by township and by code, and what was picked elsewhere stays picked', () => {
    const [a = '', b = ''] = [villages[0]?.code, villages[100]?.code];
    const form = sent([
      ['unit', a],
      ['unit', b],
      ['unit', '990001999999'],
      ['query', b.slice(0, 10)],
      ['within', '990001101'],
    ]);
    expect(form.picked).toEqual([a, b]);
    const found = view(form);
    expect(found.units.map(({ value }) => value)).toContain(b);
    expect(found.units.every(({ value }) => value.startsWith('990001101'))).toBe(true);
    expect(found.elsewhere).toEqual([a]);
  });

  it('are all picked, or none, of what was found, on whichever page it stands', () => {
    const all = sent([['pick', 'all']]);
    expect(all.picked).toHaveLength(269);
    const unit = all.picked.map((code) => ['unit', code] as const);
    const left = sent([...unit, ['within', '990001100'], ['pick', 'none']]);
    expect(left.picked).toHaveLength(179);
  });
});
