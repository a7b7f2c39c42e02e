import { describe, expect, it } from 'vitest';
import {
  quotaSet,
  reached,
  reported,
  testCounties,
  testCounty,
  testData,
  type TestFacts,
} from './fixture.ts';
import { knowledgeOf } from './knowledge.ts';
import { select, type SelectionQuery } from './select.ts';
import { themes, unreported } from './theme.ts';

const query: SelectionQuery = {
  theme: 'national',
  at: '2024-12-31',
  show: [],
  sort: 'code',
  isDescending: false,
};
const selected = (facts: TestFacts, rest: Partial<SelectionQuery> = {}) =>
  select(knowledgeOf(testData(facts)), { ...query, ...rest });

const bothTracks = (to: string) =>
  testCounties.flatMap(({ code }) => [
    reported(code, to),
    reported(code, to, { track: 'provincial' }),
  ]);
const at = (index: number) => ({ division: testCounty(index).code });
const events = [
  reached('named', '2022-01-01', at(1)),
  reached('creating', '2023', at(2)),
  reached('applied', '2020', { ...at(3), certainty: 'inferred', reason: 'concluded' }),
  reached('revoked', '2023-05-01', at(4)),
  reached('named', '2022-01-01', { ...at(1), track: 'provincial' }),
  reached('applied', '2022', { ...at(2), track: 'provincial' }),
  reached('named', '2022', { ...at(5), track: 'provincial' }),
  reached('applied', '2022', { ...at(6), track: 'provincial' }),
];
const reporting = bothTracks('2030-12-31');
const classOf = (
  index: number,
  rest: Partial<SelectionQuery> = {},
  given: TestFacts = { events, reporting },
) =>
  selected(given, rest).rows.find(({ division }) => division.code === testCounty(index).code)
    ?.classId;

describe('the class of a county', () => {
  it.each([
    [1, 'named', 'two-titles'],
    [2, 'creating', 'two-roads'],
    [3, 'applied', 'one-road'],
    [4, 'left', 'left'],
    [5, 'none', 'one-title'],
    [6, 'none', 'one-road'],
    [7, 'none', 'none'],
  ])('county %d is %s nationally, %s on both tracks', (index, national, both) => {
    expect(classOf(index)).toBe(national);
    expect(classOf(index, { theme: 'both' })).toBe(both);
  });

  it('keeps its last known stage under a hatch after reporting ends, and is unknown without one', () => {
    const { rows } = selected({ events, reporting: bothTracks('2023-12-31') });
    expect(rows[0]).toMatchObject({
      classId: 'named',
      isUnreported: true,
      reportedTo: '2023-12-31',
    });
    expect(rows[6]).toMatchObject({ classId: 'unknown', isUnreported: true });
  });
});

