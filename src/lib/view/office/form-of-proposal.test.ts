import { describe, expect, it } from 'vitest';
import { testProgramme } from '../../domain/programme-fixture.ts';
import { formOf } from './form-of-proposal.ts';
import { emptyReport, type ReportForm } from './report-form.ts';
import { proposalOf } from './report-proposal.ts';

const today = '2026-01-31';
const programme = testProgramme();

describe('a proposal that is edited again', () => {
  const form: ReportForm = {
    ...emptyReport('k', '990001', today),
    version: 3,
    track: 'village',
    stage: 'named',
    units: ['990001001001', '990001001002'],
    batch: '第三批',
    effective: { year: '2025', month: '1', day: '' },
    title: '公告',
    publisher: '某局',
    documentDate: { year: '2025', month: '2', day: '3' },
    isComplete: true,
    note: '见附件',
  };

  it('fills the form it came from', () => {
    const { proposal } = proposalOf(form, programme, today);
    expect(formOf(proposal, form, today)).toEqual(form);
  });

  it('fills the form of a correction, with its reason', () => {
    const correction = {
      ...form,
      kind: 'correction',
      retracts: 'E1',
      reason: '重名',
      units: ['990001001001'],
    } as const;
    const { proposal } = proposalOf(correction, programme, today);
    expect(formOf(proposal, correction, today)).toEqual(correction);
  });

  it('is not forced into a form that cannot say all of it', () => {
    const { proposal } = proposalOf(form, programme, today);
    const [first] = proposal.changes;
    const mixed = { ...proposal, changes: [...proposal.changes, { ...first, stage: 'revoked' }] };
    expect(formOf(mixed as typeof proposal, form, today)).toBeNull();
    const quotas = { effective: '2025', counts: [] };
    expect(formOf({ changes: [], reporting: [], quotas }, form, today)).toBeNull();
  });
});
