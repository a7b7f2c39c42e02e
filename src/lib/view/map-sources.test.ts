import { expect, it } from 'vitest';
import { quotaSet, reached, testData } from '../domain/fixture.ts';
import { knowledgeOf } from '../domain/knowledge.ts';
import { realKnowledge } from '../map/fixture.ts';
import { sentences } from '../i18n/sentences.ts';
import { mapSources } from './map-sources.ts';

it('names the document that the real map rests on', () => {
  const knowledge = realKnowledge();
  expect(mapSources(knowledge, 'both', '2026-08-01').map(({ id }) => id)).toEqual(['S00']);
  expect(mapSources(knowledge, 'villages', '2026-08-01')).toEqual([]);
});

it('names those of the theme only, and none that came later', () => {
  const knowledge = knowledgeOf(testData({ events: [reached('applied', '2021')] }));
  expect(mapSources(knowledge, 'national', '2026-01-01')).toHaveLength(1);
  expect(mapSources(knowledge, 'provincial', '2026-01-01')).toEqual([]);
  expect(mapSources(knowledge, 'national', '2020-01-01')).toEqual([]);
});

it('names the document that set the quotas, where the theme is measured by them', () => {
  const knowledge = knowledgeOf(testData({ quotas: [quotaSet('990001', 2, '2021')] }));
  expect(mapSources(knowledge, 'townships', '2021-12-31').map(({ id }) => id)).toEqual(['S1']);
  expect(mapSources(knowledge, 'townships', '2021-12-30')).toEqual([]);
  expect(mapSources(knowledge, 'villages', '2021-12-31')).toEqual([]);
});

it('names three and counts the rest', () => {
  const titles = ['甲', '乙', '丙', '丁', '戊'];
  expect(sentences['zh-CN'].map.documents(titles)).toBe('甲；乙；丙；等5份文件');
  expect(sentences.en.map.documents(titles)).toBe('甲; 乙; 丙; and 2 more');
  expect(sentences.en.map.documents([])).toBe('');
});
