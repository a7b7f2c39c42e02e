import { describe, expect, it } from 'vitest';
import {
  placed,
  quotaSet,
  reached,
  reported,
  testCounties,
  testData,
  testPrefecture,
  testVillage,
} from './fixture.ts';
import { testProgramme } from './programme-fixture.ts';
import { effectOf, type Proposed } from './review.ts';
import type { Proposal } from './submission.ts';

const at = '2024-06-30';

function proposed(proposal: Partial<Proposal>): Proposed {
  return { id: 'R1', division: '990001', proposal: { changes: [], reporting: [], ...proposal } };
}

const toNamed = {
  kind: 'reached',
  division: '990001',
  track: 'national',
  stage: 'named',
  effective: '2024-06-01',
} as const;
const named = proposed({ changes: [toNamed] });

describe('the effect of a submission', () => {
  it('is how the unit and the targets of its track stand before and after', () => {
    const data = testData({
      events: [reached('creating', '2022'), reached('named', '2023', { division: '990002' })],
    });
    const effect = effectOf(data, named, at);
    const reportedTo = '2030-12-31';
    expect(effect.units).toEqual([
      {
        division: '990001',
        track: 'national',
        before: { stage: 'creating', certainty: 'confirmed', counts: false, reportedTo },
        after: { stage: 'named', certainty: 'confirmed', counts: true, reportedTo },
      },
    ]);
    expect(effect.targets).toMatchObject([
      { target: 'target', required: 4, before: { low: 1, high: 1 }, after: { low: 2, high: 2 } },
    ]);
  });

  it('leaves the targets of other tracks out, and takes in those a track also counts for', () => {
    const provincial = proposed({
      changes: [{ ...toNamed, track: 'provincial' }],
    });
    expect(effectOf(testData(), provincial, at).targets).toEqual([]);
    const programme = testProgramme({ alsoCountedBy: ['provincial'] });
    expect(effectOf(testData({ programme }), provincial, at).targets).toMatchObject([
      { before: { low: 0 }, after: { low: 1 } },
    ]);
  });

  it('tells what a date of reporting rules out', () => {
    const data = testData({ reporting: [reported('990001', '2020-12-31')] });
    const effect = effectOf(
      data,
      proposed({ reporting: [{ track: 'national', completeTo: at }] }),
      at,
    );
    expect(effect.units).toMatchObject([
      { before: { reportedTo: '2020-12-31' }, after: { reportedTo: at } },
    ]);
    expect(effect.targets).toMatchObject([{ before: { high: 10 }, after: { high: 9 } }]);
  });

  it('tells a retraction, and a correction to another date', () => {
    const event = reached('named', '2023', { id: 'E1' });
    const unit = { division: '990001', track: 'national' };
    const retraction = proposed({
      changes: [{ kind: 'retraction', ...unit, retracts: 'E1', reason: '误' }],
    });
    expect(effectOf(testData({ events: [event] }), retraction, at)).toMatchObject({
      units: [{ before: { counts: true }, after: { stage: null, counts: false } }],
      targets: [{ before: { low: 1 }, after: { low: 0 } }],
    });
    const correction = proposed({
      changes: [
        {
          kind: 'correction',
          ...unit,
          stage: 'named',
          effective: '2024',
          retracts: 'E1',
          reason: '误',
        },
      ],
    });
    expect(effectOf(testData({ events: [event] }), correction, at)).toMatchObject({
      units: [{ after: { stage: 'named', certainty: 'partial', counts: false } }],
      targets: [{ after: { low: 0, high: 1 } }],
    });
  });

  it('of an unfinished or mistaken draft is what can be told of it', () => {
    const draft = proposed({
      changes: [
        { ...toNamed, effective: '' },
        { ...toNamed, track: 'city' },
        { ...toNamed, division: '' },
      ],
      reporting: [{ track: 'national', completeTo: '' }],
    });
    const { units, targets } = effectOf(testData(), draft, at);
    expect(units).toHaveLength(1);
    expect(units[0]?.after).toEqual(units[0]?.before);
    expect(targets[0]?.after).toEqual(targets[0]?.before);
  });

  it('has one fingerprint, on whatever day it is looked at, until the facts change', () => {
    const print = (events: Parameters<typeof reached>[], day = at) =>
      effectOf(testData({ events: events.map((of) => reached(...of)) }), named, day).fingerprint;
    expect(print([])).toBe(print([], '2024-07-01'));
    expect(print([['creating', '2022']])).not.toBe(print([]));
    // A title elsewhere changes the sentence "2 → 3".
    expect(print([['named', '2022', { division: '990002' }]])).not.toBe(print([]));
    // What no one is shown changes nothing.
    expect(print([['named', '2022', { division: '990002', track: 'provincial' }]])).toBe(print([]));
  });
});

