import { describe, expect, it } from 'vitest';
import { placed, testData } from './fixture.ts';
import { knowledgeOf } from './knowledge.ts';
import type { Place } from './status.ts';

const unit = '990001001001';
const point = (x: number): Place['geometry'] => ({ type: 'Point', coordinates: [x, 39.5] });
const on = (day: string) => ({ recordedAt: `${day}T09:00:00+08:00` });
const known = (places: readonly Place[], knownAt?: string) =>
  knowledgeOf(testData({ places }), knownAt).places.get(unit)?.geometry ?? null;

describe('where a unit lies', () => {
  const first = placed(unit, point(116.1), on('2026-01-01'));
  const second = placed(unit, point(116.2), on('2026-03-01'));
  const takenBack = placed(unit, null, on('2026-05-01'));

  it('is where it was last said to lie, whatever the order of the log', () => {
    expect(known([first, second])).toEqual(point(116.2));
    expect(known([second, first])).toEqual(point(116.2));
    const atOnce = placed(unit, point(116.3), { ...on('2026-03-01'), id: 'ZZ' });
    expect(known([atOnce, second])).toEqual(point(116.3));
    expect(known([second, atOnce])).toEqual(point(116.3));
  });

  it('is not known once it is taken back, until it is said anew', () => {
    expect(known([first, takenBack])).toBeNull();
    expect(known([takenBack, first, placed(unit, point(116.4), on('2026-06-01'))])).toEqual(
      point(116.4),
    );
  });

  it('is told as it was known on a day', () => {
    const all = [first, second, takenBack];
    expect(known(all, '2025-12-31')).toBeNull();
    expect(known(all, '2026-02-01')).toEqual(point(116.1));
    expect(known(all, '2026-04-01')).toEqual(point(116.2));
    expect(known(all, '2026-05-01')).toBeNull();
  });
});
