/** Builds the screen of a report from what was typed and what came of it. */
import { randomUUID } from 'node:crypto';
import { error } from '@sveltejs/kit';
import type { Proposal, ProposalFault } from '$lib/domain/submission.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import { office } from '$lib/server/office.ts';
import type { SubmissionDetail } from '$lib/domain/recorded-submission.ts';
import { clashRows } from '$lib/view/office/clash-view.ts';
import { submissionHref } from '$lib/view/office/desk-view.ts';
import { effectView } from '$lib/view/office/effect-view.ts';
import { faultViews, type FaultView } from '$lib/view/office/fault-view.ts';
import { formOf } from '$lib/view/office/form-of-proposal.ts';
import type { ReportForm } from '$lib/view/office/report-form.ts';
import { reportPage } from '$lib/view/office/report-page.ts';
import type { ClashView, HeldView, ReportScreen } from '$lib/view/office/report-screen.ts';
import { fileViews } from '$lib/view/office/submission-view.ts';

export interface ScreenFacts {
  readonly form: ReportForm;
  /** The draft, once there is one. */
  readonly submission?: SubmissionDetail | null;
  readonly proposal?: Proposal;
  readonly faults?: readonly ProposalFault[];
  /** Told beside the files. */
  readonly fileFaults?: readonly string[];
  readonly held?: HeldView;
  readonly clash?: { readonly seen: Proposal | null; readonly submission: SubmissionDetail };
  readonly showsEffect?: boolean;
}

/** 404 where the division reports on nothing: its address was made up. */
export function reportScreen(
  { model, lang }: Pick<App.Locals, 'model' | 'lang'>,
  facts: ScreenFacts,
): ReportScreen {
  const say = sentences[lang];
  const { submission = null, proposal, faults = [], fileFaults = [], clash } = facts;
  const knowledge = model.knowledge(null);
  const today = model.today();
  const form = {
    ...facts.form,
    key: facts.form.key || randomUUID(),
    version: submission?.version ?? facts.form.version,
  };
  const { events } = model.site.data.status;
  const page = reportPage(knowledge, events, form, today, say);
  if (!page) error(404);
  const told: readonly FaultView[] = [
    ...faultViews(knowledge, proposal ?? { changes: [], reporting: [] }, faults, say),
    ...fileFaults.map((message): FaultView => ({ field: 'files', message })),
  ];
  const shown = facts.showsEffect && submission ? office().submissions.effect(submission) : null;
  return {
    words: say.report.words,
    page,
    address: submission ? submissionHref(submission.id) : '',
    isDraft: submission !== null,
    faults: told,
    files: submission ? fileViews(submission, say) : [],
    held: facts.held ?? null,
    clash: clash ? clashView(clash, form) : null,
    effect:
      shown && submission
        ? effectView(knowledge, shown, form.division, submission.proposal, say)
        : null,
  };

  function clashView(
    { seen, submission: now }: NonNullable<ScreenFacts['clash']>,
    yours: ReportForm,
  ): ClashView {
    const other = formOf(now.proposal, yours, today);
    const by = now.steps.at(-1);
    return {
      rows: other
        ? clashRows(
            knowledge,
            { yours, seen: seen && formOf(seen, yours, today), theirs: other },
            say,
          )
        : [],
      theirs: by
        ? say.report.theirs(by.actor.name, say.review.moment(by.at))
        : say.report.words.clashTheirs,
      isOpen: isOpen(now),
    };
  }
}

/** Whether it is with the clerk: only then can it be edited. */
export function isOpen({ state }: Pick<SubmissionDetail, 'state'>): boolean {
  return state === 'draft' || state === 'returned' || state === 'withdrawn';
}
