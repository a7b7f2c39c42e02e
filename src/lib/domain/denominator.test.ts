import { describe, expect, it } from 'vitest';
import { reached, reported, testCounties, testCounty } from './fixture.ts';
import { testProgramme } from './programme-fixture.ts';
import type { Programme, Target } from './programme.ts';
import { first } from './progress-fixture.ts';

describe('a denominator that changes', () => {
  const third = (): Programme => {
    const programme = testProgramme();
    const [own] = programme.targets;
    if (!own) throw new Error('the test programme lost its target');
    const { id, track, name, wording, source, alsoCountedBy } = own;
    const target: Target = {
      ...{ id, track, name, wording, source, alsoCountedBy },
      kind: 'share',
      numerator: 1,
      denominator: 3,
    };
    return { ...programme, targets: [target] };
  };

  it('after the deadline decides nothing: both bound and requirement are those of that day', () => {
    const programme = third();
    const divisions = [...testCounties.slice(0, 3), testCounty(4, { validFrom: '2026-03-01' })];
    // One of three may have been enough on the deadline; of four, two are required.
    const reporting = [2, 3, 4].map((index) => reported(testCounty(index).code, '2026-12-31'));
    const result = first({ programme, divisions, reporting }, '2026-06-01');
    expect(result).toMatchObject({ required: 2, high: 1, outcome: 'undetermined' });
  });

  it('of no unit at all leaves a share unmet, that day and for ever after', () => {
    const programme = third();
    const divisions = testCounties.map((county) => ({ ...county, validFrom: '2021-01-01' }));
    expect(first({ programme, divisions }, '2020-06-01')).toMatchObject({
      denominator: 0,
      outcome: 'behind',
      metOn: null,
    });
    expect(first({ programme, divisions }, '2021-06-01').outcome).toBe('behind');
  });

  const divisions = [
    ...testCounties.slice(0, 9),
    testCounty(10, { validTo: '2022-12-31' }),
    testCounty(11, { validFrom: '2023-01-01' }),
  ];
  it('a unit that has ended neither counts nor may count', () => {
    const events = [reached('named', '2021-01-01', { division: '990010' })];
    const reporting = divisions.map(({ code }) => reported(code, '2030-12-31'));
    const on = (at: string) => first({ divisions, events, reporting }, at);
    expect(on('2022-12-31')).toMatchObject({ low: 1, denominator: 10 });
    expect(on('2023-01-01')).toMatchObject({ low: 0, high: 0, denominator: 10 });
  });
});
