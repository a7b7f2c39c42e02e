import { describe, expect, it } from 'vitest';
import { quotaSet, testPrefecture } from './fixture.ts';
import { faults, proposal, proposalFacts, today } from './proposal-fixture.ts';
import { faultsOf } from './proposal-faults.ts';

// County 990001 has one village to choose from today, and had another from 2024-05 to 2025-04.
const row = { division: '990001', track: 'village', count: '1' };
const given = (rows: readonly Partial<typeof row>[], effective = '2026-11-24') =>
  proposal([], { quotas: { effective, counts: rows.map((some) => ({ ...row, ...some })) } });
const inCity = (
  rows: readonly Partial<typeof row>[],
  effective?: string,
  data = proposalFacts({ quotas: [] }),
) => faults(given(rows, effective), { division: testPrefecture.code, data });

describe('quotas', () => {
  it('are set by the city alone', () => {
    expect(inCity([{}])).toEqual([]);
    expect(faults(given([{}]))).toEqual(['quotas: city-only']);
    expect(faults(given([{}]), { mode: 'draft' })).toEqual(['quotas: city-only']);
  });

  it.each([
    ['no county', { division: '' }, 'quotas.counts.0.division: required'],
    ['a county there is not', { division: '999999' }, 'quotas.counts.0.division: unknown-division'],
    ['a township', { division: '990001001' }, 'quotas.counts.0.division: wrong-level'],
    [
      'a county without such units',
      { division: '990002' },
      'quotas.counts.0.division: not-counted',
    ],
    ['no track', { track: '' }, 'quotas.counts.0.track: required'],
    ['a track there is not', { track: 'x' }, 'quotas.counts.0.track: unknown-track'],
    ['a track of counties', { track: 'national' }, 'quotas.counts.0.track: track-without-quota'],
    ['no count', { count: '' }, 'quotas.counts.0.count: required'],
    ['half a village', { count: '0.5' }, 'quotas.counts.0.count: not-a-count'],
    ['fewer than none', { count: '-1' }, 'quotas.counts.0.count: not-a-count'],
    ['a word', { count: '一' }, 'quotas.counts.0.count: not-a-count'],
    ['more than there are', { count: '2' }, 'quotas.counts.0.count: above-eligible'],
  ])('of %s are wrong', (_, some, fault) => {
    expect(inCity([some])).toContain(fault);
  });

  it('say how many there are to choose from on the day they begin', () => {
    const told = faultsOf(given([{ count: '3' }], '2025'), {
      data: proposalFacts(),
      division: testPrefecture.code,
      today,
      fileCount: 0,
      mode: 'submit',
    });
    expect(told).toEqual([
      { field: 'quotas.counts.0.count', code: 'above-eligible', values: { eligible: '1' } },
    ]);
    expect(inCity([{ count: '2' }], '2025-04-30')).toEqual([]);
  });

  it('begin on a day that has come', () => {
    expect(inCity([{}], '')).toEqual(['quotas.effective: required']);
    expect(inCity([{}], '2026-02-30')).toEqual(['quotas.effective: not-a-date']);
    expect(inCity([{}], '2027')).toEqual(['quotas.effective: future']);
    expect(inCity([{}], '2026')).toEqual([]);
  });

  it('name a county once, and not what holds already', () => {
    expect(inCity([{}, {}])).toEqual(['quotas.counts.1.division: twice']);
    const data = proposalFacts({
      quotas: [quotaSet('990001', 1, '2024', { track: 'village' })],
    });
    expect(inCity([{}], undefined, data)).toEqual(['quotas.counts.0.count: same-as-now']);
    expect(inCity([{ count: '0' }], undefined, data)).toEqual([]);
    expect(inCity([{}], '2023-12-31', data)).toEqual([]);
  });

  it('may be unfinished in a draft', () => {
    const draft = given([{ count: '', division: '' }], '');
    expect(faults(draft, { division: testPrefecture.code, mode: 'draft' })).toEqual([]);
  });

  it('are not more than a province has counties', () => {
    const many = Array.from({ length: 1001 }, () => ({}));
    expect(inCity(many)).toEqual(['quotas: too-long']);
  });
});
