import { expect, it } from 'vitest';
import { reached, testCounty, testData } from '../domain/fixture.ts';
import { knowledgeOf, trackKnowledge } from '../domain/knowledge.ts';
import { sentences } from '../i18n/sentences.ts';
import { unitRecords } from './unit-records.ts';

const units = [1, 2, 3, 4].map((index) => testCounty(index));
const events = [
  reached('named', '2023-05-10', { division: '990002' }),
  reached('named', '2021', { division: '990003' }),
  reached('named', '2023-05-10', { division: '990001' }),
  reached('named', '2023-05-10', { division: '990004', source: 'S2' }),
];

it('tells the day and the document once for all units that share them, the earliest first', () => {
  const knowledge = knowledgeOf(testData({ events }));
  const track = trackKnowledge(knowledge, 'national');
  const lines = unitRecords(knowledge, track, units, '2026-01-01', sentences['zh-CN']);
  expect(lines.map(({ date, names }) => [date, names.map(({ text }) => text)])).toEqual([
    ['2021年', ['County 3']],
    ['2023年5月10日', ['County 1', 'County 2']],
    ['2023年5月10日', ['County 4']],
  ]);
  expect(unitRecords(knowledge, track, units, '2022-06-01', sentences['zh-CN'])).toHaveLength(1);
});
