import { describe, expect, it } from 'vitest';
import { sentences } from './sentences.ts';
import type { SummaryFacts, SummaryTarget } from './zh-CN/summary.ts';

const target: SummaryTarget = {
  name: '国家森林城市',
  level: 'county',
  low: 0,
  high: 10,
  required: 4,
  outcome: 'undetermined',
};
const silent: SummaryFacts = {
  place: '廊坊市',
  at: '2026-11-23',
  targets: [target, target, target, target],
  isSilent: true,
  reportedTo: '2020-12-31',
};
const zh = sentences['zh-CN'].summary;
const en = sentences.en.summary;

describe('where nothing has been reported', () => {
  it('the headline says since when, and that nothing can be told', () => {
    expect(zh.headline(silent)).toBe('2020年12月31日之后尚无填报，四项目标均待核定');
    expect(en.headline(silent)).toBe(
      'Nothing reported since 31 December 2020: all four targets are undetermined',
    );
  });

  it('the paragraph does not call it failed', () => {
    expect(zh.summary(silent)).toContain('不作“未达成”处理');
    expect(en.summary({ ...silent, place: 'Langfang City' })).toContain('not failed');
  });

  it('it says so where nobody ever reported', () => {
    expect(zh.headline({ ...silent, reportedTo: null })).toBe('尚无填报，四项目标均待核定');
  });
});

describe('where there are reports', () => {
  const mixed: SummaryFacts = {
    ...silent,
    at: '2024-06-30',
    isSilent: false,
    targets: [
      { ...target, low: 2, high: 2, outcome: 'accelerate' },
      { ...target, low: 4, high: 4, required: 5, outcome: 'on-track' },
      { ...target, low: 98, high: 203, level: 'village', required: 250, outcome: 'undetermined' },
    ],
  };

  it('the headline counts the words', () => {
    expect(zh.headline(mixed)).toBe('三项目标：一项待核定，一项进度正常，一项需加快');
    expect(en.headline(mixed)).toBe(
      'Of three targets: one undetermined, one on track, one needs to speed up',
    );
  });

  it('the paragraph gives bounds, never a bare count, where it cannot be told', () => {
    expect(zh.summary(mixed)).toContain('98至203个村，要求250个，待核定');
    expect(en.summary(mixed)).toContain('98 to 203 villages of 250 required (undetermined)');
  });
});
