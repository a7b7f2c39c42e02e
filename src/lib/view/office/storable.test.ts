import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanProposal } from '../../domain/clean-proposal.ts';
import { reached, testData } from '../../domain/fixture.ts';
import { faultsOf, type ProposalContext } from '../../domain/proposal-faults.ts';
import { storableProposal } from './storable.ts';

const context: ProposalContext = {
  data: testData({ events: [reached('applied', '2021', { id: 'E1' })] }),
  division: '990001',
  today: '2026-01-31',
  fileCount: 0,
  mode: 'draft',
};

describe('what a draft can keep', () => {
  it('is everything but what is wrong', () => {
    const proposal = {
      changes: [
        {
          kind: 'reached' as const,
          division: '990001',
          track: 'national',
          stage: 'named',
          effective: '2025-13',
        },
      ],
      source: { title: '公告', publisher: '', date: '2031' },
      reporting: [{ track: 'national', completeTo: '2031-01-01' }],
      note: '字'.repeat(3000),
    };
    const kept = storableProposal(proposal, faultsOf(proposal, context));
    expect(kept.changes[0]).toMatchObject({ stage: 'named', effective: '' });
    expect(kept.source).toMatchObject({ title: '公告', date: '' });
    expect(kept.reporting).toEqual([]);
    expect(kept.note).toHaveLength(2000);
  });

  it('of quotas and places is each that is right', () => {
    const row = { track: 'township', count: '3' };
    const point = { type: 'Point' as const, coordinates: [116.5, 39.5] };
    const places = ['1', '2', '3'].map((division) => ({ division, geometry: point }));
    const quotas = {
      effective: '2031',
      counts: [
        { ...row, division: '990001', count: '三' },
        { ...row, division: '990002' },
      ],
    };
    const kept = storableProposal({ changes: [], reporting: [], quotas, places }, [
      { field: 'quotas.effective', code: 'future' },
      { field: 'quotas.counts.0.count', code: 'not-a-count' },
      { field: 'places.1.geometry', code: 'far-away' },
    ]);
    expect(kept.quotas).toEqual({
      effective: '',
      counts: [
        { ...row, division: '990001', count: '' },
        { ...row, division: '990002' },
      ],
    });
    expect(kept.places?.map(({ division }) => division)).toEqual(['1', '3']);
  });

  it('has no fault that a draft may not have, whatever was typed', () => {
    const text = fc.oneof(
      fc.constantFrom('', '990001', '990002', 'national', 'named', 'E1', '2025', '2031', 'x'),
      fc.string({ maxLength: 20 }),
    );
    const long = fc.oneof(text, fc.constant('长'.repeat(2100)));
    const change = fc.oneof(
      fc.record({
        kind: fc.constant('reached' as const),
        division: text,
        track: text,
        stage: text,
        effective: text,
        batch: long,
      }),
      fc.record({
        kind: fc.constant('retraction' as const),
        division: text,
        track: text,
        retracts: text,
        reason: long,
      }),
    );
    const proposal = fc.record({
      changes: fc.array(change, { maxLength: 3 }),
      source: fc.record({ title: long, publisher: long, documentNumber: long, date: text }),
      reporting: fc.array(fc.record({ track: text, completeTo: text }), { maxLength: 2 }),
      note: long,
    });
    fc.assert(
      fc.property(proposal, (typed) => {
        const cleaned = cleanProposal(typed);
        const kept = cleanProposal(storableProposal(cleaned, faultsOf(cleaned, context)));
        expect(faultsOf(kept, context)).toEqual([]);
      }),
    );
  });
});
