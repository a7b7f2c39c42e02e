/** Answers a form that was not taken with the form again, and beside it what came of it. */
import { error, fail } from '@sveltejs/kit';
import type { SubmissionResult } from '$lib/server/submissions/submissions.ts';
import type { ReportForm } from '$lib/view/office/report-form.ts';
import { reportScreen, type ScreenFacts } from './report-screen.ts';

export function answer(locals: App.Locals, status: number, facts: ScreenFacts) {
  return fail(status, { screen: reportScreen(locals, facts) });
}

/** 409 with the three sides. */
export function answerClash(
  locals: App.Locals,
  form: ReportForm,
  clash: NonNullable<ScreenFacts['clash']>,
) {
  return answer(locals, 409, { form, submission: clash.submission, clash });
}

/** Of what was neither done nor overtaken. 404 and 403 are pages of their own. */
export function answerOther(
  locals: App.Locals,
  form: ReportForm,
  result: Exclude<SubmissionResult, { status: 'done' | 'clash' }>,
) {
  switch (result.status) {
    case 'not-found':
      return error(404);
    case 'refused':
      return error(403);
    case 'wrong-state':
    case 'effect-changed':
      return answerClash(locals, form, { seen: null, submission: result.submission });
    case 'invalid':
      return answer(locals, 422, { form, faults: result.faults });
  }
}
