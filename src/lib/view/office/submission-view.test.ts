import { describe, expect, it } from 'vitest';
import { reached, testData } from '../../domain/fixture.ts';
import { knowledgeOf } from '../../domain/knowledge.ts';
import type { Actor, Post } from '../../domain/permission.ts';
import { sentences } from '../../i18n/sentences.ts';
import type { SubmissionDetail } from '../../domain/recorded-submission.ts';
import { actionsOf, submissionView } from './submission-view.ts';

const say = sentences['zh-CN'];
const wrong = reached('applied', '2021', { id: 'E1' });
const data = testData({ events: [wrong] });
const knowledge = knowledgeOf(data);
const clerk = { id: 'clerk', name: '王' };

const submission: SubmissionDetail = {
  id: 'R1',
  division: '990001',
  state: 'submitted',
  awaiting: 'city',
  version: 3,
  author: clerk,
  createdAt: '2026-01-30T02:00:00Z',
  updatedAt: '2026-01-30T02:00:00Z',
  proposal: {
    changes: [
      {
        kind: 'correction',
        division: '990001',
        track: 'national',
        stage: 'named',
        effective: '2025-11',
        retracts: 'E1',
        reason: '抄错',
      },
    ],
    source: { title: '公告', publisher: '某局', location: 'javascript:alert(1)' },
    reporting: [],
  },
  steps: [
    { step: 'drafted', version: 1, actor: clerk, at: '2026-01-30T16:05:00Z', note: null },
    { step: 'submitted', version: 3, actor: clerk, at: '2026-01-30T16:05:00Z', note: null },
  ],
  files: [{ hash: 'ab', name: '公告.pdf', mediaType: 'application/pdf', size: 2_000_000 }],
};

const person = (id: string, posts: readonly Post[], county: string | null = null): Actor => ({
  id,
  name: id,
  posts,
  county,
});

describe('a submission', () => {
  const view = submissionView(
    knowledge,
    data.status.events,
    submission,
    person('a', ['city-approver']),
    say,
  );

  it('tells its times as clocks in Shanghai show them', () => {
    expect(view.steps[0]?.when).toBe('2026年1月31日 00:05');
  });

  it('names the record it corrects, and why', () => {
    const told = view.says.map(({ label, value }) => `${label}：${value}`);
    expect(told).toContain('更正的记录：County 1：national applied，2021年');
    expect(told).toContain('原因：抄错');
  });

  it('makes no link of what is none', () => {
    expect(view.document.find(({ label }) => label === '网址')).toEqual({
      label: '网址',
      value: 'javascript:alert(1)',
    });
  });
});

describe('what may be done with a submission before the city', () => {
  const may = (actor: Actor, changed: Partial<SubmissionDetail> = {}) =>
    actionsOf({ ...submission, ...changed }, actor, say);

  it('is to approve or return it, for an approver', () => {
    expect(may(person('a', ['city-approver']))).toMatchObject({
      approve: true,
      sendBack: true,
      check: false,
      edit: false,
      ownNote: null,
    });
  });

  it('is nothing but to be told why, for an approver who wrote any part of it', () => {
    const both = person('both', ['city-clerk', 'city-approver']);
    const saved = {
      step: 'saved',
      version: 2,
      actor: both,
      at: submission.updatedAt,
      note: null,
    } as const;
    expect(may(both, { steps: [...submission.steps, saved] })).toMatchObject({
      approve: false,
      sendBack: false,
      ownNote: say.review.words.ownSubmission,
    });
  });

  it('is to withdraw it, for the clerk of the county and of no other', () => {
    expect(may(person('c', ['county-clerk'], '990001'))).toMatchObject({
      withdraw: true,
      edit: false,
    });
    expect(may(person('c', ['county-clerk'], '990002'))).toMatchObject({ withdraw: false });
  });

  it('is to edit it again once it was returned', () => {
    const actor = person('c', ['county-clerk'], '990001');
    expect(may(actor, { state: 'returned', awaiting: null })).toMatchObject({ edit: true });
    expect(may(actor, { state: 'approved', awaiting: null })).toMatchObject({
      edit: false,
      withdraw: false,
    });
  });

  it('is to check it while it is the head’s turn', () => {
    const head = person('h', ['county-head'], '990001');
    expect(may(head, { awaiting: 'county-head' })).toMatchObject({ check: true, sendBack: true });
    expect(may(head)).toMatchObject({ check: false, sendBack: false });
  });
});
