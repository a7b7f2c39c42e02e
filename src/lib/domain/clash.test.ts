import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clashingRows, mergedList, type ClashSide } from './clash.ts';
import { rowsOf, withRows } from './proposal-rows.ts';
import type { Change, Proposal } from './submission.ts';

const point = (x: number) => ({ type: 'Point' as const, coordinates: [x, 39] });
const named = (division: string): Change => ({
  kind: 'reached',
  division,
  track: 'village',
  stage: 'named',
  effective: '2023',
});
const list: Proposal = {
  changes: ['1', '2', '3'].map(named),
  reporting: [],
  places: ['1', '2', '3'].map((division) => ({ division, geometry: point(116) })),
  note: '请核对',
};
const without = (keys: readonly string[], of: Proposal = list): Proposal =>
  withRows(
    of,
    rowsOf(of).filter(({ key }) => !keys.includes(key)),
  );
const keys = rowsOf(list).map(({ key }) => key);
const someKeys = fc.subarray(keys);
const [first = '', second = '', third = ''] = keys;

describe('a list as rows', () => {
  it('comes out of its rows as it went in', () => {
    expect(withRows(list, rowsOf(list))).toEqual(list);
    expect(keys).toHaveLength(6);
    expect(new Set(keys).size).toBe(6);
  });

  it('has the dates and quotas of an undoing among them, and those of nothing else', () => {
    const reporting = [{ track: 'village', completeTo: null }];
    const quotas = {
      effective: '2023',
      counts: [{ division: '9', track: 'village', count: null }],
    };
    const other: Proposal = { changes: [], reporting, quotas };
    expect(rowsOf(other)).toEqual([]);
    expect(withRows(other, [])).toEqual(other);
    const undoing: Proposal = { ...other, undoes: { submission: 'R1', reason: '误' } };
    expect(rowsOf(undoing).map(({ kind }) => kind)).toEqual(['quota', 'reporting']);
    expect(withRows(undoing, rowsOf(undoing))).toEqual(undoing);
    expect(withRows(undoing, [])).toEqual({
      changes: [],
      reporting: [],
      undoes: undoing.undoes,
    });
  });

  it('tells two rows about one unit apart', () => {
    const twice = rowsOf({ changes: [named('1'), named('1')], reporting: [] });
    expect(new Set(twice.map(({ key }) => key)).size).toBe(2);
  });
});

describe('two people at one list', () => {
  it('keep what both left out, and what neither did', () => {
    fc.assert(
      fc.property(someKeys, someKeys, (mine, others) => {
        const sides = { before: list, yours: without(mine), theirs: without(others) };
        // Each left rows out on purpose: unless one is asked back, both are heard.
        expect(mergedList(sides, {}, null)).toEqual(without([...mine, ...others]));
        expect(mergedList(sides, {}, 'theirs')).toEqual(sides.theirs);
        const merged = mergedList(sides, {}, 'yours');
        expect(new Set(rowsOf(merged).map(({ key }) => key))).toEqual(
          new Set(rowsOf(sides.yours).map(({ key }) => key)),
        );
        expect(clashingRows(sides).map(({ key }) => key)).toHaveLength(
          new Set(mine).symmetricDifference(new Set(others)).size,
        );
      }),
    );
  });

  it('may choose for each row whose it is', () => {
    const sides = { before: list, yours: without([first]), theirs: without([second]) };
    expect(clashingRows(sides).map(({ key, usual }) => [key, usual])).toEqual([
      [first, 'yours'],
      [second, 'theirs'],
    ]);
    const chosen: Readonly<Record<string, ClashSide>> = { [first]: 'theirs', [second]: 'yours' };
    const merged = mergedList(sides, chosen, null);
    expect(new Set(rowsOf(merged).map(({ key }) => key))).toEqual(new Set(keys));
    expect(mergedList(sides, { ...chosen, [third]: 'yours' }, null)).toEqual(merged);
  });

  it('see all three sides of a position both have changed, and yours is the usual one', () => {
    const moved = (x: number): Proposal => ({
      ...list,
      places: [{ division: '1', geometry: point(x) }],
    });
    const sides = { before: moved(116), yours: moved(117), theirs: moved(118) };
    const [row] = clashingRows(sides);
    expect(row).toMatchObject({ key: 'place 1', usual: 'yours' });
    expect(mergedList(sides, {}, null).places).toEqual(moved(117).places);
    expect(mergedList(sides, { 'place 1': 'theirs' }, null).places).toEqual(moved(118).places);
  });

  it('keep a quota of yours, with its day, where the other side has lost the last of them', () => {
    const undoing: Proposal = {
      changes: [named('1')],
      reporting: [],
      quotas: { effective: '2023', counts: [{ division: '9', track: 'village', count: '4' }] },
      undoes: { submission: 'R1', reason: '误' },
    };
    const bare = withRows(undoing, rowsOf({ ...undoing, quotas: undefined }));
    const sides = { before: bare, yours: undoing, theirs: bare };
    expect(mergedList(sides, {}, null)).toEqual(undoing);
    expect(mergedList(sides, {}, 'theirs')).toEqual(bare);
  });

  it('lose nothing of yours where what both began with is no longer known', () => {
    const sides = { before: null, yours: list, theirs: without([first]) };
    expect(new Set(rowsOf(mergedList(sides, {}, null)).map(({ key }) => key))).toEqual(
      new Set(keys),
    );
  });
});
