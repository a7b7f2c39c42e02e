import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { sentences } from '$lib/i18n/sentences.ts';
import { requirePermission, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { submissionHref } from '$lib/view/office/desk-view.ts';
import { freshQuotaForm, quotaFormOf } from '$lib/view/office/quota-form.ts';
import { quotaTracks } from '$lib/view/office/quota-seats.ts';
import { isOpen } from '../report/report-screen.ts';
import { actOnQuotas, storedQuotas } from './act-on-quotas.ts';
import { quotaScreen } from './quota-screen.ts';
import type { Actions, PageServerLoad } from './$types';

/** The quotas of the counties: an empty form, or the draft that `?submission=` names. */
export const load: PageServerLoad = async (event) => {
  const { locals, url, request } = event;
  const reviewWords = sentences[locals.lang].review.words;
  const title = sentences[locals.lang].quota.words.title;
  // After a POST the action has made the page, also for who is signed out by now.
  if (request.method === 'POST') return { screen: null, title, reviewWords };
  const { model } = locals;
  const { prefecture } = model.site.data.programme;
  await requirePermission(event, 'submission.write', { division: prefecture });
  return whileDatabaseAnswers(event, async () => {
    const submission = await storedQuotas(event);
    if (submission && !isOpen(submission)) redirect(303, submissionHref(submission.id));
    const tracks = quotaTracks(model.knowledge(null), model.today());
    const key = randomUUID();
    const form = submission
      ? quotaFormOf(submission.proposal, tracks, { key, version: submission.version })
      : freshQuotaForm(key, tracks);
    const asked = url.searchParams.get('done');
    const isDone = asked === 'saved' || asked === 'preview';
    const done = submission?.state === 'draft' && isDone ? asked : null;
    return { screen: quotaScreen(locals, { form, submission, done }), title, reviewWords };
  });
};

export const actions: Actions = {
  suggest: (event) => actOnQuotas(event, 'suggest'),
  recount: (event) => actOnQuotas(event, 'recount'),
  submit: (event) => actOnQuotas(event, 'submit'),
  preview: (event) => actOnQuotas(event, 'preview'),
  save: (event) => actOnQuotas(event, 'save'),
  detach: (event) => actOnQuotas(event, 'detach'),
};
