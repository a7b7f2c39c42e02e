/** The desk of one county (or zone, or the prefecture): its tracks, and what is on its way. */
import type { Day } from '../../domain/date.ts';
import type { DivisionCode } from '../../domain/division.ts';
import { foldInForce } from '../../domain/fold.ts';
import type { Knowledge, TrackKnowledge } from '../../domain/knowledge.ts';
import { decide, type Actor } from '../../domain/permission.ts';
import { trackStanding } from '../../domain/standing.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { standingFacts } from '../standing-words.ts';
import { tracksOfDivision, unitsOfDivision } from './division-tracks.ts';
import { eventLine, headlineOf, nameOf } from './proposal-words.ts';
import { silenceBetween } from './silence.ts';
import type { SubmissionStep, SubmissionSummary } from '../../domain/recorded-submission.ts';

export interface RecordView {
  readonly id: string;
  readonly line: string;
  /** Titles of documents are Chinese, whatever the page is. */
  readonly source: string;
  /** Where a correction begins; `null`: the reader may not report. */
  readonly correctHref: string | null;
}

export interface TrackCardView {
  readonly id: string;
  readonly name: string;
  /** The present stage, or how many units hold the title. */
  readonly present: string;
  readonly reportedTo: string;
  readonly isOverdue: boolean;
  /** A change waits for approval: nothing new can be confirmed until it is settled. */
  readonly isUnderReview: boolean;
  readonly reportHref: string | null;
  readonly canConfirm: boolean;
  readonly recordsTitle: string;
  readonly records: readonly RecordView[];
}

export interface DeskRowView {
  readonly id: string;
  readonly href: string;
  readonly headline: string;
  readonly state: string;
  readonly byOn: string;
  /** Why it was returned; `null`: it was not. */
  readonly reason: string | null;
}

export interface DeskView {
  readonly division: { readonly code: DivisionCode; readonly name: string };
  readonly title: string;
  readonly tracks: readonly TrackCardView[];
  /** Whether the reader may write reports here; else what came back is for others to correct. */
  readonly mayReport: boolean;
  /** What came back to the author, on top. */
  readonly returned: readonly DeskRowView[];
  /** What the reader is asked to check, as county head. */
  readonly toCheck: readonly DeskRowView[];
  readonly drafts: readonly DeskRowView[];
  readonly underReview: readonly DeskRowView[];
  readonly settled: readonly DeskRowView[];
  /** Says how many of the settled ones are listed at most. */
  readonly settledTitle: string;
}

export interface DeskSubmission extends SubmissionSummary {
  /** Of returned ones, the step that returned it. */
  readonly returnedBy: SubmissionStep | null;
}

/** How many settled submissions a desk lists: what is open is never cut off. */
export const maxSettled = 20;

export function deskView(
  knowledge: Knowledge,
  facts: {
    readonly code: DivisionCode;
    readonly actor: Actor;
    readonly submissions: readonly DeskSubmission[];
    readonly today: Day;
    readonly dueDays: number;
  },
  say: Sentences,
): DeskView {
  const { code, actor, submissions, today } = facts;
  const name = nameOf(knowledge, code, say);
  const row = (submission: DeskSubmission) => deskRow(knowledge, submission, say);
  const inState = (state: DeskSubmission['state']) =>
    submissions.filter((submission) => submission.state === state);
  const mayCheck = (submission: DeskSubmission) =>
    submission.awaiting === 'county-head' &&
    decide(actor, 'submission.check', {
      division: submission.division,
      author: submission.author.id,
    }).status === 'allowed';
  const submitted = inState('submitted');
  return {
    division: { code, name },
    title: say.desk.deskOf(name),
    tracks: tracksOfDivision(knowledge, code, today).map((track) =>
      trackCard(knowledge, track, facts, say),
    ),
    mayReport: decide(actor, 'submission.write', { division: code }).status === 'allowed',
    returned: inState('returned').map(row),
    toCheck: submitted.filter(mayCheck).map(row),
    drafts: inState('draft').map(row),
    underReview: submitted.filter((submission) => !mayCheck(submission)).map(row),
    settled: submissions
      .filter(({ state }) => state === 'approved' || state === 'withdrawn')
      .map(row),
    settledTitle: say.desk.settledTitle(maxSettled),
  };
}

