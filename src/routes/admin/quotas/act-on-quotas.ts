/** Suggests, adds up, drafts, saves, previews and submits what the form of the quotas holds. */
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { SubmissionDetail } from '$lib/domain/recorded-submission.ts';
import { requirePermission, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { formOf as sentForm } from '$lib/server/http/kept-form.ts';
import { dutyHref, signInHref } from '$lib/server/http/office-address.ts';
import { office } from '$lib/server/office.ts';
import { submissionHref } from '$lib/view/office/desk-view.ts';
import { takeTheirQuotas } from '$lib/view/office/quota-clash.ts';
import {
  quotaFormOf,
  readQuotaForm,
  withSuggestions,
  type QuotaForm,
} from '$lib/view/office/quota-form.ts';
import type { QuotaScreen } from '$lib/view/office/quota-page.ts';
import { quotaProposal } from '$lib/view/office/quota-proposal.ts';
import { quotaTracks } from '$lib/view/office/quota-seats.ts';
import { quotasHref } from '$lib/view/office/quotas-href.ts';
import { chosenFiles } from '../report/attach-files.ts';
import { begin, isSame } from '../report/begin-draft.ts';
import {
  finish,
  merged,
  replyToOther,
  type Intent,
  type Replies,
  type Sent,
} from '../report/finish-draft.ts';
import { readHeldForm } from '../report/read-held-form.ts';
import { isOpen } from '../report/report-screen.ts';
import { quotaScreen } from './quota-screen.ts';

/** `suggest` and `recount` answer the form again and keep nothing. */
type QuotaIntent = Intent | 'suggest' | 'recount';

export async function actOnQuotas(event: RequestEvent, intent: QuotaIntent) {
  const { locals, request } = event;
  // Where the database did not say who it is, the guard below tells of the database.
  const isHeld = locals.signedIn === null || locals.signedIn.duty !== 'none';
  if (isHeld && !locals.databaseFault) {
    return heldBack(event, await readHeldForm(request));
  }
  const data = await sentForm(event);
  const { prefecture } = locals.model.site.data.programme;
  const { actor } = await requirePermission(event, 'submission.write', { division: prefecture });
  const tracks = tracksOf(locals);
  const typed = readQuotaForm(data, tracks);
  return whileDatabaseAnswers(event, async () => {
    const stored = await storedQuotas(event);
    if (intent === 'suggest' || intent === 'recount') {
      const form = intent === 'suggest' ? withSuggestions(typed, tracks) : typed;
      // The version stays the one that was seen: nothing was saved over it.
      const screen = quotaScreen(locals, { form, submission: stored });
      const page = { ...screen.page, form };
      return fail(200, { screen: { ...screen, page } });
    }
    const sent: Sent = { data, intent, by: { actor, request: locals.request } };
    return stored === null
      ? actOnNew(locals, sent, typed)
      : actOnStored(locals, sent, typed, stored);
  });
}

function tracksOf({ model }: App.Locals) {
  return quotaTracks(model.knowledge(null), model.today());
}

/** The submission of quotas the address names; `null`: it names none. 404 where there is none such. */
export async function storedQuotas({
  locals,
  url,
}: Pick<RequestEvent, 'locals' | 'url'>): Promise<SubmissionDetail | null> {
  const id = url.searchParams.get('submission');
  const actor = locals.signedIn?.actor;
  if (id === null || !actor) return null;
  const stored = await office().submissions.find(actor, id);
  const isHere =
    stored?.division === locals.model.site.data.programme.prefecture &&
    stored.proposal.changes.length === 0 &&
    stored.proposal.reporting.length === 0 &&
    !stored.proposal.places &&
    !stored.proposal.undoes;
  return stored && isHere ? stored : error(404);
}

/** The same page again with all that was typed, for who must first sign in or do a duty elsewhere. */
function heldBack(
  { locals, url }: RequestEvent,
  { data, files }: Awaited<ReturnType<typeof readHeldForm>>,
) {
  const duty = locals.signedIn?.duty;
  const held =
    duty && duty !== 'none'
      ? ({ kind: 'duty', href: dutyHref(duty), files } as const)
      : ({ kind: 'signed-out', href: signInHref('/admin/own-account'), files } as const);
  // A stranger is shown what they typed themselves, and what is public anyhow.
  const screen = quotaScreen(locals, { form: readQuotaForm(data, tracksOf(locals)), held });
  const submission = url.searchParams.get('submission');
  return fail(held.kind === 'signed-out' ? 401 : 403, { screen: { ...screen, submission } });
}

function repliesTo(locals: App.Locals, form: QuotaForm): Replies<QuotaScreen> {
  return {
    again: (status, told) => fail(status, { screen: quotaScreen(locals, { form, ...told }) }),
    clash: (clash) => {
      const { submission } = clash;
      return fail(409, { screen: quotaScreen(locals, { form, submission, clash }) });
    },
    next: (id, done) =>
      done === 'submitted' ? `${submissionHref(id)}?done=${done}` : quotasHref(id, done),
  };
}

async function actOnNew(locals: App.Locals, sent: Sent, form: QuotaForm) {
  const { model } = locals;
  const replies = repliesTo(locals, form);
  const knowledge = model.knowledge(null);
  const { proposal, faults } = quotaProposal(form, tracksOf(locals), knowledge, model.today());
  if (!proposal.quotas && chosenFiles(sent.data).length === 0) {
    // Nothing to keep: no draft that nobody will look for.
    return replies.again(422, { proposal, faults: [{ field: 'quotas', code: 'nothing' }] });
  }
  const { prefecture } = model.site.data.programme;
  const { result, faults: unkept } = await begin(sent.by, prefecture, proposal, form.key);
  if (result.status === 'clash' && !isSame(result.submission.proposal, result.seen)) {
    return replies.clash(result);
  }
  if (result.status !== 'done' && result.status !== 'clash') return replyToOther(replies, result);
  const { submission } = result;
  // The form was sent twice, and the first time everything was done.
  if (!isOpen(submission)) redirect(303, `${submissionHref(submission.id)}?done=repeated`);
  return finish(locals, sent, replies, submission, submission.version, {
    proposal,
    faults: merged(faults, unkept),
    isStored: result.status === 'done' && submission.version === 1,
  });
}

async function actOnStored(
  locals: App.Locals,
  sent: Sent,
  typed: QuotaForm,
  stored: SubmissionDetail,
) {
  const { model } = locals;
  const tracks = tracksOf(locals);
  const form = takeTheirQuotas(
    sent.data,
    typed,
    quotaFormOf(stored.proposal, tracks, typed),
    tracks,
  );
  const replies = repliesTo(locals, form);
  if (!isOpen(stored)) return replies.clash({ seen: null, submission: stored });
  const proposed = quotaProposal(form, tracks, model.knowledge(null), model.today());
  return finish(locals, sent, replies, stored, form.version ?? 0, { ...proposed, isStored: false });
}
