import { error, fail, redirect } from '@sveltejs/kit';
import { sentences } from '$lib/i18n/sentences.ts';
import { requirePermission, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { formOf } from '$lib/server/http/kept-form.ts';
import { whileWanted } from '$lib/server/http/while-wanted.ts';
import type { SentLedger } from '$lib/server/import/imports.ts';
import { office } from '$lib/server/office.ts';
import { importHref, importPage } from '$lib/view/office/import-page.ts';
import type { HeldView } from '$lib/view/office/report-screen.ts';
import { heldUpload, isAnswered } from '../kept-files/held-upload.ts';
import { refusalSentence } from '../kept-files/refusal-sentence.ts';
import { sentFile } from '../kept-files/sent-file.ts';
import { typedImport } from './typed-import.ts';
import type { Actions, PageServerLoad } from './$types';

/** Where a ledger is sent in, and those that wait to be confirmed. */
export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  const say = sentences[locals.lang];
  const words = { words: say.importing.words, reportWords: say.report.words };
  if (isAnswered(event)) return { ...words, page: null };
  const { actor } = await requirePermission(event, 'submission.write');
  const division = url.searchParams.get('division') ?? '';
  if (division !== '') await requirePermission(event, 'submission.write', { division });
  return whileDatabaseAnswers(event, async () => {
    const waiting = await office().imports.unfinished(actor);
    const typed = { track: url.searchParams.get('track') ?? '', division, block: '' };
    const facts = { actor, today: locals.model.today(), typed, waiting };
    return { ...words, page: importPage(locals.model.knowledge(null), facts, say) };
  });
};

export const actions: Actions = {
  upload: async (event) => {
    const { locals } = event;
    const say = sentences[locals.lang];
    const { words } = say.importing;
    const stranger = await heldUpload(event);
    if (stranger) return answer(stranger.status, stranger.data, [], stranger.held);
    await requirePermission(event, 'submission.write');
    const data = await formOf(event);
    const typed = typedImport(data);
    const { division } = typed;
    const { actor } = await requirePermission(event, 'submission.write', { division });
    const sent = await sentLedger(data, words.pasteName);
    const missing = [
      ...(typed.track === '' ? [{ field: 'track', message: words.trackRequired }] : []),
      ...(division === '' ? [{ field: 'division', message: words.divisionRequired }] : []),
      ...(sent === null ? [{ field: 'file', message: words.empty }] : []),
    ];
    if (missing.length > 0 || sent === null) return answer(422, data, missing);
    return whileDatabaseAnswers(event, async () => {
      const by = { actor, request: locals.request };
      const result = await whileWanted(event, (wanted) =>
        office().imports.keep(by, { ...sent, ...typed }, wanted),
      );
      switch (result.status) {
        case 'done':
          return redirect(303, importHref(result.id));
        case 'not-allowed':
          return error(403);
        case 'invalid': {
          const message = result.field === 'track' ? words.trackRequired : words.divisionRequired;
          return answer(422, data, [{ field: result.field, message }]);
        }
        case 'refused': {
          const field = sent.kind === 'paste' ? 'block' : 'file';
          return answer(422, data, [{ field, message: refusalSentence(result, say) }]);
        }
      }
    });

    function answer(
      status: number,
      sentForm: FormData,
      faults: readonly { readonly field: string; readonly message: string }[],
      held: HeldView | null = null,
    ) {
      const actor = held === null ? (locals.signedIn?.actor ?? null) : null;
      const page = importPage(
        locals.model.knowledge(null),
        { actor, today: locals.model.today(), typed: typedImport(sentForm), waiting: [] },
        say,
      );
      return fail(status, { page, faults, held });
    }
  },
};

/** The file, else the pasted block; `null`: neither. */
async function sentLedger(
  data: FormData,
  pasteName: string,
): Promise<Pick<SentLedger, 'name' | 'kind' | 'bytes'> | null> {
  const file = sentFile(data);
  if (file) {
    return { name: file.name, kind: 'file', bytes: new Uint8Array(await file.arrayBuffer()) };
  }
  const block = typedImport(data).block;
  if (block.trim() === '') return null;
  return { name: pasteName, kind: 'paste', bytes: new TextEncoder().encode(block) };
}
