import { error, fail, redirect } from '@sveltejs/kit';
import { isPlaceLevel } from '$lib/domain/place-import.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import { requirePermission, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { formOf } from '$lib/server/http/kept-form.ts';
import { whileWanted } from '$lib/server/http/while-wanted.ts';
import { office } from '$lib/server/office.ts';
import { datumOf, placeImportPage, placesHref } from '$lib/view/office/place-import-page.ts';
import type { HeldView } from '$lib/view/office/report-screen.ts';
import { heldUpload, isAnswered } from '../kept-files/held-upload.ts';
import { refusalSentence } from '../kept-files/refusal-sentence.ts';
import { sentFile } from '../kept-files/sent-file.ts';
import { typedPlaces } from './typed-places.ts';
import type { Actions, PageServerLoad } from './$types';

/** Where a file of positions is sent in, and those that wait to be confirmed. */
export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  const say = sentences[locals.lang];
  const words = {
    words: { ...say.importing.words, ...say.placing.words },
    reportWords: say.report.words,
  };
  if (isAnswered(event)) return { ...words, page: null };
  const { actor } = await requirePermission(event, 'submission.write');
  const division = url.searchParams.get('division') ?? '';
  if (division !== '') await requirePermission(event, 'submission.write', { division });
  return whileDatabaseAnswers(event, async () => {
    const waiting = await office().placeImports.unfinished(actor);
    const typed = { level: url.searchParams.get('level') ?? '', division, datum: '' };
    const facts = { actor, today: locals.model.today(), typed, waiting };
    return { ...words, page: placeImportPage(locals.model.knowledge(null), facts, say) };
  });
};

export const actions: Actions = {
  upload: async (event) => {
    const { locals } = event;
    const say = sentences[locals.lang];
    const { words } = say.placing;
    const stranger = await heldUpload(event);
    if (stranger) return answer(stranger.status, stranger.data, [], stranger.held);
    await requirePermission(event, 'submission.write');
    const data = await formOf(event);
    const { level, division, datum } = typedPlaces(data);
    const { actor } = await requirePermission(event, 'submission.write', { division });
    const file = sentFile(data);
    if (!isPlaceLevel(level) || division === '' || !file) {
      return answer(422, data, [
        ...(isPlaceLevel(level) ? [] : [{ field: 'level', message: words.levelRequired }]),
        ...(division === ''
          ? [{ field: 'division', message: say.importing.words.divisionRequired }]
          : []),
        ...(file ? [] : [{ field: 'file', message: words.fileRequired }]),
      ]);
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    return whileDatabaseAnswers(event, async () => {
      const by = { actor, request: locals.request };
      const sent = { division, level, name: file.name, bytes };
      const result = await whileWanted(event, (wanted) =>
        office().placeImports.keep(by, sent, datumOf(datum), wanted),
      );
      switch (result.status) {
        case 'done':
          return redirect(303, placesHref(result.id));
        case 'not-allowed':
          return error(403);
        case 'invalid': {
          const message = say.importing.words.divisionRequired;
          return answer(422, data, [{ field: 'division', message }]);
        }
        case 'refused':
          return answer(422, data, [{ field: 'file', message: refusalSentence(result, say) }]);
      }
    });

    function answer(
      status: number,
      sentForm: FormData,
      faults: readonly { readonly field: string; readonly message: string }[],
      held: HeldView | null = null,
    ) {
      const actor = held === null ? (locals.signedIn?.actor ?? null) : null;
      const typed = typedPlaces(sentForm);
      const facts = { actor, today: locals.model.today(), typed, waiting: [] };
      const page = placeImportPage(locals.model.knowledge(null), facts, say);
      return fail(status, { page, faults, held });
    }
  },
};
