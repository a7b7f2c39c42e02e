/** Saves, previews and submits what the form of a submission with many rows holds. */
import { fail } from '@sveltejs/kit';
import { rowsOf } from '$lib/domain/proposal-rows.ts';
import type { SubmissionDetail } from '$lib/domain/recorded-submission.ts';
import type { Proposal } from '$lib/domain/submission.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import { office } from '$lib/server/office.ts';
import { submissionHref } from '$lib/view/office/desk-view.ts';
import { settledClash, type ListClash } from '$lib/view/office/list-clash.ts';
import {
  proposalOfList,
  readListForm,
  reportableTrack,
  type ListForm,
} from '$lib/view/office/list-form.ts';
import type { ListScreen } from '$lib/view/office/list-screen.ts';
import { finish, type Replies, type Sent } from './finish-draft.ts';
import { listScreen } from './list-screen.ts';
import { isOpen } from './report-screen.ts';

/** Whether a form that was sent is that of a list. */
export function isListForm(data: FormData): boolean {
  return data.get('shape') === 'list';
}

export async function actOnList(locals: App.Locals, sent: Sent, stored: SubmissionDetail) {
  const form = readListForm(sent.data);
  const today = locals.model.today();
  const { version } = stored;
  // The rows that were ticked are those of the list that was shown.
  const base = form.base ?? form.version ?? 0;
  const { submissions } = office();
  const at = (of: number) => submissions.proposalAt(sent.by.actor, stored.id, of);
  const seen = base === version ? stored.proposal : await at(base);
  const begun = (await at(1)) ?? stored.proposal;
  const typed: Typed = { form, base, seen, begun };
  if (!isOpen(stored) || form.version !== version) {
    return listReplies(locals, typed, form, stored).clash({ seen, submission: stored });
  }
  if (form.base === null) {
    const proposed = proposedBy(locals, stored.division, stored.proposal, typed);
    if (isEmptied(stored.proposal, proposed.proposal)) {
      // An empty list would have no form to go on with.
      const { allGone } = sentences[locals.lang].changeList.words;
      const screen = listScreen(locals, { form, submission: stored, begun, told: allGone });
      return fail(422, { screen });
    }
    const replies = listReplies(locals, typed, form, stored);
    return finish(locals, sent, replies, stored, version, { ...proposed, isStored: false });
  }
  const settled = settledClash(clashOf(locals, typed, stored), today);
  // Whose each row is has been chosen; what was ticked is part of one side.
  const chosen = { ...settled.form, dropped: [], putBack: [] };
  const of = { form: chosen, begun };
  const proposed = proposedBy(locals, stored.division, settled.list, of);
  if (isEmptied(stored.proposal, proposed.proposal)) {
    return listReplies(locals, typed, form, stored).clash({ seen, submission: stored });
  }
  const replies = listReplies(locals, typed, chosen, stored);
  return finish(locals, sent, replies, stored, version, { ...proposed, isStored: false });
}

function isEmptied(stored: Proposal, next: Proposal): boolean {
  return rowsOf(stored).length > 0 && rowsOf(next).length === 0;
}

/** A form, and the list it was typed on: `seen` is `null` where that is no longer known. */
interface Typed {
  readonly form: ListForm;
  readonly base: number;
  readonly seen: Proposal | null;
  /** What the list was begun with: rows that were taken out come back from it. */
  readonly begun: Proposal;
}

function proposedBy(
  { model }: App.Locals,
  division: string,
  shown: Proposal,
  { form, begun }: Pick<Typed, 'form' | 'begun'>,
): ReturnType<typeof proposalOfList> {
  const today = model.today();
  const track = reportableTrack(model.knowledge(null), division, shown, today);
  return proposalOfList(shown, form, track, today, begun);
}

function clashOf(
  locals: App.Locals,
  typed: Typed,
  { division, proposal: theirs }: SubmissionDetail,
): ListClash {
  const { form, seen } = typed;
  const { proposal: yours } = proposedBy(locals, division, seen ?? theirs, typed);
  return { form, before: seen, yours, theirs };
}

/** `settled`: the form with what was taken from the other side. */
function listReplies(
  locals: App.Locals,
  typed: Typed,
  settled: ListForm,
  stored: SubmissionDetail,
): Replies<ListScreen> {
  const clashing = (submission: SubmissionDetail) => ({
    form: { ...typed.form, version: submission.version, base: typed.base },
    clash: clashOf(locals, typed, submission),
  });
  return {
    again: (status, { submission, ...told }) => {
      const present = submission ?? stored;
      const isSaved = present.version !== stored.version;
      // Saved, nothing stays ticked and nothing is left to choose; else all is as it was sent.
      const shown =
        isSaved || typed.form.base === null
          ? {
              form: {
                ...settled,
                version: present.version,
                ...(isSaved && { base: null, takes: {}, takeAll: null, dropped: [], putBack: [] }),
              },
            }
          : clashing(present);
      return fail(status, {
        screen: listScreen(locals, {
          ...shown,
          submission: present,
          begun: typed.begun,
          ...told,
        }),
      });
    },
    clash: ({ submission }) =>
      fail(409, {
        screen: listScreen(locals, { ...clashing(submission), submission, begun: typed.begun }),
      }),
    next: (id, done) => `${submissionHref(id)}?done=${done}`,
  };
}
