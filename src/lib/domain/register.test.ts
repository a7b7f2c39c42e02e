import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reported, stated } from './fixture.ts';
import { testProgramme, testStages } from './programme-fixture.ts';
import { targetProgress } from './progress.ts';
import { batchesOf, selectRegister, statesThatOccur, type RegisterQuery } from './register.ts';
import {
  everyVillage,
  registerDivisions,
  registerKnowledge,
  village,
  villageCodes,
} from './register-fixture.ts';
import type { RegisterSortKey } from './register-sort.ts';
import { unitStates } from './register-unit.ts';

const noReadings = () => [];
const [first, second, third, fourth] = villageCodes;
const code = (of: string | undefined) => of ?? '';

const events = [
  village(code(first), 'named', '2021', { batch: '第一批' }),
  village(code(second), 'named', '2023-05-10', { batch: '第二批' }),
  village(code(third), 'named', '2022-03', { batch: '第一批' }),
  village(code(third), 'revoked', '2024-06-01'),
];
const reporting = [reported('990002', '2030-12-31', { track: 'village' })];
const knowledge = registerKnowledge({ events, reporting });

const select = (change: Partial<RegisterQuery> = {}) =>
  selectRegister(knowledge, { ...everyVillage, ...change }, noReadings);
const codes = (change: Partial<RegisterQuery>) =>
  select(change).units.map(({ division }) => division.code);

describe('the register of villages', () => {
  it('lists every village that can get the title, and nothing else, in the order of codes', () => {
    expect(codes({})).toEqual(villageCodes);
    expect(select({ level: 'township' }).units.map(({ division }) => division.name)).toEqual([
      '长安镇',
      '北埠镇',
    ]);
  });

  it('tells the county and the township of each', () => {
    const [unit] = select({ search: code(second) }).units;
    expect([unit?.county?.name, unit?.township?.name]).toEqual(['乙县', '长安镇']);
  });

  it('tells held, lost, never had and not reported apart, with the event behind it', () => {
    expect(
      select().units.map(({ state, event }) => [state, event?.stage, event?.effective]),
    ).toEqual([
      ['counted', 'named', '2021'],
      ['counted', 'named', '2023-05-10'],
      ['left', 'revoked', '2024-06-01'],
      ['none', undefined, undefined],
    ]);
    expect(select().counts).toEqual({ counted: 2, possible: 0, left: 1, none: 1, unreported: 0 });
    expect(statesThatOccur(select())).toEqual(['counted', 'left', 'none']);
  });

  it('on an earlier day stands as it did: within 2021 the first may have the title', () => {
    expect(select({ at: '2021-06-30' }).units.map(({ state }) => state)).toEqual([
      'possible',
      'unreported',
      'unreported',
      'none',
    ]);
  });
});

describe('the filter', () => {
  it.each([
    [{ county: '990002' }, [fourth]],
    [{ state: 'counted' as const }, [first, second]],
    [{ batch: '第一批' }, [first]],
    [{ search: '990001100' }, [second, third]],
    [{ search: '乐' }, [second]],
    [{ county: '990001', state: 'counted' as const, batch: '第二批' }, [second]],
    [{ county: '990002', state: 'counted' as const }, []],
  ])('%j', (filter, expected) => {
    expect(codes(filter)).toEqual(expected);
  });

  it('leaves the counts of the whole as they are, and counts what the rest of it leaves', () => {
    const filtered = select({ county: '990001', state: 'left' });
    expect(filtered.counts).toEqual(select().counts);
    expect(filtered.found).toEqual({ counted: 2, possible: 0, left: 1, none: 0, unreported: 0 });
    expect(filtered.total).toBe(4);
  });

  it('offers the batches of the level, the latest first', () => {
    expect(batchesOf(knowledge, 'village')).toEqual(['第二批', '第一批']);
    expect(batchesOf(knowledge, 'township')).toEqual([]);
  });
});

describe('the order', () => {
  const orders: readonly [RegisterSortKey, boolean, readonly (string | undefined)[]][] = [
    ['code', true, [fourth, third, second, first]],
    // 安 an, 大 da, 小 xiao, 重 zhong, as the dictionary reads it first.
    ['name', false, [fourth, second, third, first]],
    ['county', false, [fourth, first, second, third]],
    ['status', false, [first, second, third, fourth]],
    ['date', false, [first, second, third, fourth]],
    ['date', true, [third, second, first, fourth]],
  ];
  it.each(orders)('by %s, descending %s', (sort, isDescending, expected) => {
    expect(codes({ sort, isDescending })).toEqual(expected);
  });
});

describe('the counts of a register are those of its target', () => {
  const day = fc.integer({ min: 2019, max: 2026 }).map((year) => `${year}-07-01`);
  const anyEvent = fc
    .record({
      at: fc.constantFrom(...villageCodes),
      stage: fc.constantFrom(...testStages.map(({ id }) => id)),
      effective: fc.constantFrom('2019', '2021', '2021-07', '2021-07-01', '2023', '2025-07'),
      isInferred: fc.boolean(),
      track: fc.constantFrom('village', 'provincial'),
    })
    .map(({ at, stage, effective, isInferred, track }) =>
      village(at, stage, effective, {
        track,
        ...(isInferred ? { certainty: 'inferred', reason: 'concluded' } : {}),
      }),
    );
  const anyReport = fc
    .tuple(fc.constantFrom('990001', '990002', ...villageCodes), day)
    .map(([division, completeTo]) => reported(division, completeTo, { track: 'village' }));

  it('also with inferred, undated and missing facts, and titles that another track gives', () => {
    fc.assert(
      fc.property(
        fc.array(anyEvent, { maxLength: 12 }),
        fc.array(anyReport, { maxLength: 4 }),
        fc.boolean(),
        day,
        (log, reports, isAlsoCounted, at) => {
          const programme = testProgramme({
            track: 'village',
            alsoCountedBy: isAlsoCounted ? ['provincial'] : [],
          });
          const known = registerKnowledge({ programme, events: log, reporting: reports });
          const [target] = programme.targets;
          if (!target) throw new Error('the test programme lost its target');
          const expected = targetProgress(known, target, at);
          const register = selectRegister(known, { ...everyVillage, at }, noReadings);
          expect(register.counts.counted).toBe(expected.named);
          expect(register.mayCount).toBe(expected.possible.length);
          expect(register.total).toBe(expected.denominator);
          expect(register.bounds).toEqual({ low: expected.low, high: expected.high });
          const sum = unitStates.reduce((all, state) => all + register.counts[state], 0);
          expect(sum).toBe(register.total);
        },
      ),
    );
  });

  it('a statement raises the bound and names nobody', () => {
    const statements = [stated('named', 3, '2024', { track: 'village' })];
    const register = selectRegister(
      registerKnowledge({ events, reporting, statements }),
      everyVillage,
      noReadings,
    );
    expect([register.counts.counted, register.bounds?.low]).toEqual([2, 3]);
  });

  it('has no bounds where the programme sets no target for the level', () => {
    expect(select({ level: 'township' }).bounds).toBeNull();
  });

  it('leaves out what did not exist on the day', () => {
    const divisions = registerDivisions.map((division) =>
      division.code === fourth ? { ...division, validTo: '2024-12-31' } : division,
    );
    const register = (at: string) =>
      selectRegister(registerKnowledge({ divisions }), { ...everyVillage, at }, noReadings).total;
    expect([register('2024-12-31'), register('2025-01-01')]).toEqual([4, 3]);
  });
});
