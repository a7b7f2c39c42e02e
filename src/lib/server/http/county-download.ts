/** The counties of the home page to take away: its theme, filter, county and day. */
import { unreported } from '../../domain/theme.ts';
import { countiesGeojson } from '../../export/counties-geojson.ts';
import { countySources, countyTable } from '../../export/county-table.ts';
import { earliestDay, noteLines } from '../../export/notes.ts';
import { sentences } from '../../i18n/sentences.ts';
import { downloadName } from './download-name.ts';
import type { MachineRequest } from './machine-answer.ts';
import { mapNotes } from './map-notes.ts';
import { provenanceOf } from './provenance-of.ts';
import type { TakenAway } from './take-away.ts';

export function takenCounties(request: MachineRequest): TakenAway {
  const { model, view, at, lang } = request;
  const { theme, show, sort, isDescending, county } = view;
  const say = sentences[lang];
  const { data, geometry } = model.site;
  const { programme } = data;
  const { counties } = geometry;
  const selection = model.selection({ theme, at, show, sort, isDescending }, view.knownAt);
  const rows = selection.rows.filter(
    ({ division, isShown }) => isShown && (county === null || division.code === county),
  );
  const knowledge = model.knowledge(view.knownAt);
  const provenance = provenanceOf(request);
  const map = mapNotes(programme, lang);
  const title = say.legend.themeTitle(theme, selection.measure);
  const names = new Map(
    selection.classes.map((each) => {
      const phase = programme.phases.find(({ id }) => id === each.id)?.name[lang] ?? null;
      return [each.id, say.legend.className(each, phase)];
    }),
  );
  const className = (id: string) =>
    id === unreported ? say.county.unitStates.unreported : (names.get(id) ?? id);
  const dataUpTo = earliestDay(rows.map(({ reportedTo }) => reportedTo));
  const file = { provenance, dataUpTo, map };
  const table = countyTable({
    ...{ rows, counties, knowledge, file, lang },
    className: ({ classId }) => className(classId),
  });
  return {
    table,
    notes: noteLines(
      {
        ...{ title, ...file },
        count: { shown: rows.length, total: selection.rows.length },
        filter: show.map((id) => `${say.download.legend} ${className(id)}`),
        sources: countySources(knowledge, rows),
        placed: table.rows.filter((row) => row.geometry !== null).length,
      },
      lang,
    ),
    sheet: say.download.countySheet,
    layer: 'counties',
    saveAs: downloadName({
      full: [title, ...(county === null ? [] : [rows[0]?.division.name ?? county])],
      ascii: ['counties', theme, ...(county === null ? [] : [county])],
      provenance,
    }),
    geojson: () =>
      countiesGeojson({
        selection,
        ...{ counties, county, title, provenance, notes: map, lang },
      }),
    today: model.today(),
    lang,
  };
}
