import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { sentences } from '$lib/i18n/sentences.ts';
import { requirePermission, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { formOf } from '$lib/server/http/kept-form.ts';
import { office } from '$lib/server/office.ts';
import { submissionHref } from '$lib/view/office/desk-view.ts';
import { choicesOfForm } from '$lib/view/office/import-row.ts';
import { datumOf, placesHref } from '$lib/view/office/place-import-page.ts';
import { lineOf } from '$lib/view/office/typed-text.ts';
import { openKeptFile } from '../../kept-files/open-kept-file.ts';
import { refusalSentence } from '../../kept-files/refusal-sentence.ts';
import { sourceFaultsOf } from '../source-faults-of.ts';
import { proposedSource, typedSource } from '../typed-places.ts';
import { placesScreen } from './places-screen.ts';
import type { Actions, PageServerLoad } from './$types';

/** The preview of positions: an address that stands reloading, until it is confirmed or a week old. */
export const load: PageServerLoad = async (event) => {
  await requirePermission(event, 'submission.write');
  const { locals, url } = event;
  const say = sentences[locals.lang];
  return whileDatabaseAnswers(event, async () => {
    const { kept } = await openKeptFile(event, office().placeImports);
    return {
      words: { ...say.importing.words, ...say.placing.words },
      isRechecked: url.searchParams.has('checked'),
      screen: await placesScreen(locals, kept, url.searchParams),
    };
  });
};

export const actions: Actions = {
  /** Keeps what was chosen and shows what it comes to. */
  check: async (event) => {
    const { url, params } = event;
    await settle(event);
    const query = new URLSearchParams(url.search.replace(/^\?\/check&?/, '?'));
    query.set('checked', '');
    return redirect(303, `${placesHref(params.id)}?${query}`);
  },

  /** Makes the submission, if it comes to what was shown. */
  confirm: async (event) => {
    const { locals, params } = event;
    const say = sentences[locals.lang];
    const { words } = say.placing;
    const { isNew } = await settle(event);
    const data = await formOf(event);
    return whileDatabaseAnswers(event, async () => {
      const { by } = await openKeptFile(event, office().placeImports);
      const typed = typedSource(data);
      const result = await office().placeImports.confirm(by, params.id, {
        fingerprint: lineOf(data, 'fingerprint'),
        isWithout: data.get('without') !== null,
        source: proposedSource(typed),
        note: typed.note,
      });
      switch (result.status) {
        case 'done':
          return redirect(303, `${submissionHref(result.submission)}?done=submitted`);
        case 'not-found':
          return error(404);
        case 'not-allowed':
          return error(403);
        case 'changed':
          return fail(409, { notice: isNew ? words.choicesTaken : words.changedMeanwhile });
        case 'nothing':
          return fail(422, { notice: words.nothing });
        case 'datum-asked':
          return fail(422, { faults: [{ field: 'datum', message: words.datumRequired }] });
        case 'unsettled':
          return fail(422, { faults: [{ field: 'without', message: words.unsettled }] });
        case 'refused':
          return fail(422, { notice: refusalSentence(result, say) });
        case 'invalid':
          return fail(422, sourceFaultsOf(locals.model.knowledge(null), result.faults, say));
      }
    });
  },
};

/** Keeps the choices of the form. `isNew`: some that decide what comes of it were not kept before. */
async function settle(event: RequestEvent<{ id: string }>): Promise<{ readonly isNew: boolean }> {
  const { params } = event;
  await requirePermission(event, 'submission.write');
  const data = await formOf(event);
  return whileDatabaseAnswers(event, async () => {
    const { kept, by } = await openKeptFile(event, office().placeImports);
    // The form of a confirmed file, or of none: nothing to keep.
    if (data.get('fingerprint') === null) return { isNew: false };
    const rows = choicesOfForm(data);
    const picked = lineOf(data, 'datum');
    // What was shown as found out and left as it was is no decision.
    const decided = picked === lineOf(data, 'datumShown') ? null : datumOf(picked);
    const told = await office().placeImports.choose(by, params.id, {
      rows,
      // Where nothing can be confirmed yet, the form has no fields for it.
      ...(data.has('title') && { source: typedSource(data) }),
      ...(decided !== null && { decided }),
    });
    if (told === 'not-found') error(404);
    const before = kept.choices;
    const isNew =
      (decided !== null && decided !== before.decided) ||
      Object.entries(rows).some(([row, choice]) => (before.rows[row] ?? null) !== choice);
    return { isNew };
  });
}
