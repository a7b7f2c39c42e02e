import { describe, expect, it } from 'vitest';
import { countyEffects } from './county-effect.ts';
import {
  quotaSet,
  reached,
  testCounties,
  testData,
  testPrefecture,
  testVillage,
} from './fixture.ts';
import { effectOf } from './review.ts';
import type { Change } from './submission.ts';

const at = '2024-06-30';
const village = (county: number, index: number) => `99000${county}10${index}001`;
const villages = [1, 2, 3].flatMap((county) =>
  [0, 1, 2].map((index) => testVillage(village(county, index))),
);
const already = reached('named', '2022', { division: village(1, 0), track: 'village' });
const data = testData({
  divisions: [testPrefecture, ...testCounties, ...villages],
  events: [already],
  quotas: [quotaSet('990001', 3, '2023', { track: 'village' })],
});

const names = (...divisions: readonly string[]): readonly Change[] =>
  divisions.map((division) => ({
    kind: 'reached',
    division,
    track: 'village',
    stage: 'named',
    effective: '2024-03-01',
  }));

function effects(changes: readonly Change[], track = 'village') {
  const proposal = { changes: [...changes], reporting: [] };
  const { units } = effectOf(data, { id: 'R1', division: '990000', proposal }, at);
  return countyEffects(data, track, units, at);
}

describe('what a list of villages changes in each county', () => {
  it('is the titles held before and after, beside the quota, of the counties it names', () => {
    expect(effects(names(village(2, 1), village(1, 1), village(1, 2)))).toEqual([
      { division: '990001', before: 1, after: 3, quota: 3 },
      { division: '990002', before: 0, after: 1, quota: null },
    ]);
  });

  it('is nothing more for a village that holds the title already', () => {
    expect(effects(names(village(1, 0)))).toEqual([
      { division: '990001', before: 1, after: 1, quota: 3 },
    ]);
  });

  it('is one less where a record is taken back', () => {
    const change: Change = {
      kind: 'retraction',
      division: already.division,
      track: already.track,
      retracts: already.id,
      reason: 'mistaken',
    };
    expect(effects([change])).toEqual([{ division: '990001', before: 1, after: 0, quota: 3 }]);
  });

  it('is nothing on a track that counts no townships or villages', () => {
    expect(effects(names(village(1, 1)), 'national')).toEqual([]);
  });
});
