import { describe, expect, it } from 'vitest';
import { placed, quotaSet, reported, testCounty, testData } from './fixture.ts';
import { faultsOf, type ProposalContext } from './proposal-faults.ts';
import type { Proposal } from './submission.ts';
import { undoing } from './undo.ts';
import { undoFaults } from './undo-faults.ts';

const source = 'S-R1';
const later = { recordedAt: '2026-03-01T09:00:00+08:00' };
const unit = '990001100';
const point = (x: number) => ({ type: 'Point' as const, coordinates: [x, 39] });
const before = {
  reporting: [reported('990001', '2021-12-31')],
  quotas: [quotaSet('990001', 9, '2021')],
  places: [placed(unit, point(116))],
};
const made = {
  reporting: [reported('990001', '2022-12-31', { ...later, source })],
  quotas: [quotaSet('990001', 3, '2022', { ...later, source })],
  places: [placed(unit, point(117), { ...later, source })],
};
const wrote = testData({
  reporting: [...before.reporting, ...made.reporting],
  quotas: [...before.quotas, ...made.quotas],
  places: [...before.places, ...made.places],
});
const { proposal } = undoing(wrote.status, 'R1', '名单有误');
const none: Proposal = { changes: [], reporting: [] };

describe('an undoing', () => {
  it('may set a day back and bring back a number that is more than there is to choose from', () => {
    const context: ProposalContext = {
      data: { ...wrote, divisions: [...wrote.divisions] },
      division: testCounty(1).code,
      today: '2026-04-01',
      fileCount: 0,
      mode: 'submit',
    };
    const ofCounty: Proposal = {
      changes: [],
      reporting: proposal.reporting,
      ...(proposal.undoes && { undoes: proposal.undoes }),
    };
    expect(faultsOf(ofCounty, context)).toEqual([]);
    const asReport: Proposal = { changes: [], reporting: proposal.reporting };
    expect(faultsOf(asReport, context)).toMatchObject([{ code: 'earlier-than-before' }]);
  });

  it('brings back what stood before, and nothing else', () => {
    expect(undoFaults(proposal, wrote.status)).toEqual([]);
    const other: Proposal = {
      ...proposal,
      reporting: [{ track: 'national', completeTo: '2020-12-31' }],
      quotas: {
        effective: '2022',
        counts: [{ division: '990001', track: 'township', count: '1' }],
      },
      places: [{ division: unit, geometry: null }],
    };
    expect(undoFaults(other, wrote.status)).toEqual([
      { field: 'reporting.0.completeTo', code: 'changed-since' },
      { field: 'quotas.counts.0.count', code: 'changed-since' },
      { field: 'places.0.geometry', code: 'changed-since' },
    ]);
  });

  it('does not bring back what has been changed since it was drafted', () => {
    const { status } = wrote;
    const now = { recordedAt: '2026-03-02T09:00:00+08:00' };
    const since = {
      ...status,
      reporting: [...status.reporting, reported('990001', '2023-12-31', now)],
      quotas: [...status.quotas, quotaSet('990001', 4, '2023', now)],
      places: [...status.places, placed(unit, point(118), now)],
    };
    expect(undoFaults(proposal, since).map(({ code }) => code)).toEqual([
      'changed-since',
      // Its day and its number.
      'changed-since',
      'changed-since',
      'changed-since',
    ]);
  });

  it('says why, within bounds, and is asked nothing where it is no undoing', () => {
    const reason = (text: string) =>
      undoFaults({ ...proposal, undoes: { submission: 'R1', reason: text } }, wrote.status);
    expect(reason('')).toMatchObject([{ field: 'undoes.reason', code: 'required' }]);
    expect(reason('误'.repeat(2001))).toMatchObject([{ code: 'too-long' }]);
    expect(undoFaults(none, wrote.status)).toEqual([]);
  });
});
