import { countyCode, levels, type Division } from '$lib/domain/division.ts';
import { divisionsCsv } from '$lib/export/divisions-csv.ts';
import { machineFallback, machineGet } from '$lib/server/http/machine-route.ts';
import { problemResponse } from '$lib/server/http/problem.ts';
import { mapNotes } from '$lib/server/http/map-notes.ts';
import { provenanceOf } from '$lib/server/http/provenance-of.ts';

/**
 * The divisions of the view: all, or those of `?level=`; of the counties that `?show=` shows and
 * only of `?county=` where they are given.
 */
export const GET = machineGet((request, { url }) => {
  const { model, view, at, lang } = request;
  const { id, name, demonstration } = model.site.data.programme;
  const asked = url.searchParams.getAll('level').filter(Boolean);
  const level = levels.find((candidate) => candidate === asked[0]);
  if (asked.length > 1 || (asked.length === 1 && !level)) {
    const kind = asked.length > 1 ? 'repeated' : 'unknown-level';
    return problemResponse({ kind, parameter: 'level', value: asked.join(', ') }, lang);
  }
  const body = divisionsCsv({
    knowledge: model.knowledge(view.knownAt),
    at,
    isWanted: wanted(),
    levels: level ? [level] : levels,
    provenance: provenanceOf(request),
    map: mapNotes(model.site.data.programme, lang),
    lang,
  });
  return {
    type: 'text/csv; charset=utf-8',
    body,
    saveAs: {
      full: `${[name[lang], level, at, demonstration && '演示数据'].filter(Boolean).join('-')}.csv`,
      ascii: `${[id, level, at, demonstration && 'demonstration'].filter(Boolean).join('-')}.csv`,
    },
  };

  function wanted(): (division: Division) => boolean {
    // Without a filter the theme has no say: the development zone is in no county's share, and in the lists.
    if (view.show.length === 0) {
      return ({ code }) => view.county === null || countyCode(code) === view.county;
    }
    const { rows } = model.selection(
      { theme: view.theme, at, show: view.show, sort: 'code', isDescending: false },
      view.knownAt,
    );
    const counties = new Set(
      rows
        .filter(
          ({ division, isShown }) => isShown && (view.county ?? division.code) === division.code,
        )
        .map(({ division }) => division.code),
    );
    return ({ code }) => counties.has(countyCode(code));
  }
});

export const fallback = machineFallback;
