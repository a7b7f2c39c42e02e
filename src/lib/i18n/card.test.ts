import { describe, expect, it } from 'vitest';
import type { Outcome } from '../domain/outcome.ts';
import { sentences } from './sentences.ts';
import type { CardFacts } from './zh-CN/card.ts';

const facts: CardFacts = {
  outcome: 'on-track',
  level: 'county',
  at: '2024-06-30',
  low: 2,
  high: 2,
  required: 4,
  gap: 2,
  base: 0,
  expected: 3,
  denominator: 10,
  notReported: 0,
  deadline: '2025-12-31',
  metOn: null,
  dataUpTo: '2024-12-31',
};

const zh = (change: Partial<CardFacts>) =>
  sentences['zh-CN'].card.cardSentence({ ...facts, ...change });
const en = (change: Partial<CardFacts>) => sentences.en.card.cardSentence({ ...facts, ...change });

describe('the card of a target says', () => {
  it('when it was met', () => {
    const met = { outcome: 'met', low: 4, gap: 0, metOn: '2025-03-01' } as const;
    expect(zh(met)).toBe(
      '已有4个县（市、区），达到要求的4个；2025年3月1日达成，期限为2025年12月31日。',
    );
    expect(en(met)).toBe('4 counties, 4 required; met on 1 March 2025, deadline 31 December 2025.');
  });

  it('that it was met late', () => {
    const late = { outcome: 'met-late', low: 4, gap: 0, metOn: '2026-02-06' } as const;
    expect(zh(late)).toContain('2026年2月6日达成，晚于期限2025年12月31日');
    expect(en(late)).toContain('met on 6 February 2026, after the deadline of 31 December 2025');
  });

  it('that it was lost again', () => {
    expect(zh({ outcome: 'lost', low: 3, gap: 1 })).toContain('曾经达到要求，现有3个县（市、区）');
    expect(en({ outcome: 'lost', low: 3, gap: 1 })).toContain('Once met; now 3 counties of 4');
  });

  it('that it was not met', () => {
    expect(zh({ outcome: 'not-met', level: 'village', low: 1, required: 250, gap: 249 })).toBe(
      '期限2025年12月31日已过，现有1个村，要求250个村，还差249个。',
    );
    expect(en({ outcome: 'not-met', level: 'village', low: 1, required: 250, gap: 249 })).toBe(
      'The deadline of 31 December 2025 has passed with 1 village of 250 required, 249 short.',
    );
  });

  it('that it cannot be told, the bounds and since when nobody reported', () => {
    const silent = {
      outcome: 'undetermined',
      at: '2026-11-23',
      low: 0,
      high: 10,
      gap: 4,
      notReported: 10,
      dataUpTo: '2020-12-31',
    } as const;
    expect(zh(silent)).toBe(
      '确定的有0个，最多可能有10个县（市、区），要求4个县（市、区）；自2020年12月31日后未填报，不能核定，期限为2025年12月31日。',
    );
    expect(en(silent)).toBe(
      '0 sure, at most 10 counties, 4 required; no report since 31 December 2020; deadline 31 December 2025.',
    );
  });

  it('how many are missing where some have reported', () => {
    const partly = { outcome: 'undetermined', notReported: 3, dataUpTo: null } as const;
    expect(zh(partly)).toContain('有3个县（市、区）未填报到2024年6月30日');
    expect(en(partly)).toContain('3 counties not reported up to 30 June 2024');
  });

  it.each<Outcome>(['on-track', 'accelerate', 'behind'])(
    'what the straight line expects, while the clock runs: %s',
    (outcome) => {
      expect(zh({ outcome })).toContain('按进度此时应有3个');
      expect(en({ outcome })).toContain('3 expected by now');
    },
  );

  it('that it fell below where it began', () => {
    expect(zh({ outcome: 'regressed', base: 3 })).toContain('低于起点的3个');
    expect(en({ outcome: 'regressed', base: 3 })).toContain('below the 3 it started from');
  });
});

describe('what is kept apart from the count', () => {
  const pipeline = {
    level: 'county',
    stages: [{ name: '已申请', count: 2 }],
    possible: 2,
    underReview: 0,
    stated: { stage: '已申请', count: 6, unnamed: 4 },
  } as const;

  it('names the stages, the inferred and the unnamed', () => {
    expect(sentences['zh-CN'].card.pipelineSentence(pipeline)).toBe(
      '在创建途中：已申请2个（其中推断或日期不全2个）；材料称“已申请”6个，4个未具名。',
    );
  });

  it('is silent where there is nothing', () => {
    const nothing = { ...pipeline, stages: [], possible: 0, stated: null };
    expect(sentences['zh-CN'].card.pipelineSentence(nothing)).toBeNull();
    expect(sentences.en.card.pipelineSentence(nothing)).toBeNull();
  });
});
