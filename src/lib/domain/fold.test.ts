import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './date.ts';
import { reached, retraction } from './fixture.ts';
import { testProgramme, testStages } from './programme-fixture.ts';
import { fold, isRetractedAmong, type AsOf } from './fold.ts';
import type { StatusEvent } from './status.ts';

const [national] = testProgramme().tracks;
if (!national) throw new Error('the test programme lost its track');
const standing = (events: readonly StatusEvent[], at: string, knownAt?: string) =>
  fold(events, national, { at, knownAt });

describe('a partial date holds from its end, and may hold from its start', () => {
  const named = [reached('named', '2022')];
  it.each([
    ['2021-12-31', false, false],
    ['2022-01-01', false, true],
    ['2022-12-30', false, true],
    ['2022-12-31', true, true],
  ])('on %s: surely %s, maybe %s', (at, surely, may) => {
    expect(standing(named, at)).toMatchObject({ surelyCounts: surely, mayCount: may });
  });
});

describe('inferred is not confirmed', () => {
  it('an inferred title may count and never surely does', () => {
    const events = [reached('named', '2021', { certainty: 'inferred', reason: 'concluded' })];
    expect(standing(events, '2030-01-01')).toMatchObject({
      surelyCounts: false,
      mayCount: true,
      isPossible: true,
    });
  });

  it('an inferred loss after a title leaves it possible, not sure', () => {
    const events = [
      reached('named', '2021-05-01'),
      reached('revoked', '2023', { certainty: 'inferred', reason: 'concluded' }),
    ];
    expect(standing(events, '2024-01-01')).toMatchObject({ surelyCounts: false, mayCount: true });
  });

  it('what surely happened later overtakes what was inferred before', () => {
    const events = [
      reached('named', '2021', { certainty: 'inferred', reason: 'concluded' }),
      reached('creating', '2022-03-01'),
    ];
    expect(standing(events, '2022-03-01')).toMatchObject({ surelyCounts: false, mayCount: false });
  });
});

describe('a status can go back', () => {
  const events = [
    reached('applied', '2020'),
    reached('named', '2021-06-01'),
    reached('warned', '2023-06-01'),
    reached('revoked', '2024-06-01'),
  ];
  it.each([
    ['2020-06-01', 'applied', false],
    ['2021-06-01', 'named', true],
    ['2023-06-01', 'warned', true],
    ['2024-06-01', 'revoked', false],
  ])('on %s it is %s', (at, stage, counts) => {
    const result = standing(events, at);
    expect(result.current?.stage.id).toBe(stage);
    expect(result.surelyCounts).toBe(counts);
  });
});

describe('retraction', () => {
  const mistake = reached('named', '2022-01-01', { recordedAt: '2022-02-01T09:00:00+08:00' });
  const takenBack = retraction(mistake, '2023-02-01T09:00:00+08:00');

  it('holds from the day it is known, for every day asked about', () => {
    expect(standing([mistake, takenBack], '2022-06-01', '2022-12-31').surelyCounts).toBe(true);
    expect(standing([mistake, takenBack], '2022-06-01', '2023-02-01').surelyCounts).toBe(false);
    expect(standing([mistake, takenBack], '2022-06-01').surelyCounts).toBe(false);
  });

  it('a correction puts another event in its place', () => {
    const correction = reached('named', '2022-05-01', {
      retracts: mistake.id,
      reason: 'wrong date',
      recordedAt: '2022-06-01T09:00:00+08:00',
    });
    expect(standing([mistake, correction], '2022-03-01').surelyCounts).toBe(false);
    expect(standing([mistake, correction], '2022-05-01').surelyCounts).toBe(true);
  });

  it('retracting a retraction restores what it took back', () => {
    const restored = retraction(takenBack, '2024-02-01T09:00:00+08:00');
    expect(standing([mistake, takenBack, restored], '2022-06-01', '2023-06-01').surelyCounts).toBe(
      false,
    );
    expect(standing([mistake, takenBack, restored], '2022-06-01').surelyCounts).toBe(true);
  });
});

it('of two events on one day the one recorded later stands', () => {
  const first = reached('named', '2022-01-01', { recordedAt: '2022-02-01T09:00:00+08:00' });
  const second = reached('creating', '2022-01-01', { recordedAt: '2022-03-01T09:00:00+08:00' });
  expect(standing([second, first], '2022-01-01').current?.stage.id).toBe('creating');
});

const day = fc.integer({ min: 0, max: 3000 }).map((count) => addDays('2019-01-01', count));
const partialDate = day.chain((text) => fc.constantFrom(text, text.slice(0, 7), text.slice(0, 4)));
const event = fc
  .record({
    stage: fc.constantFrom(...testStages.map(({ id }) => id)),
    effective: partialDate,
    recorded: day,
    certainty: fc.constantFrom('confirmed' as const, 'inferred' as const),
  })
  .map(({ stage, effective, recorded, certainty }) =>
    reached(stage, effective, { recordedAt: `${recorded}T09:00:00+08:00`, certainty }),
  );
const events = fc.array(event, { maxLength: 8 });
const asOf: fc.Arbitrary<AsOf> = fc.record({
  at: day,
  knownAt: fc.option(day, { nil: undefined }),
});

describe('laws of the fold', () => {
  it('the order in which events are stored does not matter', () => {
    fc.assert(
      fc.property(
        events.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        asOf,
        ([list, shuffled], when) => {
          expect(fold(shuffled, national, when)).toEqual(fold(list, national, when));
        },
      ),
    );
  });

  it('what surely counts may count', () => {
    fc.assert(
      fc.property(events, asOf, (list, when) => {
        const { surelyCounts, mayCount } = fold(list, national, when);
        expect(surelyCounts && !mayCount).toBe(false);
      }),
    );
  });

  it('recording and then retracting an event restores the fold before it', () => {
    fc.assert(
      fc.property(events, event, day, (list, extra, at) => {
        const undone = [...list, extra, retraction(extra, '2030-01-01T09:00:00+08:00')];
        expect(fold(undone, national, { at })).toEqual(fold(list, national, { at }));
      }),
    );
  });

  it('what is recorded later does not change what was known before', () => {
    fc.assert(
      fc.property(events, event, asOf, (list, extra, { at }) => {
        const late = { ...extra, recordedAt: '2030-01-01T09:00:00+08:00' };
        const when = { at, knownAt: '2029-12-31' };
        expect(fold([...list, late], national, when)).toEqual(fold(list, national, when));
      }),
    );
  });

  it('an event that begins after the day asked about changes nothing', () => {
    fc.assert(
      fc.property(events, event, day, (list, extra, at) => {
        const later = { ...extra, effective: addDays(at, 1) };
        expect(fold([...list, later], national, { at })).toEqual(fold(list, national, { at }));
      }),
    );
  });
});

describe('a chain of retractions', () => {
  it('may be of any length: each takes back the one before', () => {
    const first = reached('named', '2021-01-01');
    const chain: StatusEvent[] = [first];
    for (let index = 0; index < 20_001; index += 1) {
      const last = chain.at(-1) ?? first;
      chain.push(retraction(last, '2022-01-01T09:00:00+08:00'));
    }
    const isRetracted = isRetractedAmong(chain);
    expect(isRetracted(first.id)).toBe(true);
    expect(isRetractedAmong(chain.slice(0, -1))(first.id)).toBe(false);
  });
});