export function submissionHref(id: string): string {
  return `/admin/submission/${encodeURIComponent(id)}`;
}

function deskRow(knowledge: Knowledge, submission: DeskSubmission, say: Sentences): DeskRowView {
  const { id, division, proposal, state, awaiting, author, updatedAt, returnedBy } = submission;
  return {
    id,
    href: submissionHref(id),
    headline: headlineOf(knowledge, division, proposal, say),
    state: say.desk.state(state, awaiting),
    byOn: say.desk.byOn(author.name, say.review.moment(updatedAt)),
    reason:
      returnedBy === null
        ? null
        : say.desk.returnedBecause(returnedBy.actor.name, returnedBy.note ?? ''),
  };
}

function trackCard(
  knowledge: Knowledge,
  known: TrackKnowledge,
  { code, actor, today, dueDays }: Parameters<typeof deskView>[1],
  say: Sentences,
): TrackCardView {
  const { track } = known;
  const may = (action: 'submission.write' | 'reporting.confirm') =>
    decide(actor, action, { division: code }).status === 'allowed';
  const query = new URLSearchParams({ division: code, track: track.id });
  const reportedTo = known.reportedTo(code);
  const silence = reportedTo === null ? { years: 0, months: 0 } : silenceBetween(reportedTo, today);
  const isUnderReview = [...known.underReview].some(
    (unit) => unit === code || unit.startsWith(code),
  );
  const records = recordsOf(knowledge, known, code, may('submission.write'), say);
  return {
    id: track.id,
    name: track.name[say.language],
    present: presentWords(knowledge, known, code, today, say),
    reportedTo: say.desk.reportedTo(reportedTo, silence),
    isOverdue: isOverdue(reportedTo, today, dueDays),
    reportHref: may('submission.write') ? `/admin/report?${query}` : null,
    isUnderReview,
    canConfirm: may('reporting.confirm') && reportedTo !== today && !isUnderReview,
    recordsTitle: say.desk.recordsTitle(records.length),
    records,
  };
}

/** Whether the reports have not moved for longer than the settings allow. */
export function isOverdue(reportedTo: Day | null, today: Day, dueDays: number): boolean {
  return reportedTo === null || Date.parse(today) - Date.parse(reportedTo) > dueDays * 86_400_000;
}

function presentWords(
  knowledge: Knowledge,
  known: TrackKnowledge,
  code: DivisionCode,
  today: Day,
  say: Sentences,
): string {
  const { level, id } = known.track;
  if (level !== 'township' && level !== 'village') {
    const standing = trackStanding(knowledge, id, code, today);
    return say.standing.stageWithDate(standingFacts(knowledge.programme, standing, say));
  }
  const units = unitsOfDivision(known, code, today);
  const counted = units.filter(
    (unit) => foldInForce(known.eventsOf(unit.code), today).surelyCounts,
  );
  return say.desk.tally(counted.length, units.length, level);
}

/** What stands in the log of the division and the units below it, the latest first. */
function recordsOf(
  knowledge: Knowledge,
  known: TrackKnowledge,
  code: DivisionCode,
  mayReport: boolean,
  say: Sentences,
): readonly RecordView[] {
  const { level } = known.track;
  const below = level === 'township' || level === 'village';
  const inForce = [...known.events].flatMap(([unit, events]) =>
    unit === code || (below && unit.startsWith(code)) ? events : [],
  );
  return inForce
    .toSorted((a, b) => b.endDay - a.endDay || (a.id < b.id ? 1 : -1))
    .map(({ event }) => ({
      id: event.id,
      line: eventLine(knowledge, event, say),
      source: knowledge.sources.get(event.source)?.title ?? event.source,
      correctHref: mayReport
        ? `/admin/report?${new URLSearchParams({ division: code, corrects: event.id })}`
        : null,
    }));
}
