import { describe, expect, it } from 'vitest';
import { change, faults, proposal, source } from './proposal-fixture.ts';
import type { ProposedSource } from './submission.ts';

describe('the document', () => {
  const told = (rest: Partial<ProposedSource>) =>
    faults(proposal([change], { source: { ...source, ...rest } }));

  it.each([
    [{ title: '' }, 'source.title: required'],
    [{ publisher: '' }, 'source.publisher: required'],
    [{ title: 'x'.repeat(301) }, 'source.title: too-long'],
    [{ publisher: 'x'.repeat(201) }, 'source.publisher: too-long'],
    [{ documentNumber: 'x'.repeat(101) }, 'source.documentNumber: too-long'],
    [{ location: 'x'.repeat(501) }, 'source.location: too-long'],
    [{ date: '2026-13' }, 'source.date: not-a-date'],
    [{ date: '2027' }, 'source.date: future'],
  ])('%j: %s', (rest, fault) => {
    expect(told(rest)).toEqual([fault]);
  });

  it('may be dated by the year alone', () => {
    expect(told({ date: '2026' })).toEqual([]);
  });
});
