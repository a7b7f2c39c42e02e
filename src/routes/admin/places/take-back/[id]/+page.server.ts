import { randomUUID } from 'node:crypto';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { noPlaceSource, type TypedPlaceSource } from '$lib/domain/place-import.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import { requirePermission, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { formOf } from '$lib/server/http/kept-form.ts';
import { office } from '$lib/server/office.ts';
import { submissionHref } from '$lib/view/office/desk-view.ts';
import { takeBackView } from '$lib/view/office/take-back-view.ts';
import { choicesOf, lineOf } from '$lib/view/office/typed-text.ts';
import { sourceFaultsOf } from '../../source-faults-of.ts';
import { proposedSource, typedSource } from '../../typed-places.ts';
import type { Actions, PageServerLoad } from './$types';

/** The positions that an approved submission gave, and still hold: which are taken back. */
export const load: PageServerLoad = async (event) => {
  await requirePermission(event, 'submission.write');
  return whileDatabaseAnswers(event, async () => {
    const { submission } = await openApproved(event);
    const view = viewOf(event.locals, submission.id);
    const picked = view.units.map(({ value }) => value);
    return { ...pageWords(event.locals), view, picked, source: noPlaceSource, key: randomUUID() };
  });
};

export const actions: Actions = {
  default: async (event) => {
    const { locals } = event;
    await requirePermission(event, 'submission.write');
    const data = await formOf(event);
    const say = sentences[locals.lang];
    return whileDatabaseAnswers(event, async () => {
      const { submission, by } = await openApproved(event);
      const offered = new Set(viewOf(locals, submission.id).units.map(({ value }) => value));
      const picked = choicesOf(data, 'unit').filter((code) => offered.has(code));
      const typed = typedSource(data);
      const key = lineOf(data, 'key');
      const { words } = say.placing;
      const answer = (
        faults: readonly { readonly field: string; readonly message: string }[],
        notice: string | null = null,
      ) => fail(422, { picked, source: typed satisfies TypedPlaceSource, key, faults, notice });
      if (picked.length === 0) {
        return answer([{ field: 'unit', message: words.takeBackUnitsRequired }]);
      }
      const given = { source: proposedSource(typed), note: typed.note };
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
          return answer(told.faults, told.notice);
        }
      }
    });
  },
};

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

function viewOf({ model, lang }: App.Locals, id: string) {
  return takeBackView(model.knowledge(null), id, sentences[lang]);
}

function pageWords({ lang }: App.Locals) {
  return { words: sentences[lang].placing.words };
}
