/** Saves, previews and submits what the form of a submission with many changes holds. */
import { fail } from '@sveltejs/kit';
import type { SubmissionDetail } from '$lib/domain/recorded-submission.ts';
import { submissionHref } from '$lib/view/office/desk-view.ts';
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
  const { model } = locals;
  const { division, proposal: shown } = stored;
  const form = readListForm(sent.data);
  const replies = listReplies(locals, form, stored);
  // The rows that were ticked are those of the list that was shown.
  if (!isOpen(stored) || form.version !== stored.version) {
    return replies.clash({ seen: null, submission: stored });
  }
  const today = model.today();
  const track = reportableTrack(model.knowledge(null), division, shown, today);
  const proposed = proposalOfList(shown, form, track, today);
  const { version } = stored;
  return finish(locals, sent, replies, stored, version, { ...proposed, isStored: false });
}

function listReplies(
  locals: App.Locals,
  form: ListForm,
  stored: SubmissionDetail,
): Replies<ListScreen> {
  return {
    again: (status, { submission, ...told }) => {
      const present = submission ?? stored;
      // What is stored by now has its rows at other places: nothing stays ticked.
      const dropped = present.version === stored.version ? form.dropped : [];
      const shown = { ...form, version: present.version, dropped };
      return fail(status, {
        screen: listScreen(locals, { form: shown, submission: present, ...told }),
      });
    },
    clash: ({ submission }) => {
      const shown = { ...form, version: submission.version, dropped: [] };
      return fail(409, {
        screen: listScreen(locals, { form: shown, submission, isClash: true }),
      });
    },
    next: (id, done) => `${submissionHref(id)}?done=${done}`,
  };
}
