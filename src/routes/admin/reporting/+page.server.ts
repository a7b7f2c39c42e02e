import { decide } from '$lib/domain/permission.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import { requirePermission, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { office } from '$lib/server/office.ts';
import { reportingView } from '$lib/view/office/reporting-view.ts';
import type { PageServerLoad } from './$types';

/** Who has not reported since when; a county sees its own lines. */
export const load: PageServerLoad = async (event) => {
  const { locals } = event;
  const { actor } = await requirePermission(event, 'reporting.read');
  const { model } = locals;
  const say = sentences[locals.lang];
  const { values } = await whileDatabaseAnswers(event, () => office().settings.read());
  const isShown = (division: string) =>
    decide(actor, 'reporting.read', { division }).status === 'allowed';
  return {
    words: say.review.words,
    reporting: reportingView(
      model.knowledge(null),
      model.today(),
      values.reportingDueDays,
      isShown,
      say,
    ),
  };
};
