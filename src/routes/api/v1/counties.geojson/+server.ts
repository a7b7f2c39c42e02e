import { countiesGeojson } from '$lib/export/counties-geojson.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import { machineFallback, machineGet } from '$lib/server/http/machine-route.ts';
import { mapNotes } from '$lib/server/http/map-notes.ts';
import { provenanceOf } from '$lib/server/http/provenance-of.ts';

/** The counties the view shows: those of `?show=`, and only `?county=` where it is given. */
export const GET = machineGet((request) => {
  const { model, view, at, lang } = request;
  const selection = model.selection(
    { theme: view.theme, at, show: view.show, sort: 'code', isDescending: false },
    view.knownAt,
  );
  const collection = countiesGeojson({
    selection,
    counties: model.site.geometry.counties,
    county: view.county,
    title: sentences[lang].legend.themeTitles[view.theme],
    provenance: provenanceOf(request),
    notes: mapNotes(model.site.data.programme, lang),
    lang,
  });
  return { type: 'application/geo+json; charset=utf-8', body: JSON.stringify(collection) };
});

export const fallback = machineFallback;
