import { describe, expect, it } from 'vitest';
import { sentences } from './sentences.ts';
import type { StandingFacts, TallyFacts } from './zh-CN/standing.ts';

const zh = sentences['zh-CN'].standing;
const en = sentences.en.standing;
const applied: StandingFacts = {
  track: '省级森林城市',
  stage: '已申请',
  effective: '2020',
  certainty: 'confirmed',
  isReported: false,
  reportedTo: '2020-12-31',
  isUnderReview: false,
};
const nothing: StandingFacts = {
  ...applied,
  track: '国家森林城市',
  stage: null,
  effective: null,
  certainty: null,
};

describe('a county in one sentence', () => {
  it('says both tracks, and what is not reported', () => {
    expect(zh.countySentence('三河市', [zh.trackPhrase(nothing), zh.trackPhrase(applied)])).toBe(
      '三河市：国家森林城市——未填报；省级森林城市——已申请（2020年），自2020年12月31日后未填报',
    );
  });

  it('says the same in English', () => {
    const phrases = [
      en.trackPhrase({ ...nothing, track: 'National forest city' }),
      en.trackPhrase({ ...applied, track: 'Provincial forest city', stage: 'Applied' }),
    ];
    expect(en.countySentence('Sanhe City', phrases)).toBe(
      'Sanhe City – National forest city: not reported; Provincial forest city: Applied (2020), not reported since 31 December 2020',
    );
  });

  it('says what is inferred, and that a report waits', () => {
    const inferred = { ...applied, certainty: 'inferred', isReported: true } as const;
    expect(zh.stageWithDate(inferred)).toBe('已申请（2020年，推断）');
    expect(zh.trackPhrase({ ...inferred, isUnderReview: true })).toContain('有报送待审');
  });
});

describe('a tally of townships', () => {
  const silent: TallyFacts = {
    level: 'township',
    counted: 0,
    possible: 0,
    eligible: 10,
    measure: 'eligible',
    quota: null,
    isReported: false,
    reportedTo: null,
  };

  it('is not 0 where nothing was reported', () => {
    expect(zh.tally(silent)).toBe('10个乡镇，尚未填报');
    expect(zh.tallyShort(silent)).toBe('未填报');
    expect(en.tallyShort(silent)).toBe('not reported');
  });

  it('is 0 where 0 was reported', () => {
    expect(zh.tally({ ...silent, isReported: true })).toBe('10个乡镇中0个');
    expect(en.tally({ ...silent, isReported: true })).toBe('0 of 10 townships');
  });

  it('is held against the quota where quotas are set', () => {
    const asked: TallyFacts = {
      ...silent,
      counted: 3,
      isReported: true,
      measure: 'quota',
      quota: 6,
    };
    expect(zh.tally(asked)).toBe('10个乡镇中3个，任务6个');
    expect(zh.tallyShort(asked)).toBe('3 / 6');
    expect(en.tally(asked)).toBe('3 of 10 townships, quota 6');
    expect(en.tallyShort(asked)).toBe('3 / 6');
    expect(zh.tally({ ...silent, measure: 'quota', quota: 6 })).toBe('10个乡镇，任务6个，尚未填报');
  });

  it('says where no quota is set among those that have one', () => {
    const unasked: TallyFacts = { ...silent, isReported: true, measure: 'quota' };
    expect(zh.tally(unasked)).toBe('10个乡镇中0个，未分解任务');
    expect(zh.tallyShort(unasked)).toBe('0 / —');
    expect(en.tally(unasked)).toBe('0 of 10 townships, no quota set');
    expect(en.tallyShort(unasked)).toBe('0 / –');
  });

  it('is a dash where there is nothing to choose from', () => {
    expect(zh.tallyShort({ ...silent, eligible: 0 })).toBe('—');
    expect(en.tally({ ...silent, eligible: 0 })).toBe('no townships to choose from');
  });
});
