import { error } from '@sveltejs/kit';
import { countyStandings } from '$lib/domain/standing.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import { projectSite } from '$lib/map/projected.ts';
import { parseView } from '$lib/map/url-state.ts';
import { config } from '$lib/server/config.ts';
import { knownValues } from '$lib/server/known-values.ts';
import { countyView } from '$lib/view/county-view.ts';
import { furnitureWords } from '$lib/view/scene-words.ts';
import type { PageServerLoad } from './$types';

/** One county: where it stands, how it came there, and by which documents. */
export const load: PageServerLoad = ({ url, params, locals }) => {
  const model = locals.model;
  const say = sentences[locals.lang];
  const { data, geometry } = model.site;
  const { view, problems } = parseView(url.searchParams, knownValues(model));
  const knowledge = model.knowledge(view.knownAt);
  const standing = countyStandings(knowledge, view.at ?? model.today()).find(
    ({ division }) => division.code === params.code,
  );
  const prefecture = data.divisions.find(({ code }) => code === data.programme.prefecture);
  if (!standing || !prefecture) error(404);
  const county = countyView(
    {
      knowledge,
      status: data.status,
      counties: geometry.counties,
      prefecture,
      standing,
      view,
      today: model.today(),
      problems: [...locals.problems, ...problems],
    },
    say,
  );
  const { frame, counties } = projectSite(geometry);
  return {
    county,
    timeQuery: county.timeQuery,
    locator: {
      width: frame.width,
      height: frame.height,
      captions: furnitureWords(config().mapApprovalNumber, say).captions,
      shapes: counties.map(({ code, path }) => ({ code, path, isHere: code === params.code })),
    },
  };
};
