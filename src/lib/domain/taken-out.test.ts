import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOf, withRows } from './proposal-rows.ts';
import type { Change, Proposal } from './submission.ts';
import { takenOut, withChoices } from './taken-out.ts';

const named = (division: string, effective = '2023'): Change => ({
  kind: 'reached',
  division,
  track: 'village',
  stage: 'named',
  effective,
});
const list: Proposal = {
  changes: ['1', '2', '3'].map((division) => named(division)),
  reporting: [],
  places: ['1', '2'].map((division) => ({
    division,
    geometry: { type: 'Point', coordinates: [116, 39] },
  })),
  note: '请核对',
};
const keysOf = (of: Proposal) => rowsOf(of).map(({ key }) => key);
const dropping = (dropped: readonly string[], of: Proposal, begun = list) =>
  withChoices(begun, of, { dropped, putBack: [] });
const puttingBack = (putBack: readonly string[], of: Proposal, begun = list) =>
  withChoices(begun, of, { dropped: [], putBack });

describe('a row that was taken out of a list', () => {
  it('is told apart from those that are still there', () => {
    const [first = '', , third = ''] = keysOf(list);
    const shorter = dropping([first, third], list);
    expect(keysOf(takenOut(list, shorter))).toEqual([first, third]);
    expect(rowsOf(takenOut(list, list))).toEqual([]);
  });

  it('is put back where it stood, whichever went and in whatever order', () => {
    const some = fc.subarray(keysOf(list));
    fc.assert(
      fc.property(some, some, (first, second) => {
        const shorter = dropping(second, dropping(first, list));
        expect(puttingBack(keysOf(takenOut(list, shorter)), shorter)).toEqual(list);
        expect(puttingBack([], shorter)).toEqual(shorter);
      }),
    );
  });

  it('comes back while another goes, and the rest of the list stays as it is by now', () => {
    const [first = '', second = ''] = keysOf(list);
    const shorter = { ...dropping([first], list), note: '已核对' };
    const next = withChoices(list, shorter, { dropped: [second], putBack: [first, 'x'] });
    expect(keysOf(next)).toEqual(keysOf(list).filter((key) => key !== second));
    expect(next.note).toBe('已核对');
  });

  it('is the right one of two about the same unit', () => {
    const twice = { ...list, changes: [named('1', '2021'), named('1', '2022')] };
    const [first = ''] = keysOf(twice);
    const shorter = dropping([first], twice, twice);
    expect(takenOut(twice, shorter).changes).toEqual([named('1', '2021')]);
    expect(puttingBack(keysOf(takenOut(twice, shorter)), shorter, twice)).toEqual(twice);
  });

  it('is not one that says something else of its unit by now, nor one that was added', () => {
    const changed = { ...list, changes: [named('1', '2024'), named('2'), named('3'), named('4')] };
    expect(rowsOf(takenOut(list, changed))).toEqual([]);
    expect(withChoices(list, changed, { dropped: [], putBack: [] })).toEqual(changed);
  });

  it('brings the day of its quotas back with it, where an undoing had lost the last of them', () => {
    const undoing: Proposal = {
      changes: [],
      reporting: [{ track: 'village', completeTo: null }],
      quotas: {
        effective: '2023',
        counts: [{ division: '9', track: 'village', count: null }],
      },
      undoes: { submission: 'R1', reason: '误' },
    };
    const [quota = ''] = keysOf(undoing);
    const shorter = dropping([quota], undoing, undoing);
    expect(shorter.quotas).toBeUndefined();
    expect(puttingBack([quota], shorter, undoing)).toEqual(undoing);
    // And nothing comes back by itself.
    expect(withRows(undoing, rowsOf(shorter))).toEqual(shorter);
    expect(puttingBack([], shorter, undoing)).toEqual(shorter);
  });
});
