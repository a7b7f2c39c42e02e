import { describe, expect, it } from 'vitest';
import { reached, reported, testData } from '../../domain/fixture.ts';
import { knowledgeOf } from '../../domain/knowledge.ts';
import type { Actor, Post } from '../../domain/permission.ts';
import { sentences } from '../../i18n/sentences.ts';
import { deskView, isOverdue, type DeskSubmission } from './desk-view.ts';
import { inboxView } from './inbox-view.ts';

const today = '2026-11-23';
const say = sentences['zh-CN'];
const knowledge = knowledgeOf(
  testData({
    events: [reached('applied', '2020', { id: 'E1' })],
    reporting: [
      reported('990001', '2020-12-31'),
      reported('990001', '2026-11-01', { track: 'provincial' }),
    ],
    proposals: [
      reached('named', '2026', { track: 'provincial', recordedAt: '2026-11-01T00:00:00Z' }),
    ],
  }),
);

const person = (posts: readonly Post[], county: string | null): Actor => ({
  id: 'p',
  name: '李',
  posts,
  county,
});

const submission = (id: string, rest: Partial<DeskSubmission>): DeskSubmission => ({
  id,
  division: '990001',
  state: 'draft',
  awaiting: null,
  version: 1,
  author: { id: 'c', name: '王' },
  createdAt: '2026-11-20T00:00:00Z',
  updatedAt: '2026-11-20T00:00:00Z',
  proposal: {
    changes: [{ kind: 'reached', division: '990001', track: 'national', stage: '', effective: '' }],
    reporting: [],
  },
  returnedBy: null,
  ...rest,
});

const submissions = [
  submission('R1', {}),
  submission('R2', { state: 'submitted', awaiting: 'county-head' }),
  submission('R3', { state: 'submitted', awaiting: 'city' }),
  submission('R4', {
    state: 'returned',
    returnedBy: {
      step: 'returned',
      version: 3,
      actor: { id: 'a', name: '赵' },
      at: '2026-11-21T00:00:00Z',
      note: '缺少公告原件',
    },
  }),
  submission('R5', { state: 'approved' }),
];

const desk = (actor: Actor) =>
  deskView(knowledge, { code: '990001', actor, submissions, today, dueDays: 31 }, say);
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe('the desk of a county', () => {
  const clerk = desk(person(['county-clerk'], '990001'));
  const [national, provincial] = clerk.tracks;

  it('says of each track where it stands and how long nobody has reported', () => {
    expect(national).toMatchObject({
      reportedTo: '填报截止2020年12月31日，已5年10个月未填报',
      isOverdue: true,
      canConfirm: true,
      reportHref: '/admin/report?division=990001&track=national',
    });
    expect(national?.present).toBe('applied（2020年）');
  });

  it('offers no "nothing new" while a change waits for approval', () => {
    expect(provincial).toMatchObject({ isUnderReview: true, canConfirm: false, isOverdue: false });
  });

  it('leads from a record to its correction', () => {
    expect(national?.records).toMatchObject([
      { id: 'E1', correctHref: '/admin/report?division=990001&corrects=E1' },
    ]);
  });

  it('puts each submission where it waits, with the reason where it came back', () => {
    expect(ids(clerk.drafts)).toEqual(['R1']);
    expect(ids(clerk.underReview)).toEqual(['R2', 'R3']);
    expect(clerk.returned[0]?.reason).toBe('赵：缺少公告原件');
    expect(ids(clerk.settled)).toEqual(['R5']);
    expect(clerk.settledTitle).toBe('近期已办结（最多列出最近20份）');
    expect(clerk.drafts[0]?.headline).toBe('County 1：national 尚未填写完整');
  });

  it('asks the head to check what waits for the head, and offers no report', () => {
    const head = desk(person(['county-head'], '990001'));
    expect(ids(head.toCheck)).toEqual(['R2']);
    expect(head.tracks.every(({ reportHref, canConfirm }) => !reportHref && !canConfirm)).toBe(
      true,
    );
    expect(head.tracks[0]?.records[0]?.correctHref).toBeNull();
  });
});

describe('a county', () => {
  it.each([
    ['2026-10-23', false],
    ['2026-10-22', true],
    [null, true],
  ])('that has reported up to %s is overdue after 31 days: %s', (reportedTo, expected) => {
    expect(isOverdue(reportedTo, today, 31)).toBe(expected);
  });
});

describe('the inbox', () => {
  const effect = {
    at: today,
    units: [],
    targets: [],
    quotas: null,
    places: null,
    fingerprint: '',
  };
  const waiting = [
    { ...submission('new', { updatedAt: '2026-11-22T20:00:00Z' }), effect },
    { ...submission('old', { updatedAt: '2026-11-01T00:00:00Z', division: '990002' }), effect },
  ];
  const inbox = (county: string) =>
    inboxView(knowledge, waiting, { today, county, reader: 'c' }, say);

  it('puts the oldest first and says how long it has waited', () => {
    expect(inbox('').rows.map(({ id, since }) => [id, since])).toEqual([
      ['old', '2026年11月1日 08:00起等待，已22天'],
      ['new', '2026年11月23日 04:00起等待'],
    ]);
  });

  it('shows one county, and all where the county asked for has nothing there', () => {
    expect(ids(inbox('990002').rows)).toEqual(['old']);
    expect(inbox('990009').rows).toHaveLength(2);
  });
});
