/** Drafts, saves, previews and submits what the form of a report holds, as one action of one person. */
import { randomUUID } from 'node:crypto';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { cleanProposal } from '$lib/domain/clean-proposal.ts';
import type { SubmissionDetail } from '$lib/domain/recorded-submission.ts';
import type { Proposal } from '$lib/domain/submission.ts';
import { requirePermission, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { formOf as sentForm } from '$lib/server/http/kept-form.ts';
import { dutyHref, signInHref } from '$lib/server/http/office-address.ts';
import { office } from '$lib/server/office.ts';
import type { By } from '$lib/server/submissions/submissions.ts';
import { takenFields, takeTheirs } from '$lib/view/office/clash-view.ts';
import { submissionHref } from '$lib/view/office/desk-view.ts';
import { formOf } from '$lib/view/office/form-of-proposal.ts';
import { isBlank, readReport } from '$lib/view/office/report-form.ts';
import { proposalOf } from '$lib/view/office/report-proposal.ts';
import { storableProposal } from '$lib/view/office/storable.ts';
import { answer, answerClash, answerOther } from './answer-report.ts';
import { chosenFiles } from './attach-files.ts';
import { finish, merged, type Intent, type Sent } from './finish-report.ts';
import { readHeldForm } from './read-held-form.ts';
import { isOpen, reportScreen } from './report-screen.ts';

/** `id`: the submission that is edited; `null`: the form is new. */
export async function actOnReport(event: RequestEvent, intent: Intent, id: string | null) {
  const { locals, request } = event;
  // Where the database did not say who it is, the guard below tells of the database.
  const isHeld = locals.signedIn === null || locals.signedIn.duty !== 'none';
  if (isHeld && !locals.databaseFault) {
    return heldBack(locals, await readHeldForm(request));
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
    const sent: Sent = { data, intent, form: { ...typed, division }, by };
    return stored === null ? actOnNew(locals, sent) : actOnStored(locals, sent, stored);
  });
}

/** The same page again with all that was typed, for who must first sign in or do a duty elsewhere. */
function heldBack(locals: App.Locals, { data, files }: Awaited<ReturnType<typeof readHeldForm>>) {
  const { signedIn } = locals;
  const duty = signedIn?.duty;
  const held =
    duty && duty !== 'none'
      ? ({ kind: 'duty', href: dutyHref(duty), files } as const)
      : ({ kind: 'signed-out', href: signInHref('/admin/own-account'), files } as const);
  const screen = reportScreen(locals, { form: readReport(data), held });
  return fail(held.kind === 'signed-out' ? 401 : 403, { screen });
}

async function actOnNew(locals: App.Locals, sent: Sent) {
  const { by, form } = sent;
  const { programme } = locals.model.site.data;
  const { proposal, faults } = proposalOf(form, programme, locals.model.today());
  if (isBlank(form) && chosenFiles(sent.data).length === 0) {
    // Nothing to keep yet: no draft that nobody will look for.
    return answer(locals, 422, { form, proposal, faults });
  }
  const begun = await begin(by, form.division, proposal, form.key);
  const result = begun.result;
  if (result.status === 'clash' && !isSame(result.submission.proposal, result.seen)) {
    return answerClash(locals, form, result);
  }
  if (result.status !== 'done' && result.status !== 'clash')
    return answerOther(locals, form, result);
  const { submission } = result;
  // The form was sent twice, and the first time everything was done.
  if (!isOpen(submission)) redirect(303, `${submissionHref(submission.id)}?done=repeated`);
  return finish(locals, sent, submission, submission.version, {
    proposal,
    faults: merged(faults, begun.faults),
    isStored: result.status === 'done' && submission.version === 1,
  });
}

/**
 * Starts the draft. What a draft cannot keep is left out of it and told beside its field, so that
 * the files have a place. A form that was sent and then used for another report begins anew.
 */
async function begin(by: By, division: string, proposal: Proposal, key: string) {
  const { submissions } = office();
  const start = async (given: Proposal, of: string) => {
    const result = await submissions.draft(by, division, given, of);
    return result.status === 'clash' && !isOpen(result.submission)
      ? submissions.draft(by, division, given, randomUUID())
      : result;
  };
  const result = await start(proposal, key);
  if (result.status !== 'invalid') return { result, faults: [] };
  const { faults } = result;
  return { result: await start(storableProposal(proposal, faults), key), faults };
}

async function actOnStored(locals: App.Locals, sent: Sent, stored: SubmissionDetail) {
  const today = locals.model.today();
  const { programme } = locals.model.site.data;
  const theirs = formOf(stored.proposal, sent.form, today);
  const taken = takenFields(sent.data);
  const form = theirs ? takeTheirs(sent.form, theirs, taken) : sent.form;
  const { proposal, faults } = proposalOf(form, programme, today);
  const version = form.version ?? 0;
  if (!isOpen(stored)) {
    return answerClash(locals, form, { seen: null, submission: stored });
  }
  return finish(locals, { ...sent, form }, stored, version, { proposal, faults, isStored: false });
}

function isSame(a: Proposal, b: Proposal | null): boolean {
  const text = (proposal: Proposal) => JSON.stringify(cleanProposal(proposal));
  return b !== null && text(a) === text(b);
}
