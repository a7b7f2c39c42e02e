import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { sentences } from '$lib/i18n/sentences.ts';
import { requirePermission, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { formOf } from '$lib/server/http/kept-form.ts';
import type { KeptLedger } from '$lib/server/import/imports.ts';
import { office } from '$lib/server/office.ts';
import type { DateBoxes } from '$lib/view/office/date-boxes.ts';
import { defaultsOfForm } from '$lib/view/office/defaults-of-form.ts';
import { submissionHref } from '$lib/view/office/desk-view.ts';
import { faultViews } from '$lib/view/office/fault-view.ts';
import { importHref } from '$lib/view/office/import-page.ts';
import { choicesOfForm } from '$lib/view/office/import-row.ts';
import {
  isOfColumns,
  toldOfForm,
  typedColumns,
  type ToldOfForm,
} from '$lib/view/office/told-of-form.ts';
import { lineOf } from '$lib/view/office/typed-text.ts';
import { openKeptFile } from '../../kept-files/open-kept-file.ts';
import { refusalSentence } from '../../kept-files/refusal-sentence.ts';
import { isNewTo } from './new-choices.ts';
import { ledgerScreen, tablesOf } from './ledger-screen.ts';
import type { Actions, PageServerLoad } from './$types';

/** The preview of a ledger: an address that stands reloading, until it is confirmed or a week old. */
export const load: PageServerLoad = async (event) => {
  await requirePermission(event, 'submission.write');
  const { locals, url } = event;
  const say = sentences[locals.lang];
  return whileDatabaseAnswers(event, async () => {
    const { kept, by } = await openKeptFile(event, office().imports);
    return {
      words: say.importing.words,
      /** Whether the rows were asked for; a list of hundreds stays folded otherwise. */
      isListed: url.searchParams.has('rows'),
      /** Whether the workbook with a column of reasons was asked for, and could not be made. */
      isUnmarked: url.searchParams.has('unmarked'),
      isRechecked: url.searchParams.has('checked'),
      screen: await ledgerScreen(locals, by.actor, kept, url.searchParams),
    };
  });
};

interface Told {
  readonly field: string;
  readonly message: string;
  readonly label?: string;
}

interface Settled {
  readonly faults: readonly Told[];
  /** What was typed about columns, where it is to be mended. */
  readonly typed: Readonly<Record<string, string>>;
  readonly wrongDate: DateBoxes | null;
  /** Some of it was not kept before. */
  readonly isNew: boolean;
}

export const actions: Actions = {
  /** Keeps what was chosen and shows what it comes to. */
  check: async (event) => {
    const { url, params } = event;
    const { faults, typed, wrongDate } = await settle(event);
    if (faults.length > 0) return fail(422, { faults, typed, wrongDate });
    const query = new URLSearchParams(url.search.replace(/^\?\/check&?/, '?'));
    query.set('checked', '');
    return redirect(303, `${importHref(params.id)}?${query}`);
  },

  /** Makes the draft, if it comes to what was shown. */
  confirm: async (event) => {
    const { locals, params } = event;
    const say = sentences[locals.lang];
    const { words } = say.importing;
    const settled = await settle(event);
    const { faults, typed, wrongDate } = settled;
    if (faults.length > 0) return fail(422, { faults, typed, wrongDate });
    const data = await formOf(event);
    return whileDatabaseAnswers(event, async () => {
      const { by } = await openKeptFile(event, office().imports);
      const shown = lineOf(data, 'fingerprint');
      const isWithout = data.get('without') !== null;
      const result = await office().imports.confirm(by, params.id, shown, isWithout);
      switch (result.status) {
        case 'done':
          return redirect(303, `${submissionHref(result.submission)}?done=imported`);
        case 'not-found':
          return error(404);
        case 'not-allowed':
          return error(403);
        case 'changed':
          return fail(409, { notice: settled.isNew ? words.choicesTaken : words.changedMeanwhile });
        case 'nothing':
          return fail(422, { notice: words.nothing });
        case 'unsettled':
          return fail(422, { faults: [{ field: 'without', message: words.unsettled }] });
        case 'refused':
          return fail(422, { notice: refusalSentence(result, say) });
        case 'invalid': {
          const nothing = { changes: [], reporting: [] };
          const told = faultViews(locals.model.knowledge(null), nothing, result.faults, say);
          const list = told.map(({ message }) => message).join('');
          return fail(409, { notice: `${words.invalid}${list}` });
        }
      }
    });
  },
};

/** Keeps what was chosen on the page; of what is wrong nothing, and of the rest all. */
async function settle(event: RequestEvent<{ id: string }>): Promise<Settled> {
  const { locals, params } = event;
  await requirePermission(event, 'submission.write');
  const data = await formOf(event);
  const say = sentences[locals.lang];
  return whileDatabaseAnswers(event, async () => {
    const { kept, by } = await openKeptFile(event, office().imports);
    const typed = typedColumns(data);
    // The form of a confirmed ledger, or of none: nothing to keep.
    if (data.get('fingerprint') === null) {
      return { faults: [], typed, wrongDate: null, isNew: false };
    }
    const rows = choicesOfForm(data);
    const columns = await toldColumns(locals, kept, data);
    const { wrongDate, ...defaults } = defaultsOfForm(data, say);
    const chosen = { rows, tables: columns.tables, ...defaults.chosen };
    const told = await office().imports.choose(by, params.id, chosen);
    if (told === 'not-found') error(404);
    const faults = [...columns.faults, ...defaults.faults];
    return { faults, typed, wrongDate, isNew: isNewTo(kept.choices, chosen) };
  });
}

/** What the form says of columns, by the tables as they are now. */
async function toldColumns(
  { model, lang }: App.Locals,
  kept: KeptLedger,
  data: FormData,
): Promise<ToldOfForm> {
  const level = model.knowledge(null).tracks.get(kept.track)?.track.level;
  const isAsked = [...data.keys()].some(isOfColumns);
  if (!isAsked || (level !== 'township' && level !== 'village')) return { tables: [], faults: [] };
  const tables = tablesOf(await office().imports.judge(kept));
  return toldOfForm(data, tables, level, sentences[lang]);
}
