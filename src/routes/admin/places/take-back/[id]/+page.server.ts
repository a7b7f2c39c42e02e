import { randomUUID } from 'node:crypto';
import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { noPlaceSource, type TypedPlaceSource } from '$lib/domain/place-import.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import { requirePermission, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { formOf } from '$lib/server/http/kept-form.ts';
import { readingsOf } from '$lib/server/name-readings.ts';
import { office } from '$lib/server/office.ts';
import { submissionHref } from '$lib/view/office/desk-view.ts';
import {
  freshTakeBack,
  readTakeBack,
  takeBackView,
  type TakeBackForm,
  type TakeBackView,
} from '$lib/view/office/take-back-view.ts';
import { lineOf } from '$lib/view/office/typed-text.ts';
import { sourceFaultsOf } from '../../source-faults-of.ts';
import { proposedSource, typedSource } from '../../typed-places.ts';
import type { Actions, PageServerLoad } from './$types';

/** The positions that an approved submission gave, and still hold: which are taken back. */
export const load: PageServerLoad = async (event) => {
  const { locals, request } = event;
  const { words } = sentences[locals.lang].placing;
  // After a POST the action has made the page.
  if (request.method === 'POST') return { words, view: null, source: noPlaceSource, key: '' };
  await requirePermission(event, 'submission.write');
  return whileDatabaseAnswers(event, async () => {
    const { submission } = await openApproved(event);
    const view = viewOf(locals, submission.id, freshTakeBack);
    return { words, view, source: noPlaceSource, key: randomUUID() };
  });
};

export const actions: Actions = {
  find: (event) =>
    answerForm(event, async ({ again, form }) => {
      // Which of them are meant is not asked before it is submitted.
      return again(200, form, []);
    }),
  submit: (event) =>
    answerForm(event, async ({ locals, opened, form, typed, key, again }) => {
      const say = sentences[locals.lang];
      const { picked } = form;
      if (picked.length === 0) {
        const message = say.placing.words.takeBackUnitsRequired;
        return again(422, form, [{ field: 'unit', message }]);
      }
      const given = { source: proposedSource(typed), note: typed.note };
      const { submission, by } = opened;
      const { placeImports } = office();
      const result = await placeImports.takeBack(by, submission.division, picked, given, key);
      switch (result.status) {
        case 'done':
          return redirect(303, `${submissionHref(result.submission.id)}?done=submitted`);
        // The form was sent before, and what it made has gone on since.
        case 'clash':
        case 'wrong-state':
        case 'effect-changed':
          return redirect(303, submissionHref(result.submission.id));
        case 'not-found':
          return error(404);
        case 'refused':
          return error(403);
        case 'invalid': {
          const told = sourceFaultsOf(locals.model.knowledge(null), result.faults, say);
          return again(422, form, told.faults, told.notice);
        }
      }
    }),
};

type Faults = readonly { readonly field: string; readonly message: string }[];

/** What an action of the form finds, once the sender may. */
interface Asked {
  readonly locals: App.Locals;
  readonly opened: Awaited<ReturnType<typeof openApproved>>;
  readonly form: TakeBackForm;
  readonly typed: TypedPlaceSource;
  readonly key: string;
  again(status: number, form: TakeBackForm, faults: Faults, notice?: string | null): Again;
}

type Again = ActionFailure<{
  readonly view: TakeBackView;
  readonly source: TypedPlaceSource;
  readonly key: string;
  readonly faults: Faults;
  readonly notice: string | null;
}>;

async function answerForm(
  event: RequestEvent<{ id: string }>,
  answer: (asked: Asked) => Promise<Again>,
): Promise<Again> {
  const { locals } = event;
  await requirePermission(event, 'submission.write');
  const data = await formOf(event);
  return whileDatabaseAnswers(event, async () => {
    const opened = await openApproved(event);
    const { id } = opened.submission;
    const form = readTakeBack(data, locals.model.knowledge(null), id, readingsOf);
    const typed = typedSource(data);
    const key = lineOf(data, 'key');
    return answer({
      locals,
      opened,
      form,
      typed,
      key,
      again: (status, asked, faults, notice = null) =>
        fail(status, { view: viewOf(locals, id, asked), source: typed, key, faults, notice }),
    });
  });
}

async function openApproved(event: RequestEvent<{ id: string }>) {
  const { submissions } = office();
  const subject = await submissions.subjectOf(event.params.id);
  if (!subject) error(404);
  // Whoever may report for the division, whoever gave the positions.
  const { division } = subject;
  const { actor } = await requirePermission(event, 'submission.write', { division });
  const submission = await submissions.find(actor, event.params.id);
  if (submission?.state !== 'approved' || !submission.proposal.places) error(404);
  return { submission, by: { actor, request: event.locals.request } };
}

function viewOf({ model, lang }: App.Locals, id: string, form: TakeBackForm): TakeBackView {
  return takeBackView(model.knowledge(null), id, form, readingsOf, sentences[lang]);
}
