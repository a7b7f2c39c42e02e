import { error, fail, redirect } from '@sveltejs/kit';
import { sentences } from '$lib/i18n/sentences.ts';
import { requirePermission, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { formOf } from '$lib/server/http/kept-form.ts';
import { dutyHref, signInHref } from '$lib/server/http/office-address.ts';
import type { SentLedger } from '$lib/server/import/imports.ts';
import { office } from '$lib/server/office.ts';
import { importHref, importPage } from '$lib/view/office/import-page.ts';
import type { HeldView } from '$lib/view/office/report-screen.ts';
import { readHeldForm } from '../report/read-held-form.ts';
import { refusalSentence } from './refusal-sentence.ts';
import { typedImport } from './typed-import.ts';
import type { Actions, PageServerLoad } from './$types';

/** Where a ledger is sent in, and those that wait to be confirmed. */
export const load: PageServerLoad = async (event) => {
  const { locals, url, request } = event;
  const say = sentences[locals.lang];
  const { signedIn } = locals;
  const isHeld = signedIn === null || signedIn.duty !== 'none';
  const words = { words: say.importing.words, reportWords: say.report.words };
  // The action has answered with all that was typed; nothing else is shown to a stranger.
  if (isHeld && request.method === 'POST' && !locals.databaseFault) {
    return { ...words, page: null };
  }
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
    const { locals, request } = event;
    const say = sentences[locals.lang];
    const { words } = say.importing;
    const { signedIn } = locals;
    const isHeld = signedIn === null || signedIn.duty !== 'none';
    if (isHeld && !locals.databaseFault) {
      const { data, files } = await readHeldForm(request);
      const held: HeldView =
        signedIn === null
          ? { kind: 'signed-out', href: signInHref('/admin/own-account'), files }
          : signedIn.duty === 'none'
            ? error(500)
            : { kind: 'duty', href: dutyHref(signedIn.duty), files };
      return answer(held.kind === 'signed-out' ? 401 : 403, data, [], held);
    }
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
      const result = await office().imports.keep(by, { ...sent, ...typed });
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
      const actor = held === null ? (signedIn?.actor ?? null) : null;
      const page = importPage(
        locals.model.knowledge(null),
        { actor, today: locals.model.today(), typed: typedImport(sentForm), waiting: [] },
        say,
      );
      return fail(status, { page, faults, held });
    }
  },
};

/** The file, else the pasted block; `null`: neither. A field without a choice sends a file without a name. */
async function sentLedger(
  data: FormData,
  pasteName: string,
): Promise<Pick<SentLedger, 'name' | 'kind' | 'bytes'> | null> {
  const file = data.get('file');
  if (file !== null && typeof file !== 'string' && (file.name !== '' || file.size > 0)) {
    return { name: file.name, kind: 'file', bytes: new Uint8Array(await file.arrayBuffer()) };
  }
  const block = typedImport(data).block;
  if (block.trim() === '') return null;
  return { name: pasteName, kind: 'paste', bytes: new TextEncoder().encode(block) };
}
