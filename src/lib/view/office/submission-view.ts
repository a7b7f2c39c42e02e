/** One submission as its page shows it: what it says, how it went, what the reader may do with it. */
import type { Knowledge } from '../../domain/knowledge.ts';
import { decide, type Action, type Actor } from '../../domain/permission.ts';
import type { StatusEvent } from '../../domain/status.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { changeGroups, mostToldSingly, type ChangeGroup } from './change-list.ts';
import { headlineOf } from './proposal-words.ts';
import { recordGroups } from './record-list.ts';
import { saysLines, type LineView } from './says-lines.ts';
import { submissionHref } from './desk-view.ts';
import type { SubmissionDetail } from '../../domain/recorded-submission.ts';

export interface FileView {
  readonly hash: string;
  readonly name: string;
  readonly size: string;
  readonly href: string;
}

export interface StepView {
  readonly id: string;
  readonly step: string;
  readonly who: string;
  readonly when: string;
  /** Machine-readable instant. */
  readonly at: string;
  readonly note: string | null;
}

/** What the reader may do now. */
export interface SubmissionActions {
  readonly edit: boolean;
  readonly withdraw: boolean;
  readonly check: boolean;
  readonly approve: boolean;
  readonly sendBack: boolean;
  /** Why there is no button to approve or check: it is the reader's own. */
  readonly ownNote: string | null;
}

export interface SubmissionView {
  readonly id: string;
  readonly version: number;
  readonly headline: string;
  readonly state: string;
  readonly says: readonly LineView[];
  /** Many changes, positions, and what an undoing brings back, as lists; empty: `says` tells all. */
  readonly groups: readonly ChangeGroup[];
  readonly document: readonly LineView[];
  readonly files: readonly FileView[];
  readonly steps: readonly StepView[];
  readonly actions: SubmissionActions;
}

export function submissionView(
  knowledge: Knowledge,
  events: readonly StatusEvent[],
  submission: SubmissionDetail,
  actor: Actor,
  say: Sentences,
): SubmissionView {
  const { id, version, division, proposal, state, awaiting } = submission;
  return {
    id,
    version,
    headline: headlineOf(knowledge, division, proposal, say),
    state: say.desk.state(state, awaiting),
    says: saysLines(knowledge, events, submission, say),
    groups: [
      ...(proposal.changes.length > mostToldSingly
        ? changeGroups(knowledge, events, proposal, say)
        : []),
      ...recordGroups(knowledge, submission, say),
    ],
    document: documentLines(submission, say),
    files: fileViews(submission, say),
    steps: stepViews(submission, say),
    actions: actionsOf(submission, actor, say),
  };
}

/** What became of it so far, the oldest first. */
export function stepViews(
  { steps }: Pick<SubmissionDetail, 'steps'>,
  say: Sentences,
): readonly StepView[] {
  return steps.map((each, index) => ({
    id: `${index}`,
    step: say.review.step(each.step),
    who: each.actor.name,
    when: say.review.moment(each.at),
    at: each.at,
    note: each.note,
  }));
}

/** Its files, each with the address of its download. */
export function fileViews(
  { id, files }: Pick<SubmissionDetail, 'id' | 'files'>,
  say: Sentences,
): readonly FileView[] {
  return files.map(({ hash, name, size }) => ({
    hash,
    name,
    size: say.report.size(size),
    href: `${submissionHref(id)}/file/${hash}`,
  }));
}

/** Steps that make somebody an author: who wrote any part of it may not approve it. */
const writing: ReadonlySet<string> = new Set(['drafted', 'saved', 'submitted']);

/** As the permission table and the state of the submission allow. */
export function actionsOf(
  submission: Pick<SubmissionDetail, 'division' | 'state' | 'awaiting' | 'author' | 'steps'>,
  actor: Actor,
  say: Sentences,
): SubmissionActions {
  const { division, state, awaiting, steps } = submission;
  const hasWritten = steps.some(({ step, actor: by }) => writing.has(step) && by.id === actor.id);
  const author = hasWritten ? actor.id : submission.author.id;
  const decision = (action: Action) => decide(actor, action, { division, author });
  const may = (action: Action) => decision(action).status === 'allowed';
  const isOwn = (action: Action) => {
    const decided = decision(action);
    return decided.status === 'refused' && decided.reason === 'own-submission';
  };
  const isOpen = state === 'draft' || state === 'returned';
  const forCity = state === 'submitted' && awaiting === 'city';
  const forHead = state === 'submitted' && awaiting === 'county-head';
  const { words } = say.review;
  return {
    edit: (isOpen || state === 'withdrawn') && may('submission.write'),
    withdraw: (isOpen || state === 'submitted') && may('submission.write'),
    check: forHead && may('submission.check'),
    approve: forCity && may('submission.approve'),
    // Whose turn it is may return it.
    sendBack:
      may('submission.return') &&
      ((forHead && may('submission.check')) || (forCity && may('submission.approve'))),
    ownNote:
      forCity && isOwn('submission.approve')
        ? words.ownSubmission
        : forHead && isOwn('submission.check')
          ? words.ownSubmissionCheck
          : null,
  };
}

/** The document as lines; none where none is named. */
export function documentLines(
  { proposal }: Pick<SubmissionDetail, 'proposal'>,
  say: Sentences,
): readonly LineView[] {
  const { source } = proposal;
  if (!source) return [];
  const { words, incomplete } = say.review;
  return [
    { label: words.documentTitle, value: source.title || incomplete },
    ...(source.documentNumber
      ? [{ label: words.documentNumber, value: source.documentNumber }]
      : []),
    { label: words.publisher, value: source.publisher || incomplete },
    ...(source.date ? [{ label: words.documentDate, value: say.format.date(source.date) }] : []),
    ...(source.location ? [locationLine(words.location, source.location)] : []),
  ];
}

/** A link only where it is one: what a clerk typed must not become `javascript:`. */
function locationLine(label: string, location: string): LineView {
  const url = /^https?:\/\//i.test(location) ? URL.parse(location) : null;
  return url ? { label, value: location, href: url.href } : { label, value: location };
}
