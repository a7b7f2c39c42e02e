/** Answers a form of a report that was not taken with the form again, and beside it what came of it. */
import { fail } from '@sveltejs/kit';
import { submissionHref } from '$lib/view/office/desk-view.ts';
import type { ReportForm } from '$lib/view/office/report-form.ts';
import type { ReportScreen } from '$lib/view/office/report-screen.ts';
import type { Replies } from './finish-draft.ts';
import { reportScreen } from './report-screen.ts';

export function reportReplies(locals: App.Locals, form: ReportForm): Replies<ReportScreen> {
  return {
    again: (status, told) => fail(status, { screen: reportScreen(locals, { form, ...told }) }),
    clash: ({ seen, submission }) =>
      fail(409, {
        screen: reportScreen(locals, { form, submission, clash: { seen, submission } }),
      }),
    next: (id, done) => `${submissionHref(id)}?done=${done}`,
  };
}
