import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './date.ts';
import {
  reached,
  reported,
  retraction,
  stated,
  testCounties,
  testCounty,
  testData,
  testPrefecture,
  type TestFacts,
} from './fixture.ts';
import { testProgramme, testStages } from './programme-fixture.ts';
import { knowledgeOf } from './knowledge.ts';
import { progress } from './progress.ts';
import { first, named } from './progress-fixture.ts';

describe('bounds', () => {
  it('an inferred title is in the upper bound alone', () => {
    const events = [
      named(1, '2022-01-01'),
      reached('named', '2022-01-01', {
        division: testCounty(2).code,
        certainty: 'inferred',
        reason: 'concluded',
      }),
    ];
    expect(first({ events }, '2023-01-01')).toMatchObject({ low: 1, high: 2, gap: 3 });
  });

  it('a unit whose reports end before the day may hold the title; one that reports does not', () => {
    const reporting = testCounties.map(({ code }, index) =>
      reported(code, index < 3 ? '2021-12-31' : '2030-12-31'),
    );
    const result = first({ reporting }, '2022-01-01');
    expect(result).toMatchObject({ low: 0, high: 3, dataUpTo: '2021-12-31' });
    expect(result.notReported).toEqual(['990001', '990002', '990003']);
    expect(first({ reporting }, '2021-12-31')).toMatchObject({ low: 0, high: 0, notReported: [] });
  });

  it('a unit that never reported makes the data-up-to unknown', () => {
    const reporting = testCounties.slice(1).map(({ code }) => reported(code, '2030-12-31'));
    expect(first({ reporting }, '2022-01-01')).toMatchObject({ high: 1, dataUpTo: null });
  });

  it('a title stands after reporting ends', () => {
    const reporting = testCounties.map(({ code }) => reported(code, '2021-12-31'));
    const events = [named(1, '2021-06-01')];
    expect(first({ reporting, events }, '2026-01-01')).toMatchObject({ low: 1, high: 10 });
  });

  it('what happened on the very day tells how the unit stood, reported or not', () => {
    const reporting = testCounties.map(({ code }) => reported(code, '2021-12-31'));
    const events = [reached('revoked', '2022-05-01')];
    expect(first({ reporting, events }, '2022-05-01').high).toBe(9);
    expect(first({ reporting, events }, '2022-05-02').high).toBe(10);
  });

  it('an event of which only the month is known does not tell how the unit stood on its last day', () => {
    const reporting = testCounties.map(({ code }) => reported(code, '2021-12-31'));
    const events = [reached('revoked', '2022-05')];
    expect(first({ reporting, events }, '2022-05-31').high).toBe(10);
  });

  it('a report about the prefecture covers its counties', () => {
    const reporting = [reported('990000', '2024-12-31'), reported('990001', '2023-12-31')];
    const divisions = [testCounty(1), testCounty(2), testPrefecture];
    expect(first({ reporting, divisions }, '2024-06-01').notReported).toEqual([]);
  });

  it('a later report may set the date back', () => {
    const reporting = testCounties.flatMap(({ code }) => [
      reported(code, '2024-12-31', { recordedAt: '2025-01-05T09:00:00+08:00' }),
      reported(code, '2022-12-31', { recordedAt: '2025-03-05T09:00:00+08:00' }),
    ]);
    expect(first({ reporting }, '2024-01-01', '2025-02-01').high).toBe(0);
    expect(first({ reporting }, '2024-01-01', '2025-04-01').high).toBe(10);
  });
});

