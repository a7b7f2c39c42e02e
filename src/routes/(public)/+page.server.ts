import { countyStandings } from '$lib/domain/standing.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import type { SceneState } from '$lib/map/gl/features.ts';
import { buildScene, type Scene } from '$lib/map/scene.ts';
import { renderMap } from '$lib/map/svg/render.ts';
import { furnitureBoxes } from '$lib/map/svg/furniture.ts';
import { parseView } from '$lib/map/url-state.ts';
import { config } from '$lib/server/config.ts';
import { knownValues } from '$lib/server/known-values.ts';
import { homeView } from '$lib/view/home-view.ts';
import { homeHref, timeQuery } from '$lib/view/link.ts';
import { placesView } from '$lib/view/map-places.ts';
import { furnitureWords, sceneWords } from '$lib/view/scene-words.ts';
import type { PageServerLoad } from './$types';

/** The interactive map draws from coordinates; the paths are already in the drawing. */
function withoutPaths(scene: Scene): SceneState {
  const { frame, bounds, counties, context } = scene;
  return {
    frame,
    bounds,
    counties: counties.map(({ path: _path, ...rest }) => rest),
    context: context.map(({ path: _path, ...rest }) => rest),
  };
}

/** The home page: one selection, told in words and drawn as a map. */
export const load: PageServerLoad = ({ url, locals }) => {
  const model = locals.model;
  const say = sentences[locals.lang];
  const { data, geometry } = model.site;
  const { programme } = data;
  const { view, problems } = parseView(url.searchParams, knownValues(model));
  const { theme, show, sort, isDescending } = view;
  const at = view.at ?? model.today();
  const knowledge = model.knowledge(view.knownAt);
  const selection = model.selection({ theme, at, show, sort, isDescending }, view.knownAt);
  const isChosen = ({ division }: { division: { code: string } }) => division.code === view.county;
  const chosen =
    view.county === null
      ? null
      : (selection.rows.find(isChosen) ?? countyStandings(knowledge, at).find(isChosen) ?? null);
  const prefecture = data.divisions.find(({ code }) => code === programme.prefecture);
  if (!prefecture) throw new Error(`divisions.csv lacks the prefecture ${programme.prefecture}`);
  const home = homeView(
    {
      knowledge,
      prefecture,
      view,
      today: model.today(),
      selection,
      chosen,
      onMap: new Set(geometry.counties.features.map(({ properties }) => properties.code)),
      problems: [...locals.problems, ...problems],
    },
    say,
  );
  const furniture = furnitureWords(config().mapApprovalNumber, say);
  const scene = buildScene({
    geometry,
    selection,
    selectedCode: view.county,
    words: sceneWords(programme, theme, say),
    hrefOf: (county) => homeHref(view, { county }),
    furniture: (frame) => furnitureBoxes(frame, furniture),
  });
  const svg = renderMap(scene, {
    title: home.map.title,
    description: home.map.sentence,
    ...furniture,
  });
  const places = placesView(knowledge, view, at, model.version, say);
  const { basemap } = config();
  return {
    home,
    svg,
    scene: { ...withoutPaths(scene), ...(places && { places: places.scene }) },
    ...(places && { placesNote: places.note }),
    version: model.version,
    baseMapKey: basemap.kind === 'tianditu' ? basemap.key : null,
    timeQuery: timeQuery(view),
  };
};
