import { error } from '@sveltejs/kit';
import { decide } from '$lib/domain/permission.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import { requirePermission, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { office } from '$lib/server/office.ts';
import { effectView } from '$lib/view/office/effect-view.ts';
import { publicHref } from '$lib/view/office/public-href.ts';
import { isQuotaForm, quotasHref } from '$lib/view/office/quotas-href.ts';
import { isList, listFormOf } from '$lib/view/office/list-form.ts';
import { formOf } from '$lib/view/office/form-of-proposal.ts';
import { takeBackHref, takenUnits } from '$lib/view/office/take-back-view.ts';
import { leftOf, undoView } from '$lib/view/office/undo-view.ts';
import { submissionView } from '$lib/view/office/submission-view.ts';
import { actOnReport } from '../../report/act-on-report.ts';
import { listScreen } from '../../report/list-screen.ts';
import { reportScreen } from '../../report/report-screen.ts';
import { approve, check, sendBack, undo, withdraw } from './act-on-submission.ts';
import { doneOf } from './done.ts';
import type { Actions, PageServerLoad } from './$types';

/** One submission: to go on writing where it is with the reader, else to look at and decide on. */
export const load: PageServerLoad = async (event) => {
  const { locals, params, url, request } = event;
  const say = sentences[locals.lang];
  const { signedIn, model } = locals;
  const isHeld = signedIn === null || signedIn.duty !== 'none';
  // The action has answered with all that was typed; nothing else is shown to a stranger.
  if (isHeld && request.method === 'POST') {
    return {
      words: say.review.words,
      view: null,
      effect: null,
      screen: null,
      list: null,
      undo: null,
      left: [],
      takeBack: null,
      many: say.changeList.words,
      done: null,
      editHref: null,
      publicHref: null,
      backHref: null,
      isReviewer: false,
    };
  }
  const { actor } = await requirePermission(event, 'submission.read');
  return whileDatabaseAnswers(event, async () => {
    // Asked before it is read: who may not is told so, and the log has it.
    const subject = await office().submissions.subjectOf(params.id);
    if (!subject) error(404);
    await requirePermission(event, 'submission.read', subject);
    const submission = await office().submissions.find(actor, params.id);
    if (!submission) error(404);
    const { division } = submission;
    const { status } = model.site.data;
    const knowledge = model.knowledge(null);
    const view = submissionView(knowledge, status.events, submission, actor, say);
    const done = doneOf(url.searchParams.get('done'), submission.state);
    const of = { key: '', division, version: submission.version };
    const today = model.today();
    const begun = view.actions.edit
      ? ((await office().submissions.proposalAt(actor, params.id, 1)) ?? submission.proposal)
      : submission.proposal;
    // Begun as a list it stays one, however short: what was taken out could not come back elsewhere.
    const isEditedAsList =
      view.actions.edit &&
      [submission.proposal, begun].some((proposal) =>
        isList(knowledge, { division, proposal }, today),
      );
    const form =
      view.actions.edit && !isEditedAsList ? formOf(submission.proposal, of, today) : null;
    const isEdited = isEditedAsList || form !== null;
    const isReviewer = submission.author.id !== actor.id && !isEdited;
    const isOpen = submission.state !== 'approved' && submission.state !== 'withdrawn';
    return {
      words: say.review.words,
      view,
      effect:
        isOpen && !isEdited
          ? effectView(
              knowledge,
              office().submissions.effect(submission),
              division,
              submission.proposal,
              say,
            )
          : null,
      screen: form
        ? reportScreen(locals, {
            form,
            submission,
            showsEffect: done === 'preview' || done === 'saved',
          })
        : null,
      list: isEditedAsList
        ? listScreen(locals, {
            form: listFormOf(submission.proposal, submission.version, today),
            submission,
            begun,
            showsEffect: done === 'preview' || done === 'saved' || done === 'imported',
          })
        : null,
      undo:
        submission.state === 'approved' &&
        decide(actor, 'submission.write', subject).status === 'allowed'
          ? undoView(knowledge, status, submission.id, say)
          : null,
      left: isOpen && !isEdited ? leftOf(knowledge, status, submission.proposal, say) : [],
      takeBack:
        submission.state === 'approved' &&
        decide(actor, 'submission.write', { division }).status === 'allowed' &&
        takenUnits(knowledge, submission.id).length > 0
          ? { href: takeBackHref(submission.id), label: say.placing.words.takeBack }
          : null,
      many: say.changeList.words,
      done,
      editHref:
        view.actions.edit && isQuotaForm(submission.proposal) ? quotasHref(submission.id) : null,
      publicHref: submission.state === 'approved' ? publicHref(knowledge, division) : null,
      backHref: isEdited ? null : isReviewer ? '/admin/inbox' : `/admin?division=${division}`,
      isReviewer,
    };
  });
};

export const actions: Actions = {
  submit: (event) => actOnReport(event, 'submit', event.params.id),
  preview: (event) => actOnReport(event, 'preview', event.params.id),
  save: (event) => actOnReport(event, 'save', event.params.id),
  detach: (event) => actOnReport(event, 'detach', event.params.id),
  withdraw,
  undo,
  check,
  sendBack,
  approve,
};
