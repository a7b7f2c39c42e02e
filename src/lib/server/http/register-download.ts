/** The register of townships or villages to take away: the query of its page, all pages of it. */
import type { RequestEvent } from '@sveltejs/kit';
import type { RegisterSelection } from '../../domain/register.ts';
import type { RegisterLevel } from '../../domain/register-unit.ts';
import { isExportFormat } from '../../export/format.ts';
import { earliestDay, noteLines } from '../../export/notes.ts';
import { datum } from '../../export/position-columns.ts';
import { registerSources, registerTable } from '../../export/register-table.ts';
import { tableGeojson } from '../../export/table-geojson.ts';
import { sentences } from '../../i18n/sentences.ts';
import type { Language } from '../../i18n/language.ts';
import { parseRegister, type RegisterState } from '../../map/register-state.ts';
import type { ReadModel } from '../read-model.ts';
import { knownRegisterValues, registerSelection } from '../register.ts';
import { downloadName } from './download-name.ts';
import { answerUnless } from './machine-answer.ts';
import { mapNotes } from './map-notes.ts';
import { provenanceOf } from './provenance-of.ts';
import { registerFileName } from './register-file-name.ts';
import { takeAway, type TakenAway } from './take-away.ts';

const layers = { township: 'townships', village: 'villages' } as const;

/** To be exported from `+server.ts` as `GET`. */
export function registerGet(level: RegisterLevel) {
  return ({ url, params, locals }: RequestEvent): Response => {
    const { model, lang } = locals;
    const format = params['format'] ?? '';
    const known = knownRegisterValues(model, level, true);
    const { state, problems } = parseRegister(url.searchParams, known);
    return answerUnless(problems, model, lang, () => {
      // The matcher of the route lets nothing else in.
      if (!isExportFormat(format)) throw new RangeError(`There is no format "${format}".`);
      return takeAway(format, takenRegister(level, state, model, lang));
    });
  };
}

export function takenRegister(
  level: RegisterLevel,
  state: RegisterState,
  model: ReadModel,
  lang: Language,
): TakenAway {
  const say = sentences[lang];
  const { programme } = model.site.data;
  const selection = registerSelection(model, level, state);
  const { units, total, query } = selection;
  const knowledge = model.knowledge(state.knownAt);
  const provenance = provenanceOf({ model, view: state, at: query.at, lang });
  const stateNames = say.county.unitStates;
  const map = mapNotes(programme, lang);
  const dataUpTo = earliestDay(units.map(({ reportedTo }) => reportedTo));
  const file = { provenance, dataUpTo, map };
  const table = registerTable({ level, units, knowledge, file, stateNames, lang });
  const placed = table.rows.filter(({ geometry }) => geometry !== null).length;
  const title = say.register.titles[level];
  const layer = layers[level];
  const filter = filterWords(selection, model, lang);
  const counts = { shown: units.length, total };
  return {
    table,
    notes: noteLines(
      {
        ...{ title, ...file, filter, placed },
        count: counts,
        sources: registerSources(knowledge, units),
      },
      lang,
    ),
    sheet: say.download.registerSheet,
    layer,
    saveAs: downloadName({
      ...registerFileName({ title, layer, query, divisions: knowledge.divisions, stateNames }),
      provenance,
    }),
    geojson: () =>
      tableGeojson(table, {
        ...{ title, ...provenance, dataUpTo, ...counts, placed, filter, datum, ...map },
      }),
    today: model.today(),
    lang,
  };
}

/** What the filter asks for, as the page names it. */
function filterWords(
  { query }: RegisterSelection,
  { site }: ReadModel,
  lang: Language,
): readonly string[] {
  const { words } = sentences[lang].register;
  const { search, county, state, batch } = query;
  const division = site.data.divisions.find(({ code }) => code === county);
  const pairs: readonly (readonly [string, string | undefined])[] = [
    [words.search, search || undefined],
    [words.county, division?.name],
    [words.status, state === null ? undefined : sentences[lang].county.unitStates[state]],
    [words.batch, batch ?? undefined],
  ];
  return pairs.flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`]));
}