describe('the effect of quotas', () => {
  const villages = ['990001001001', '990001001002', '990002001001'].map((code) =>
    testVillage(code),
  );
  const [target] = testProgramme().targets;
  if (!target) throw new Error('no target');
  const data = (quotas = [quotaSet('990001', 2, '2023', { track: 'village' })]) =>
    testData({
      programme: {
        ...testProgramme(),
        targets: [{ ...target, track: 'village', kind: 'number', number: 3 }],
      },
      divisions: [testPrefecture, ...testCounties, ...villages],
      quotas,
    });
  const counts = [
    { division: '990001', track: 'village', count: '1' },
    { division: '990002', track: 'village', count: '1' },
  ];
  const ofCity = (effective: string): Proposed => ({
    id: 'R1',
    division: '990000',
    proposal: { changes: [], reporting: [], quotas: { effective, counts } },
  });

  it('is each part before and after, and the sum against the target', () => {
    expect(effectOf(data(), ofCity('2024-06-01'), at).quotas).toEqual({
      at,
      counties: [
        { division: '990001', track: 'village', before: 2, after: 1 },
        { division: '990002', track: 'village', before: null, after: 1 },
      ],
      sums: [
        {
          track: 'village',
          target: 'target',
          before: { sum: 2, required: 3, difference: -1 },
          after: { sum: 2, required: 3, difference: -1 },
        },
      ],
    });
    expect(effectOf(data(), named, at).quotas).toBeNull();
  });

  it('is told of the day on which they begin to hold', () => {
    expect(effectOf(data(), ofCity('2024'), at).quotas).toMatchObject({
      at: '2024-12-31',
      counties: [{ before: 2, after: 1 }, { after: 1 }],
    });
  });

  it('has another fingerprint once another approval set them', () => {
    const other = [quotaSet('990002', 1, '2023', { track: 'village' })];
    const [one, two] = [data(), data(other)].map((facts) =>
      effectOf(facts, ofCity('2024-06-01'), at),
    );
    expect(one?.fingerprint).not.toBe(two?.fingerprint);
  });

  it('leaves out what a draft names wrongly', () => {
    const proposal = { ...ofCity('').proposal };
    const wrong = [
      ...counts,
      { division: '1', track: 'village', count: '1' },
      { division: '990001', track: 'x', count: '1' },
    ];
    const effect = effectOf(
      data(),
      { ...ofCity(''), proposal: { ...proposal, quotas: { effective: 'x', counts: wrong } } },
      at,
    );
    expect(effect.quotas?.counties.map(({ after }) => after)).toEqual([2, null]);
  });
});

describe('the effect of places', () => {
  const unit = '990001001001';
  const point = (x: number) => ({ type: 'Point' as const, coordinates: [x, 39.5] });
  const divisions = [testPrefecture, ...testCounties, testVillage(unit)];
  const placing = (geometry: ReturnType<typeof point> | null) =>
    proposed({ places: [{ division: unit, geometry }] });

  it.each([
    ['new', [], point(116.2)],
    ['moved', [placed(unit, point(116.1))], point(116.2)],
    ['removed', [placed(unit, point(116.1))], null],
    ['same', [placed(unit, point(116.1))], point(116.1)],
  ] as const)('is how many are %s', (verdict, places, geometry) => {
    const effect = effectOf(testData({ divisions, places }), placing(geometry), at);
    expect(effect.places?.counts).toEqual({
      ...{ new: 0, moved: 0, removed: 0, same: 0 },
      [verdict]: 1,
    });
  });

  it('has another fingerprint once the unit was placed elsewhere', () => {
    const [one, two] = [116.1, 116.3].map((x) =>
      effectOf(
        testData({ divisions, places: [placed(unit, point(x))] }),
        placing(point(116.2)),
        at,
      ),
    );
    expect(one?.places?.counts).toEqual(two?.places?.counts);
    expect(one?.fingerprint).not.toBe(two?.fingerprint);
  });
});
