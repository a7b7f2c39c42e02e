import { describe, expect, it } from 'vitest';
import { reached, retraction } from './fixture.ts';
import { change, faults, proposal, proposalFacts, today } from './proposal-fixture.ts';
import type { Change } from './submission.ts';

const withChange = (rest: Partial<Extract<Change, { kind: 'reached' }>>) =>
  faults(proposal([{ ...change, ...rest }]));

describe('a change', () => {
  it('of the county to a stage of the track, in the past, has no fault', () => {
    expect(withChange({})).toEqual([]);
    expect(withChange({ effective: '2026' })).toEqual([]);
    expect(withChange({ effective: today })).toEqual([]);
    expect(withChange({ division: '990001001001', track: 'village', stage: 'applied' })).toEqual(
      [],
    );
  });

  it.each([
    [{ division: '' }, 'changes.0.division: required'],
    [{ track: '' }, 'changes.0.track: required'],
    [{ stage: '' }, 'changes.0.stage: required'],
    [{ effective: '' }, 'changes.0.effective: required'],
    [{ division: '999999' }, 'changes.0.division: unknown-division'],
    [{ division: '990002' }, 'changes.0.division: other-county'],
    [{ division: '990000' }, 'changes.0.division: other-county'],
    [{ track: 'city' }, 'changes.0.track: unknown-track'],
    [{ track: 'village' }, 'changes.0.division: not-counted'],
    [{ division: '990001001001' }, 'changes.0.division: not-counted'],
    [{ division: '990001001002', track: 'village' }, 'changes.0.division: not-counted'],
    [{ stage: 'crowned' }, 'changes.0.stage: unknown-stage'],
    [{ effective: '2025-02-30' }, 'changes.0.effective: not-a-date'],
    [{ effective: '2026-11-25' }, 'changes.0.effective: future'],
    [{ effective: '2026-12' }, 'changes.0.effective: future'],
    [{ effective: '2027' }, 'changes.0.effective: future'],
    [{ batch: 'x'.repeat(101) }, 'changes.0.batch: too-long'],
  ])('%j: %s', (rest, fault) => {
    expect(withChange(rest)).toEqual([fault]);
  });

  it.each([
    ['2024-04-30', ['changes.0.effective: before-existence']],
    ['2024', []],
    ['2024-05-01', []],
    ['2025-04-30', []],
    ['2025-05-01', ['changes.0.effective: before-existence']],
  ])('of a village there was only from 2024-05 to 2025-04, on %s', (effective, expected) => {
    const unit = { division: '990001001003', track: 'village', stage: 'applied' };
    expect(withChange({ ...unit, effective })).toEqual(expected);
  });

  it('is not told twice in one submission, but two stages are two changes', () => {
    const again = { ...change, effective: '2026-02' };
    expect(faults(proposal([change, again]))).toEqual(['changes.1.division: twice']);
    expect(faults(proposal([change, { ...change, stage: 'applied' }]))).toEqual([]);
  });

  it('that is on record for sure is no change; one that was inferred is confirmed', () => {
    const known = (rest: Parameters<typeof reached>[2]) => ({
      data: proposalFacts({ events: [reached('creating', '2026-01', rest)] }),
    });
    const same = ['changes.0.effective: same-as-now'];
    expect(faults(proposal([change]), known({}))).toEqual(same);
    expect(faults(proposal([change]), known({ certainty: 'inferred' }))).toEqual([]);
    expect(faults(proposal([change]), known({ division: '990002' }))).toEqual([]);
    const event = reached('creating', '2026-01');
    const retracted = proposalFacts({ events: [event, retraction(event, '2026-02-01T00:00:00Z')] });
    expect(faults(proposal([change]), { data: retracted })).toEqual([]);
  });

  it('may be of any unit of the prefecture in a submission of the prefecture', () => {
    const elsewhere = [change, { ...change, division: '990002' }];
    expect(faults(proposal(elsewhere), { division: '990000' })).toEqual([]);
  });
});

describe('taking back', () => {
  const event = reached('creating', '2026-01', { id: 'E1' });
  const other = reached('creating', '2026-01', { id: 'E2', division: '990002' });
  const otherTrack = reached('creating', '2026-01', { id: 'E3', track: 'provincial' });
  const gone = reached('applied', '2025', { id: 'E4' });
  const data = proposalFacts({
    events: [
      event,
      other,
      otherTrack,
      gone,
      { ...retraction(gone, '2026-03-01T00:00:00Z'), id: 'E5' },
    ],
  });
  const take = (retracts: string, reason = '错报'): Change => {
    const { division, track } = change;
    return { kind: 'retraction', division, track, retracts, reason };
  };
  const told = (...changes: readonly Change[]) => faults(proposal(changes), { data });

  it('an event of the same unit has no fault, with a reason', () => {
    expect(told(take('E1'))).toEqual([]);
    expect(told(take('E1', ''))).toEqual(['changes.0.reason: required']);
    expect(told(take('E1', 'x'.repeat(2001)))).toEqual(['changes.0.reason: too-long']);
  });

  it.each([
    ['', 'changes.0.retracts: required'],
    ['E0', 'changes.0.retracts: unknown-event'],
    ['E2', 'changes.0.retracts: not-this-unit'],
    ['E3', 'changes.0.retracts: not-this-unit'],
    ['E4', 'changes.0.retracts: already-retracted'],
  ])('%j: %s', (retracts, fault) => {
    expect(told(take(retracts))).toEqual([fault]);
  });

  it('is done once; and with a retraction, what that one took back', () => {
    expect(told(take('E1'), take('E1'))).toEqual(['changes.1.retracts: twice']);
    expect(told(take('E5'))).toEqual([]);
    expect(told(take('E5'), take('E4'))).toEqual([]);
  });

  it('may put the same stage and date on another document', () => {
    const correction: Change = {
      ...change,
      kind: 'correction',
      retracts: 'E1',
      reason: '文号有误',
    };
    expect(told(correction)).toEqual([]);
    expect(told({ ...correction, reason: '' })).toEqual(['changes.0.reason: required']);
  });
});
