import { error } from '@sveltejs/kit';
import { isValidOn } from '$lib/domain/division.ts';
import { registerUnits } from '$lib/domain/register-unit.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import { parseView } from '$lib/map/url-state.ts';
import { knownValues } from '$lib/server/known-values.ts';
import { townshipView } from '$lib/view/township-view.ts';
import type { PageServerLoad } from './$types';

/** One township: how it stands, how it came there, by which documents, and its villages. */
export const load: PageServerLoad = ({ url, params, locals }) => {
  const { model } = locals;
  const { view, problems } = parseView(url.searchParams, knownValues(model));
  const knowledge = model.knowledge(view.knownAt);
  const at = view.at ?? model.today();
  const division = knowledge.divisions.get(params.code);
  if (division?.level !== 'township' || !isValidOn(division, at)) error(404);
  const township = townshipView(
    {
      knowledge,
      events: model.site.data.status.events,
      township: division,
      unit: registerUnits(knowledge, 'township', at).find(
        (unit) => unit.division.code === params.code,
      ),
      villages: registerUnits(knowledge, 'village', at).filter(
        (unit) => unit.township?.code === params.code,
      ),
      view,
      today: model.today(),
      problems: [...locals.problems, ...problems],
    },
    sentences[locals.lang],
  );
  return { township, timeQuery: township.timeQuery };
};
