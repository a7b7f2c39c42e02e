import { describe, expect, it } from 'vitest';
import { reached, reported, retraction, testCounties, testData } from './fixture.ts';
import { faultsOf, maxChanges, type ProposalContext } from './proposal-faults.ts';
import type { ProgrammeData } from './programme-data.ts';
import type { Division } from './division.ts';
import type { Change, Proposal, ProposedSource } from './submission.ts';

const today = '2026-11-24';

const village = (code: string, rest: Partial<Division> = {}): Division => ({
  code,
  name: code,
  nameEn: null,
  kind: '村',
  level: 'village',
  parent: code.slice(0, 9),
  countedFor: ['village'],
  validFrom: null,
  validTo: null,
  ...rest,
});
const township: Division = {
  ...village('990001001'),
  kind: '镇',
  level: 'township',
  parent: '990001',
  countedFor: [],
};
const prefecture: Division = {
  ...village('990000'),
  kind: '地级市',
  level: 'prefecture',
  parent: null,
  countedFor: [],
};

function facts(status: Parameters<typeof testData>[0] = {}): ProgrammeData {
  return testData({
    divisions: [
      prefecture,
      ...testCounties,
      township,
      village('990001001001'),
      village('990001001002', { countedFor: [] }),
      village('990001001003', { validFrom: '2024-05-01', validTo: '2025-04-30' }),
    ],
    reporting: [reported('990001', '2026-06-30')],
    ...status,
  });
}

const change: Change = {
  kind: 'reached',
  division: '990001',
  track: 'national',
  stage: 'creating',
  effective: '2026-01',
};
const source: ProposedSource = { title: '通知', publisher: '省局' };

const proposal = (changes: readonly Change[], rest: Partial<Proposal> = {}): Proposal => ({
  changes: [...changes],
  reporting: [],
  ...rest,
});

function faults(given: Proposal, context: Partial<ProposalContext> = {}): readonly string[] {
  return faultsOf(given, {
    data: facts(),
    division: '990001',
    today,
    fileCount: 0,
    mode: 'submit',
    ...context,
  }).map(({ field, code }) => `${field}: ${code}`);
}

const withChange = (rest: Partial<Extract<Change, { kind: 'reached' }>>) =>
  faults(proposal([{ ...change, ...rest } as Change]));

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
      data: facts({ events: [reached('creating', '2026-01', rest)] }),
    });
    const same = ['changes.0.effective: same-as-now'];
    expect(faults(proposal([change]), known({}))).toEqual(same);
    expect(faults(proposal([change]), known({ certainty: 'inferred' }))).toEqual([]);
    expect(faults(proposal([change]), known({ division: '990002' }))).toEqual([]);
    const event = reached('creating', '2026-01');
    const retracted = facts({ events: [event, retraction(event, '2026-02-01T00:00:00Z')] });
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
  const data = facts({
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
    const data = facts({ events });
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
});

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

describe('a date of reporting', () => {
  const told = (track: string, completeTo: string) =>
    faults(proposal([], { reporting: [{ track, completeTo }] }));

  it.each([
    ['national', '2026-07-01', []],
    ['national', today, []],
    ['village', today, []],
    ['', today, ['reporting.0.track: required']],
    ['city', today, ['reporting.0.track: unknown-track']],
    ['township', today, ['reporting.0.track: not-counted']],
    ['national', '', ['reporting.0.completeTo: required']],
    ['national', '2026-07', ['reporting.0.completeTo: not-a-date']],
    ['national', '2026-11-25', ['reporting.0.completeTo: future']],
    ['national', '2026-06-29', ['reporting.0.completeTo: earlier-than-before']],
    ['national', '2026-06-30', ['changes: nothing']],
  ])('%s to %s: %j', (track, completeTo, expected) => {
    expect(told(track, completeTo)).toEqual(expected);
  });

  it('is given once for each track', () => {
    const reporting = [
      { track: 'national', completeTo: today },
      { track: 'national', completeTo: '2026-11-20' },
    ];
    expect(faults(proposal([], { reporting }))).toEqual(['reporting.1.track: twice']);
  });
});

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
      data: facts(),
      division: '990001',
      today,
      fileCount: 0,
      mode: 'draft',
    });
    expect(fault?.values).toEqual({ division: '9'.repeat(40) });
  });
});
