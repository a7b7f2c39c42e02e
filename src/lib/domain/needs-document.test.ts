import { describe, expect, it } from 'vitest';
import { reached } from './fixture.ts';
import { change, faults, proposal, proposalFacts, source } from './proposal-fixture.ts';
import type { Change } from './submission.ts';

describe('a title that counts', () => {
  const title = proposal([{ ...change, stage: 'named' }]);

  it('needs its document, with a file', () => {
    expect(faults(title)).toEqual(['source.title: document-required', 'files: file-required']);
    expect(faults({ ...title, source })).toEqual(['files: file-required']);
    expect(faults({ ...title, source }, { fileCount: 1 })).toEqual([]);
    expect(faults(title, { fileCount: 1 })).toEqual(['source.title: document-required']);
  });

  it('needs it too where it comes back because what ended it is taken back', () => {
    const events = [
      reached('named', '2023', { id: 'E1' }),
      reached('revoked', '2024', { id: 'E2' }),
      reached('revoked', '2025', { id: 'E3' }),
    ];
    const data = proposalFacts({ events });
    const { division, track } = change;
    const take = (retracts: string): Change => ({
      kind: 'retraction',
      division,
      track,
      retracts,
      reason: '错报',
    });
    const needed = ['source.title: document-required', 'files: file-required'];
    expect(faults(proposal([take('E2')]), { data })).toEqual([]);
    expect(faults(proposal([take('E2'), take('E3')]), { data })).toEqual(needed);
    expect(faults(proposal([take('E1')]), { data })).toEqual([]);
  });

  it('needs it for any of its units, wherever among the others its changes stand', () => {
    const events = [
      reached('applied', '2023', { id: 'E1', division: '990002' }),
      reached('named', '2023', { id: 'E2' }),
      reached('revoked', '2024', { id: 'E3' }),
      reached('revoked', '2025', { id: 'E4' }),
    ];
    const take = (retracts: string, division: string): Change => ({
      kind: 'retraction',
      division,
      track: change.track,
      retracts,
      reason: '错报',
    });
    const [other, first, last] = [take('E1', '990002'), take('E3', '990001'), take('E4', '990001')];
    const told = (...changes: readonly Change[]) =>
      faults(proposal(changes), { data: proposalFacts({ events }), division: '990000' });
    expect(told(first, other, last)).toEqual([
      'source.title: document-required',
      'files: file-required',
    ]);
    expect(told(first, other)).toEqual([]);
  });
});
