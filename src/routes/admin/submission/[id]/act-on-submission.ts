/** What is decided on a submission: withdrawn, passed on, returned, approved. */
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Action } from '$lib/domain/permission.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import { requirePermission, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { formOf as sentForm } from '$lib/server/http/kept-form.ts';
import { office } from '$lib/server/office.ts';
import type { By, SubmissionResult } from '$lib/server/submissions/submissions.ts';
import { submissionHref } from '$lib/view/office/desk-view.ts';
import { faultViews } from '$lib/view/office/fault-view.ts';
import { lineOf, textOf, wholeNumberOf } from '$lib/view/office/typed-text.ts';
import type { Done } from './done.ts';

type Submission = RequestEvent<{ id: string }>;

/** What the page tells after a decision that was not taken; nothing that was typed is lost. */
export interface DecisionView {
  /** Above everything: what came between. */
  readonly notice: string | null;
  /** Of the reason to return it: what was typed, and what is wrong with it. */
  readonly reason: string;
  readonly reasonFault: string | null;
  /** The same of the reason to undo it. */
  readonly undoReason: string;
  readonly undoFault: string | null;
}

const maxReason = 2000;

type Decide = (by: By, version: number, data: FormData) => Promise<SubmissionResult>;

export function withdraw(event: Submission) {
  const { id } = event.params;
  return decideOn(event, 'submission.write', 'withdrawn', (by, version) =>
    office().submissions.withdraw(by, id, version),
  );
}

/** Makes a draft that takes back what it wrote; from there it goes the usual way. */
export async function undo(event: Submission) {
  const { locals, params } = event;
  await requirePermission(event, 'submission.write');
  const data = await sentForm(event);
  const undoReason = textOf(data, 'undoReason');
  const { words: many } = sentences[locals.lang].changeList;
  return whileDatabaseAnswers(event, async () => {
    const { submissions } = office();
    const subject = await submissions.subjectOf(params.id);
    if (!subject) error(404);
    const { actor } = await requirePermission(event, 'submission.write', subject);
    const fault =
      undoReason === ''
        ? many.undoReasonRequired
        : undoReason.length > maxReason
          ? many.undoReasonTooLong
          : null;
    if (fault) return refuse(422, { undoReason, undoFault: fault });
    const by = { actor, request: locals.request };
    const result = await submissions.undo(by, params.id, undoReason);
    switch (result.status) {
      case 'done':
        return redirect(303, submissionHref(result.submission.id));
      case 'clash':
        // It was begun before, and gone on with since.
        return redirect(303, submissionHref(result.submission.id));
      case 'nothing':
        return refuse(409, { notice: many.undoNothing });
      default:
        return refuseFor(locals, result, '');
    }
  });
}

export function check(event: Submission) {
  const { id } = event.params;
  return decideOn(event, 'submission.check', 'checked', (by, version) =>
    office().submissions.check(by, id, version),
  );
}

export function approve(event: Submission) {
  const { id } = event.params;
  return decideOn(event, 'submission.approve', 'approved', (by, version, data) =>
    office().submissions.approve(by, id, version, lineOf(data, 'effect')),
  );
}

export async function sendBack(event: Submission) {
  const { id } = event.params;
  // Asked before the reason is looked at: a stranger is not told what is wrong with it.
  await requirePermission(event, 'submission.return');
  const reason = textOf(await sentForm(event), 'reason');
  const { words } = sentences[event.locals.lang].review;
  if (reason === '') return refuse(422, { reason, reasonFault: words.reasonRequired });
  if (reason.length > maxReason) return refuse(422, { reason, reasonFault: words.reasonTooLong });
  return decideOn(event, 'submission.return', 'returned', (by, version) =>
    office().submissions.sendBack(by, id, version, reason),
  );
}

async function decideOn(event: Submission, action: Action, done: Done, decide: Decide) {
  const { locals, params } = event;
  const { actor } = await requirePermission(event, action);
  const data = await sentForm(event);
  return whileDatabaseAnswers(event, async () => {
    const subject = await office().submissions.subjectOf(params.id);
    if (!subject) error(404);
    await requirePermission(event, action, subject);
    const version = wholeNumberOf(lineOf(data, 'version')) ?? 0;
    const result = await decide({ actor, request: locals.request }, version, data);
    if (result.status === 'done') redirect(303, `${submissionHref(params.id)}?done=${done}`);
    return refuseFor(locals, result, textOf(data, 'reason'));
  });
}

function refuseFor(
  { lang, model }: App.Locals,
  result: Exclude<SubmissionResult, { status: 'done' }>,
  reason: string,
) {
  const say = sentences[lang];
  const { words } = say.review;
  switch (result.status) {
    case 'not-found':
      return error(404);
    case 'refused':
      return error(403);
    case 'wrong-state':
      return refuse(409, { reason, notice: words.wrongState });
    case 'clash':
      return refuse(409, { reason, notice: words.changedMeanwhile });
    case 'effect-changed':
      return refuse(409, { reason, notice: words.effectChanged });
    case 'invalid': {
      const nothing = { changes: [], reporting: [] };
      const faults = faultViews(model.knowledge(null), nothing, result.faults, say);
      const told = faults.map(({ message }) => message).join('');
      return refuse(409, { reason, notice: `${words.noLongerValid}${told}` });
    }
  }
}

function refuse(status: number, told: Partial<DecisionView>) {
  const decision: DecisionView = {
    notice: null,
    reason: '',
    reasonFault: null,
    undoReason: '',
    undoFault: null,
    ...told,
  };
  return fail(status, { decision });
}
