import { progress } from '$lib/domain/progress.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import { config } from '$lib/server/config.ts';
import { methodView } from '$lib/view/method-view.ts';
import type { PageServerLoad } from './$types';

/** The rules and sources, as they hold today. */
export const load: PageServerLoad = ({ locals }) => {
  const model = locals.model;
  const knowledge = model.knowledge(null);
  const say = sentences[locals.lang];
  return {
    method: methodView(
      {
        knowledge,
        status: model.site.data.status,
        targets: progress(knowledge, model.today()),
        version: model.version,
        today: model.today(),
        url: config().origin,
      },
      say,
    ),
    notices: locals.problems.map(say.problem.problemLine),
  };
};
