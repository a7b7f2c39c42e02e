import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotaSet, testCounties, testData, testPrefecture, testVillage } from './fixture.ts';
import { knowledgeOf } from './knowledge.ts';
import { quotaSum, suggestQuotas } from './quota.ts';
import { quotasOf, quotaTarget } from './quota-standing.ts';
import type { Quota } from './status.ts';

const counts = (quotas: readonly Quota[], at: string, knownAt?: string) =>
  [...quotasOf(knowledgeOf(testData({ quotas }), knownAt), 'township', at)].map(
    ([code, { count }]) => [code, count],
  );

describe('a quota', () => {
  const first = quotaSet('990001', 6, '2021');
  const later = quotaSet('990001', 7, '2023-03-20');

  it('is in force from the end of the time that is known of its beginning', () => {
    expect(counts([first], '2021-12-30')).toEqual([]);
    expect(counts([first], '2021-12-31')).toEqual([['990001', 6]]);
  });

  it('holds until a later one about the same county and track replaces it', () => {
    expect(counts([later, first], '2023-03-19')).toEqual([['990001', 6]]);
    expect(counts([later, first], '2023-03-20')).toEqual([['990001', 7]]);
    const elsewhere = [
      quotaSet('990002', 1, '2024'),
      quotaSet('990001', 9, '2024', { track: 'village' }),
    ];
    expect(counts([first, ...elsewhere], '2025-01-01')).toEqual([
      ['990001', 6],
      ['990002', 1],
    ]);
  });

  it('recorded later corrects one from the same day', () => {
    const mended = quotaSet('990001', 5, '2021', { recordedAt: '2026-02-01T09:00:00+08:00' });
    expect(counts([mended, first], '2022-01-01')).toEqual([['990001', 5]]);
    expect(counts([mended, first], '2022-01-01', '2026-01-15')).toEqual([['990001', 6]]);
    expect(counts([mended, first], '2022-01-01', '2025-12-31')).toEqual([]);
  });

  it('of 0 is a quota', () => {
    expect(counts([first, quotaSet('990001', 0, '2022-01-01')], '2022-01-01')).toEqual([
      ['990001', 0],
    ]);
  });

  it('does not depend on the order of the log', () => {
    const quota = fc.record({
      county: fc.constantFrom('990001', '990002'),
      count: fc.nat(9),
      year: fc.integer({ min: 2019, max: 2023 }),
      hour: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(quota, { maxLength: 8 }), (drafts) => {
        const quotas = drafts.map(({ county, count, year, hour }, index) =>
          quotaSet(county, count, String(year), {
            id: `Q${index}`,
            recordedAt: `2024-01-01T0${hour}:00:00+08:00`,
          }),
        );
        expect(counts(quotas.toReversed(), '2022-12-31').sort()).toEqual(
          counts(quotas, '2022-12-31').sort(),
        );
      }),
    );
  });
});

describe('the sum of quotas', () => {
  it('is told against what the target asks for', () => {
    expect(quotaSum([6, 7, 30], 50)).toEqual({ sum: 43, required: 50, difference: -7 });
    expect(quotaSum([], null)).toEqual({ sum: 0, required: null, difference: 0 });
  });

  it('is held against the target of the track on that day, where it has one', () => {
    const villages = ['990001001001', '990001001002', '990002001001'].map((code, index) =>
      testVillage(code, index === 0 ? { validTo: '2021-12-31' } : {}),
    );
    const data = testData({ divisions: [testPrefecture, ...testCounties, ...villages] });
    const [target] = data.programme.targets;
    if (!target) throw new Error('no target');
    const half = {
      ...target,
      track: 'village',
      kind: 'share' as const,
      numerator: 1,
      denominator: 3,
    };
    const known = knowledgeOf({ ...data, programme: { ...data.programme, targets: [half] } });
    expect(quotaTarget(known, 'village', '2021-12-31')).toEqual({ target: 'target', required: 1 });
    expect(quotaTarget(known, 'township', '2021-12-31')).toBeNull();
  });
});

describe('a suggestion', () => {
  const anyEligible = fc
    .uniqueArray(fc.integer({ min: 990001, max: 990030 }), { maxLength: 12 })
    .chain((codes) =>
      fc
        .array(fc.nat(400), { minLength: codes.length, maxLength: codes.length })
        .map(
          (units): ReadonlyMap<string, number> =>
            new Map(codes.map((code, index) => [String(code), units[index] ?? 0])),
        ),
    );
  const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

  it('is in proportion, by largest remainder, a tie to the lower code', () => {
    const eligible = new Map([
      ['990003', 10],
      ['990001', 10],
      ['990002', 13],
    ]);
    expect([...suggestQuotas(10, eligible)]).toEqual([
      ['990001', 3],
      ['990002', 4],
      ['990003', 3],
    ]);
    expect([...suggestQuotas(2, eligible)]).toEqual([
      ['990001', 1],
      ['990002', 1],
      ['990003', 0],
    ]);
  });

  it('comes to the total, and asks nobody for more than it has while there are enough', () => {
    fc.assert(
      fc.property(anyEligible, fc.nat(600), (eligible, total) => {
        const units = sum(eligible.values());
        const quotas = suggestQuotas(total, eligible);
        expect([...quotas.keys()].sort()).toEqual([...eligible.keys()].sort());
        expect(sum(quotas.values())).toBe(units === 0 ? 0 : total);
        if (total > units) return;
        for (const [code, count] of quotas) {
          expect(count).toBeLessThanOrEqual(eligible.get(code) ?? 0);
        }
      }),
    );
  });

  it('lies within one of the exact part, and never gives more to whoever has less', () => {
    fc.assert(
      fc.property(anyEligible, fc.nat(600), (eligible, total) => {
        const units = sum(eligible.values());
        fc.pre(units > 0);
        const quotas = [...suggestQuotas(total, eligible)].map(([code, count]) => ({
          count,
          has: eligible.get(code) ?? 0,
        }));
        for (const { count, has } of quotas) {
          expect(Math.abs(count * units - total * has)).toBeLessThan(units);
        }
        for (const less of quotas) {
          for (const more of quotas) {
            if (less.has < more.has) expect(less.count).toBeLessThanOrEqual(more.count);
          }
        }
      }),
    );
  });

  it('does not depend on the order of the counties', () => {
    fc.assert(
      fc.property(anyEligible, fc.nat(600), (eligible, total) => {
        const turned = new Map([...eligible].toReversed());
        expect([...suggestQuotas(total, turned)]).toEqual([...suggestQuotas(total, eligible)]);
      }),
    );
  });
});
