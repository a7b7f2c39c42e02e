import { parseView } from '$lib/map/url-state.ts';
import { knownValues } from '$lib/server/known-values.ts';
import { mapPlaces } from '$lib/view/map-places.ts';
import type { RequestHandler } from './$types';

/**
 * Where the townships or villages of a theme lie and how they stand on a day, for the interactive
 * map in the browser. The page names the version and the day, so the answer may be kept.
 */
export const GET: RequestHandler = ({ url, locals }) => {
  const { model } = locals;
  const { view } = parseView(url.searchParams, knownValues(model));
  const at = view.at ?? model.today();
  const places = mapPlaces(model.knowledge(view.knownAt), view.theme, at);
  const isNamed = url.searchParams.get('version') === model.version && view.at !== null;
  return new Response(JSON.stringify(places), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': isNamed ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  });
};