describe('kept apart', () => {
  it('counted, under review, pipeline and stated are never added up', () => {
    const events = [
      named(1, '2021-01-01'),
      reached('applied', '2021', { division: testCounty(2).code }),
      reached('creating', '2021', {
        division: testCounty(3).code,
        certainty: 'inferred',
        reason: 'r',
      }),
      reached('revoked', '2021-01-01', { division: testCounty(4).code }),
    ];
    const proposals = [named(1, '2021-06-01'), named(5, '2021-06-01')];
    expect(first({ events, proposals }, '2022-01-01')).toMatchObject({
      low: 1,
      high: 1,
      underReview: 1,
      pipeline: { applied: 1, creating: 1 },
      pipelinePossible: { creating: 1 },
      stated: null,
    });
  });

  it('a title of another track counts only where the programme says so', () => {
    const events = [reached('named', '2021-01-01', { track: 'provincial' })];
    expect(first({ events }, '2022-01-01').low).toBe(0);
    const programme = testProgramme({ alsoCountedBy: ['provincial'] });
    expect(first({ events, programme }, '2022-01-01').low).toBe(1);
  });
});

const day = fc.integer({ min: 0, max: 2600 }).map((count) => addDays('2019-06-01', count));
const code = fc.constantFrom(...testCounties.map((division) => division.code));
const facts: fc.Arbitrary<TestFacts> = fc.record({
  events: fc.array(
    fc
      .tuple(
        code,
        fc.constantFrom(...testStages.map(({ id }) => id), 'named', 'named'),
        day.chain((text) => fc.constantFrom(text, text.slice(0, 7), text.slice(0, 4))),
        fc.constantFrom('confirmed' as const, 'confirmed' as const, 'inferred' as const),
        day,
      )
      .map(([division, stage, effective, certainty, recorded]) =>
        reached(stage, effective, {
          division,
          certainty,
          recordedAt: `${recorded}T09:00:00+08:00`,
        }),
      ),
    { maxLength: 25 },
  ),
  statements: fc.array(
    fc
      .tuple(fc.constantFrom('applied', 'named'), fc.integer({ min: 0, max: 10 }), day)
      .map(([stage, count, effective]) => stated(stage, count, effective)),
    { maxLength: 3 },
  ),
  reporting: fc.array(
    fc.tuple(code, day).map(([division, completeTo]) => reported(division, completeTo)),
    { maxLength: 12 },
  ),
});

describe('laws of progress', () => {
  it('low never exceeds high, and the gap closes exactly where low reaches required', () => {
    fc.assert(
      fc.property(facts, day, (given, at) => {
        const { low, high, gap, required, named: byName } = first(given, at);
        expect(byName).toBeLessThanOrEqual(low);
        expect(low).toBeLessThanOrEqual(high);
        expect(gap === 0).toBe(low >= required);
      }),
    );
  });

  it('knowing more reports never widens the bounds', () => {
    fc.assert(
      fc.property(facts, code, day, (given, division, at) => {
        const before = first(given, at);
        const after = first(
          { ...given, reporting: [...(given.reporting ?? []), reported(division, '2040-01-01')] },
          at,
        );
        expect(after.low).toBe(before.low);
        expect(after.high).toBeLessThanOrEqual(before.high);
      }),
    );
  });

  it('metOn and lost agree with asking every single day', () => {
    fc.assert(
      fc.property(facts, day, (given, at) => {
        const knowledge = knowledgeOf(
          testData({ ...given, programme: testProgramme({ number: 2 }) }),
        );
        const isMetOn = (on: string) =>
          progress(knowledge, on).some(({ low, required }) => low >= required);
        const result = progress(knowledge, at)[0];
        const beginning = '2018-12-31';
        let since: string | null = null;
        for (let on = at; on >= beginning && isMetOn(on); on = addDays(on, -1)) since = on;
        expect(result?.metOn).toBe(since);
        if (since === null) {
          let wasMet = false;
          for (let on = at; on >= beginning && !wasMet; on = addDays(on, -1)) wasMet = isMetOn(on);
          expect(result?.outcome === 'lost').toBe(wasMet);
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('retracting an event restores the progress before it', () => {
    fc.assert(
      fc.property(facts, code, day, (given, division, at) => {
        const extra = reached('named', '2021-01-01', { division });
        const undone = [
          ...(given.events ?? []),
          extra,
          retraction(extra, '2030-01-01T09:00:00+08:00'),
        ];
        expect(first({ ...given, events: undone }, at)).toEqual(first(given, at));
      }),
    );
  });
});
