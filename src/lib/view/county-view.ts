/** Everything the page of one county shows, in the reader's language. */
import type { Day } from '../domain/date.ts';
import type { Division } from '../domain/division.ts';
import { isKnownBy } from '../domain/fold.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { CountyStanding } from '../domain/standing.ts';
import type { Status } from '../domain/status.ts';
import type { Sentences } from '../i18n/sentences.ts';
import type { CountyWords } from '../i18n/zh-CN/county.ts';
import type { CountyCollection } from '../map/geometry.ts';
import { defaultView, type QueryProblem, type ViewState } from '../map/url-state.ts';
import { countyUnits, type CountyUnitsView } from './county-units.ts';
import { dateControl, type DateControlView } from './date-control.ts';
import { unitHistory, type HistoryItemView } from './history.ts';
import { countyHref, homeHref, timeQuery, type LinkView } from './link.ts';
import { neighboursOf } from './neighbours.ts';
import { placeName, type NameView } from './place-name.ts';
import { sourceView, type SourceView } from './source-list.ts';
import { describeCounty } from './standing-words.ts';
import { trackRoad, type RoadView } from './track-road.ts';

export interface CountyView {
  readonly words: CountyWords;
  readonly name: NameView;
  readonly place: string;
  readonly asOf: string;
  readonly sentence: string;
  readonly roads: readonly RoadView[];
  readonly history: readonly HistoryItemView[];
  readonly units: CountyUnitsView;
  readonly neighbours: readonly LinkView[];
  /** The documents that the page cites. */
  readonly sources: readonly SourceView[];
  /** Those beside them that say only up to when the county has reported. */
  readonly reports: readonly SourceView[];
  readonly date: DateControlView;
  readonly isOnMap: boolean;
  readonly mapHref: string;
  readonly timeQuery: string;
  readonly notices: readonly string[];
}

export interface CountyFacts {
  readonly knowledge: Knowledge;
  readonly status: Status;
  readonly counties: CountyCollection;
  readonly prefecture: Division;
  readonly standing: CountyStanding;
  readonly view: ViewState;
  readonly today: Day;
  readonly problems: readonly QueryProblem[];
}

export function countyView(facts: CountyFacts, say: Sentences): CountyView {
  const { knowledge, status, counties, prefecture, standing, view, today } = facts;
  const { programme, divisions } = knowledge;
  const { division } = standing;
  const at = view.at ?? today;
  const units = countyUnits(knowledge, division.code, at, view, say);
  const history = unitHistory(knowledge, status.events, division.code, at, say);
  const cited = new Set(
    [...history, ...units.townshipRecords, ...units.villageRecords].map(({ sourceId }) => sourceId),
  );
  const isCited = (id: string) => cited.has(id);
  const isReport = (id: string) =>
    status.reporting.some(
      (report) =>
        report.source === id &&
        report.division === division.code &&
        isKnownBy(report.recordedAt, knowledge.knownAt),
    );
  const documents = (isWanted: (id: string) => boolean) =>
    status.sources.filter(({ id }) => isWanted(id)).map((source) => sourceView(source, say));
  const tracks = [standing.national, standing.provincial].filter(({ track }) =>
    division.countedFor.includes(track),
  );
  const path = `/county/${division.code}`;
  return {
    words: say.county.words,
    name: placeName(division, say.language),
    place: say.county.place(placeName(prefecture, say.language).text, division.kind, division.code),
    asOf: say.county.asOf(at),
    sentence: describeCounty(programme, standing, say),
    roads: tracks.map((track) => trackRoad(knowledge, division.code, track, at, say)),
    history,
    units,
    neighbours: neighboursOf(counties, division.code).flatMap((code) => {
      const neighbour = divisions.get(code);
      return neighbour
        ? [
            {
              label: placeName(neighbour, say.language).text,
              href: countyHref(code, view),
              isCurrent: false,
            },
          ]
        : [];
    }),
    sources: documents(isCited),
    reports: documents((id) => !isCited(id) && isReport(id)),
    date: dateControl(programme, view, today, say, {
      action: path,
      hrefOf: (overrides) => `${path}${timeQuery({ ...view, ...overrides })}`,
    }),
    isOnMap: counties.features.some(({ properties }) => properties.code === division.code),
    mapHref: homeHref(
      { ...defaultView, at: view.at, knownAt: view.knownAt },
      { county: division.code },
    ),
    timeQuery: timeQuery(view),
    notices: facts.problems.map(say.problem.problemLine),
  };
}
