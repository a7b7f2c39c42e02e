import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { cleanProposal } from './clean-proposal.ts';
import { eventsOf, recordedAfter } from './proposed-events.ts';
import { eventSchema, reportingSchema, sourceSchema } from './status.ts';
import type { Proposal } from './submission.ts';

const recordedAt = '2026-11-23T17:00:00.000Z';
const division = { code: '131082', name: '三河市' };
const unit = { division: '131082', track: 'provincial' };
const id = 'R20261124-7KQ2M';

const proposal: Proposal = {
  changes: [
    { kind: 'reached', ...unit, stage: 'named', effective: '2026-11', batch: '第一批' },
    {
      kind: 'correction',
      ...unit,
      stage: 'named',
      effective: '2026',
      retracts: 'E1',
      reason: '误',
    },
    { kind: 'retraction', ...unit, retracts: 'E2', reason: '误' },
  ],
  source: { title: '通知', publisher: '省局', documentNumber: '1号', date: '2026-11' },
  reporting: [{ track: 'provincial', completeTo: '2026-11-24' }],
  note: '请审批',
};

describe('an approved proposal', () => {
  it('is a source, an event for each change, and a date for each track', () => {
    const facts = eventsOf(id, proposal, { recordedAt, division });
    const base = { ...unit, recordedAt, source: `S-${id}` };
    expect(facts).toEqual({
      source: { ...proposal.source, id: `S-${id}` },
      events: [
        {
          ...base,
          id: `${id}-1`,
          kind: 'reached',
          stage: 'named',
          effective: '2026-11',
          certainty: 'confirmed',
          batch: '第一批',
        },
        {
          ...base,
          id: `${id}-2`,
          kind: 'reached',
          stage: 'named',
          effective: '2026',
          certainty: 'confirmed',
          retracts: 'E1',
          reason: '误',
        },
        { ...base, id: `${id}-3`, kind: 'retraction', retracts: 'E2', reason: '误' },
      ],
      reporting: [{ ...base, completeTo: '2026-11-24' }],
      quotas: [],
      places: [],
    });
    for (const event of facts.events) expect(v.is(eventSchema, event)).toBe(true);
    for (const report of facts.reporting) expect(v.is(reportingSchema, report)).toBe(true);
    expect(v.is(sourceSchema, facts.source)).toBe(true);
    expect(JSON.stringify(facts)).not.toContain('请审批');
  });

  it('without a document rests on the report itself, and says so', () => {
    const titleOf = (rest: Partial<Proposal>) => {
      const bare: Proposal = { changes: [], reporting: [], ...rest };
      return eventsOf(id, bare, { recordedAt, division }).source;
    };
    const { changes, reporting } = proposal;
    expect(titleOf({ changes, reporting })).toEqual({
      id: `S-${id}`,
      title: `三河市报送（编号${id}）`,
      publisher: '三河市',
      // Already the 24th in Shanghai.
      date: '2026-11-24',
    });
    expect(titleOf({ reporting }).title).toBe('三河市确认：截至2026-11-24无新变化');
    const twoDays = [...reporting, { track: 'national', completeTo: '2026-11-20' }];
    expect(titleOf({ reporting: twoDays }).title).toBe(`三河市报送（编号${id}）`);
  });
});

it('is recorded later than everything before it, also where the clock was set back', () => {
  const now = Date.parse('2026-11-24T12:00:00Z');
  const facts = (at: string) => ({
    events: [],
    statements: [],
    reporting: [{ ...unit, completeTo: '2026-11-20', source: 'S1', recordedAt: at }],
    quotas: [],
    places: [],
  });
  const earlier = facts('2026-11-24T19:59:59+08:00');
  expect(recordedAfter(earlier, now)).toBe('2026-11-24T12:00:00.000Z');
  const later = facts('2026-11-24T21:00:00+08:00');
  expect(recordedAfter(later, now)).toBe('2026-11-24T13:00:00.001Z');
});

it('keeps of a proposal what was typed, plain, and nothing where nothing was', () => {
  const blank = { documentNumber: ' ', date: '', location: '\u0000' };
  const typed: Proposal = {
    ...proposal,
    source: { title: ' 通知\r\n', publisher: '省局', ...blank },
    note: ' ',
  };
  const { source, ...rest } = cleanProposal(typed);
  expect(source).toEqual({ title: '通知', publisher: '省局' });
  expect('note' in rest).toBe(false);
  const empty = cleanProposal({ ...typed, source: { title: '', publisher: ' ', ...blank } });
  expect('source' in empty).toBe(false);
  expect(cleanProposal(proposal)).toEqual(proposal);
});
