/** Builds the screen of the quotas from what was typed and what came of it. */
import { randomUUID } from 'node:crypto';
import { sentences } from '$lib/i18n/sentences.ts';
import { office } from '$lib/server/office.ts';
import { effectView } from '$lib/view/office/effect-view.ts';
import { quotaClashRows } from '$lib/view/office/quota-clash.ts';
import { quotaFaultViews, type QuotaFaultView } from '$lib/view/office/quota-faults.ts';
import { quotaFormOf, type QuotaForm } from '$lib/view/office/quota-form.ts';
import { quotaPage, type QuotaScreen } from '$lib/view/office/quota-page.ts';
import { quotaTracks } from '$lib/view/office/quota-seats.ts';
import type { ClashView, HeldView } from '$lib/view/office/report-screen.ts';
import { fileViews, stepViews } from '$lib/view/office/submission-view.ts';
import type { Clash, Told } from '../report/finish-draft.ts';
import { isOpen } from '../report/report-screen.ts';

export interface QuotaScreenFacts extends Told {
  readonly form: QuotaForm;
  readonly held?: HeldView;
  readonly clash?: Clash;
  /** What was just done with the draft. */
  readonly done?: 'saved' | 'preview' | null;
}

export function quotaScreen(
  { model, lang }: Pick<App.Locals, 'model' | 'lang'>,
  facts: QuotaScreenFacts,
): QuotaScreen {
  const say = sentences[lang];
  const { submission = null, proposal, faults = [], fileFaults = [], clash, done = null } = facts;
  const knowledge = model.knowledge(null);
  const today = model.today();
  const tracks = quotaTracks(knowledge, today);
  const form = {
    ...facts.form,
    key: facts.form.key || randomUUID(),
    version: submission?.version ?? facts.form.version,
  };
  const nothing = { changes: [], reporting: [] };
  const told: readonly QuotaFaultView[] = [
    ...quotaFaultViews(knowledge, tracks, proposal ?? nothing, faults, say),
    ...fileFaults.map((message) => ({ field: 'files', message })),
  ];
  return {
    words: say.quota.words,
    reportWords: say.report.words,
    page: quotaPage(knowledge, form, today, say),
    submission: submission?.id ?? null,
    isDraft: submission !== null,
    done: done && say.review.words.savedNotice,
    faults: told,
    files: submission ? fileViews(submission, say) : [],
    // Why it came back stands where it is put right.
    steps: submission?.steps.some(({ note }) => note) ? stepViews(submission, say) : [],
    held: facts.held ?? null,
    clash: clash ? clashView(clash) : null,
    effect:
      submission && done
        ? effectView(
            knowledge,
            office().submissions.effect(submission),
            submission.division,
            submission.proposal,
            say,
          )
        : null,
  };

  function clashView({ seen, submission: now }: Clash): ClashView {
    const by = now.steps.at(-1);
    const sides = {
      yours: form,
      seen: seen && quotaFormOf(seen, tracks, form),
      theirs: quotaFormOf(now.proposal, tracks, form),
    };
    return {
      rows: quotaClashRows(knowledge, tracks, sides, say),
      theirs: by
        ? say.report.theirs(by.actor.name, say.review.moment(by.at))
        : say.report.words.clashTheirs,
      isOpen: isOpen(now),
    };
  }
}
