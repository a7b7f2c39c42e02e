import { describe, expect, it } from 'vitest';
import { faultsOf, maxChanges } from './proposal-faults.ts';
import { change, faults, proposal, proposalFacts, today } from './proposal-fixture.ts';
import type { Change } from './submission.ts';

describe('a submission', () => {
  it('says something', () => {
    expect(faults(proposal([]))).toEqual(['changes: nothing']);
  });

  it('is of a division there is', () => {
    expect(faults(proposal([change]), { division: '1' })).toEqual(['division: unknown-division']);
  });

  it('holds so many changes and no more, and so long a note', () => {
    const many = Array.from({ length: maxChanges + 1 }, () => change);
    expect(faults(proposal(many))).toEqual(['changes: too-long']);
    expect(faults(proposal([change], { note: 'x'.repeat(2001) }))).toEqual(['note: too-long']);
  });

  it('may be unfinished as a draft, but not wrong', () => {
    const empty: Change = { ...change, division: '', track: '', stage: '', effective: '' };
    const draft = proposal([empty, { ...change, stage: 'named' }], {
      source: { title: '', publisher: '' },
      reporting: [{ track: '', completeTo: '' }],
    });
    expect(faults(draft, { mode: 'draft' })).toEqual([]);
    expect(faults(proposal([]), { mode: 'draft' })).toEqual([]);
    const wrong = proposal([{ ...change, division: '990002', effective: '2027' }]);
    expect(faults(wrong, { mode: 'draft' })).toEqual([
      'changes.0.division: other-county',
      'changes.0.effective: future',
    ]);
  });

  it('names its values for the sentence, a pasted novel only so far', () => {
    const [fault] = faultsOf(proposal([{ ...change, division: '9'.repeat(1000) }]), {
      data: proposalFacts(),
      division: '990001',
      today,
      fileCount: 0,
      mode: 'draft',
    });
    expect(fault?.values).toEqual({ division: '9'.repeat(40) });
  });
});
