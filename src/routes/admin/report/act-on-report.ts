/** Drafts, saves, previews and submits what the form of a report holds, as one action of one person. */
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { SubmissionDetail } from '$lib/domain/recorded-submission.ts';
import { requirePermission, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { formOf as sentForm } from '$lib/server/http/kept-form.ts';
import { dutyHref, signInHref } from '$lib/server/http/office-address.ts';
import { office } from '$lib/server/office.ts';
import type { By } from '$lib/server/submissions/submissions.ts';
import { takenFields, takeTheirs } from '$lib/view/office/clash-view.ts';
import { submissionHref } from '$lib/view/office/desk-view.ts';
import { formOf } from '$lib/view/office/form-of-proposal.ts';
import { isBlank, readReport, type ReportForm } from '$lib/view/office/report-form.ts';
import { proposalOf } from '$lib/view/office/report-proposal.ts';
import { actOnList, isListForm } from './act-on-list.ts';
import { reportReplies } from './answer-report.ts';
import { chosenFiles } from './attach-files.ts';
import { begin, isSame } from './begin-draft.ts';
import { finish, merged, replyToOther, type Intent, type Sent } from './finish-draft.ts';
import { holdList } from './hold-list.ts';
import type { HeldForm } from './held-form.ts';
import { readHeldForm } from './read-held-form.ts';
import { isOpen, reportScreen } from './report-screen.ts';

/** `id`: the submission that is edited; `null`: the form is new. */
export async function actOnReport(event: RequestEvent, intent: Intent, id: string | null) {
  const { locals, request } = event;
  // Where the database did not say who it is, the guard below tells of the database.
  const isHeld = locals.signedIn === null || locals.signedIn.duty !== 'none';
  if (isHeld && !locals.databaseFault) {
    const held = await readHeldForm(request);
    return isListForm(held.data) ? holdList(event, held) : heldBack(locals, held);
  }
  const data = await sentForm(event);
  const typed = readReport(data);
  const signedIn = await requirePermission(event, 'submission.write');
  const by: By = { actor: signedIn.actor, request: locals.request };
  return whileDatabaseAnswers(event, async () => {
    const { submissions } = office();
    const subject = id === null ? typed : await submissions.subjectOf(id);
    if (!subject) error(404);
    const { division } = subject;
    await requirePermission(event, 'submission.write', { division });
    const stored = id === null ? null : await submissions.find(by.actor, id);
    if (id !== null && stored === null) error(404);
    const sent: Sent = { data, intent, by };
    if (stored !== null && isListForm(data)) return actOnList(locals, sent, stored);
    const form = { ...typed, division };
    return stored === null ? actOnNew(locals, sent, form) : actOnStored(locals, sent, form, stored);
  });
}

/** The same page again with all that was typed, for who must first sign in or do a duty elsewhere. */
function heldBack(locals: App.Locals, { data, files }: HeldForm) {
  const { signedIn } = locals;
  const duty = signedIn?.duty;
  const held =
    duty && duty !== 'none'
      ? ({ kind: 'duty', href: dutyHref(duty), files } as const)
      : ({ kind: 'signed-out', href: signInHref('/admin/own-account'), files } as const);
  const screen = reportScreen(locals, { form: readReport(data), held });
  return fail(held.kind === 'signed-out' ? 401 : 403, { screen });
}

async function actOnNew(locals: App.Locals, sent: Sent, form: ReportForm) {
  const { by } = sent;
  const replies = reportReplies(locals, form);
  const { programme } = locals.model.site.data;
  const { proposal, faults } = proposalOf(form, programme, locals.model.today());
  if (isBlank(form) && chosenFiles(sent.data).length === 0) {
    // Nothing to keep yet: no draft that nobody will look for.
    return replies.again(422, { proposal, faults });
  }
  const begun = await begin(by, form.division, proposal, form.key);
  const result = begun.result;
  if (result.status === 'clash' && !isSame(result.submission.proposal, result.seen)) {
    return replies.clash(result);
  }
  if (result.status !== 'done' && result.status !== 'clash') return replyToOther(replies, result);
  const { submission } = result;
  // The form was sent twice, and the first time everything was done.
  if (!isOpen(submission)) redirect(303, `${submissionHref(submission.id)}?done=repeated`);
  return finish(locals, sent, replies, submission, submission.version, {
    proposal,
    faults: merged(faults, begun.faults),
    isStored: result.status === 'done' && submission.version === 1,
  });
}

async function actOnStored(
  locals: App.Locals,
  sent: Sent,
  typed: ReportForm,
  stored: SubmissionDetail,
) {
  const today = locals.model.today();
  const { programme } = locals.model.site.data;
  const theirs = formOf(stored.proposal, typed, today);
  const taken = takenFields(sent.data);
  const form = theirs ? takeTheirs(typed, theirs, taken) : typed;
  const replies = reportReplies(locals, form);
  const { proposal, faults } = proposalOf(form, programme, today);
  const version = form.version ?? 0;
  if (!isOpen(stored)) {
    return replies.clash({ seen: null, submission: stored });
  }
  return finish(locals, sent, replies, stored, version, { proposal, faults, isStored: false });
}