describe('townships and villages', () => {
  const township = (county: number, index: number) => ({
    ...testCounty(county),
    code: `${testCounty(county).code}${100 + index}`,
    level: 'township' as const,
    kind: '镇' as const,
    countedFor: ['township'],
  });
  const units = [0, 1, 2, 3].map((index) => township(1, index)).concat(township(2, 0));
  const divisions = [...testCounties, ...units];
  const named = [0, 1, 2].map((index) =>
    reached('named', '2022', { division: township(1, index).code, track: 'township' }),
  );
  const facts: TestFacts = {
    divisions,
    events: named,
    reporting: [reported('990001', '2030-12-31', { track: 'township' })],
  };

  it('classes a county by its share of the units it has; one that never reported is unknown', () => {
    const { rows } = selected(facts, { theme: 'townships' });
    expect(rows.map(({ division, classId }) => [division.code, classId])).toEqual([
      ['990001', 'share-2'],
      ['990002', 'unknown'],
    ]);
    expect(rows[0]?.townships).toMatchObject({ counted: 3, eligible: 4, isReported: true });
  });

  it('a county without such units is not in the theme', () => {
    expect(selected(facts, { theme: 'villages' }).rows).toEqual([]);
  });

  describe('with quotas', () => {
    const withQuotas = (...counts: readonly number[]): TestFacts => ({
      ...facts,
      quotas: counts.map((count, index) => quotaSet(testCounty(index + 1).code, count, '2023')),
    });
    const inTheme = (given: TestFacts, rest: Partial<SelectionQuery> = {}) =>
      selected(given, { theme: 'townships', ...rest });
    const classes = (given: TestFacts, rest: Partial<SelectionQuery> = {}) =>
      inTheme(given, rest).rows.map(({ classId }) => classId);

    it('is measured by them from the day they hold, and until then by the units there are', () => {
      const given = withQuotas(4);
      expect(inTheme(given)).toMatchObject({ measure: 'quota' });
      expect(inTheme(given).rows[0]?.townships).toMatchObject({ measure: 'quota', quota: 4 });
      const before = inTheme(given, { at: '2023-12-30' });
      expect(before).toMatchObject({ measure: 'eligible' });
      expect(before.rows[0]?.classId).toBe('share-2');
      expect(selected(given).measure).toBeNull();
    });

    it.each([
      [13, 'quota-1'],
      [12, 'quota-1'],
      [7, 'quota-2'],
      [6, 'quota-2'],
      [4, 'quota-3'],
      [3, 'quota-5'],
      [2, 'quota-5'],
      [0, 'no-task'],
    ])('three of %i are %s', (count, classId) => {
      expect(classes(withQuotas(count))[0]).toBe(classId);
    });

    it('a county without one is no share of anything, and one where none is counted no step', () => {
      expect(classes(withQuotas(4))).toEqual(['quota-3', 'no-quota']);
      expect(classes(withQuotas(4, 1))).toEqual(['quota-3', 'unknown']);
      const reporting = [
        ...(facts.reporting ?? []),
        reported('990002', '2030-12-31', { track: 'township' }),
      ];
      expect(classes({ ...withQuotas(4, 1), reporting })).toEqual(['quota-3', 'none']);
    });

    it('a county where none is known is not reported from the day its reports end', () => {
      const reporting = [
        ...(facts.reporting ?? []),
        reported('990002', '2024-12-31', { track: 'township' }),
      ];
      const given = { ...withQuotas(4, 1), reporting };
      expect(classes(given, { at: '2024-12-31' })[1]).toBe('none');
      expect(classes(given, { at: '2025-01-01' })[1]).toBe('unknown');
    });

    it('reaching the quota is a class of its own, above all that fall short', () => {
      const { classes: all } = inTheme(withQuotas(3));
      expect(all.map(({ id, kind }) => [id, kind])).toEqual([
        ['quota-5', 'step'],
        ['quota-4', 'step'],
        ['quota-3', 'step'],
        ['quota-2', 'step'],
        ['quota-1', 'step'],
        ['none', 'none'],
        ['no-task', 'unasked'],
        ['no-quota', 'unasked'],
        ['unknown', 'unknown'],
      ]);
      expect(all[0]).toMatchObject({ count: 1, share: { of: 'quota', above: 1 } });
    });

    it('counts every row in its legend exactly once', () => {
      for (const given of [withQuotas(), withQuotas(4), withQuotas(0, 1)]) {
        const { rows, classes: all } = inTheme(given);
        expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
      }
    });

    it('is ordered by the share of the quota; without one least', () => {
      const order = (given: TestFacts) =>
        inTheme(given, { sort: 'townships', isDescending: true }).rows.map(
          ({ division }) => division.code,
        );
      expect(order(withQuotas(0, 1))).toEqual(['990002', '990001']);
      const onlySecond = { ...facts, quotas: [quotaSet('990002', 1, '2023')] };
      expect(order(onlySecond)).toEqual(['990002', '990001']);
    });

    it('a filter of classes of the other measure leaves all in', () => {
      const shown = inTheme(withQuotas(4), { show: ['share-2'] });
      expect(shown.rows.every(({ isShown }) => isShown)).toBe(true);
      const some = inTheme(withQuotas(4), { show: ['share-2', 'no-quota'] });
      expect(some.rows.map(({ isShown }) => isShown)).toEqual([false, true]);
    });
  });
});

describe('one selection for map, legend, table and cards', () => {
  it.each(themes)('the legend of %s counts every row exactly once', (theme) => {
    const { rows, classes } = selected({ events, reporting }, { theme });
    const counted = classes.reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(rows.length);
    for (const row of rows) expect(classes.map(({ id }) => id)).toContain(row.classId);
  });

  it('a filter marks what it shows and changes no count', () => {
    const all = selected({ events, reporting });
    const some = selected({ events, reporting }, { show: ['named', 'creating'] });
    expect(some.classes.map(({ count }) => count)).toEqual(all.classes.map(({ count }) => count));
    expect(some.rows.filter(({ isShown }) => isShown).map(({ classId }) => classId)).toEqual([
      'named',
      'creating',
    ]);
  });

  it('not reported is a filter across the classes', () => {
    const partly = [...bothTracks('2030-12-31').slice(2), reported('990001', '2023-12-31')];
    const { rows, unreported: missing } = selected(
      { events, reporting: partly },
      { show: [unreported] },
    );
    expect(missing.codes).toEqual(['990001']);
    expect(rows.filter(({ isShown }) => isShown).map(({ classId }) => classId)).toEqual(['named']);
  });

  it('orders the table by how far along the road, ties by code', () => {
    const codes = selected(
      { events, reporting },
      { sort: 'national', isDescending: true },
    ).rows.map(({ division }) => division.code);
    expect(codes.slice(0, 5)).toEqual(['990001', '990002', '990003', '990004', '990005']);
  });
});
