/** Everything the page of one township shows, in the reader's language. */
import type { Day } from '../domain/date.ts';
import { countyCode, type Division } from '../domain/division.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import { countStates } from '../domain/register.ts';
import { unitStates, type RegisterUnit } from '../domain/register-unit.ts';
import type { StatusEvent } from '../domain/status.ts';
import { trackStanding } from '../domain/standing.ts';
import type { Sentences } from '../i18n/sentences.ts';
import type { CountyWords } from '../i18n/zh-CN/county.ts';
import type { RegisterWords } from '../i18n/zh-CN/register.ts';
import { defaultRegister } from '../map/register-state.ts';
import { defaultView, type QueryProblem, type ViewState } from '../map/url-state.ts';
import { dateControl, type DateControlView } from './date-control.ts';
import type { DownloadsView } from './download-links.ts';
import { unitHistory, type HistoryItemView } from './history.ts';
import { countyHref, timeQuery, type LinkView } from './link.ts';
import { placeName, type NameView } from './place-name.ts';
import { registerDownloads } from './register-downloads.ts';
import { filteredHref } from './register-link.ts';
import {
  plainColumns,
  registerRow,
  sourcesOf,
  type RegisterRowView,
  type RegisterTableView,
} from './register-table.ts';
import { sourceView, type SourceView } from './source-list.ts';
import { standingFacts } from './standing-words.ts';

export interface TownshipView {
  readonly words: RegisterWords;
  readonly historyWords: CountyWords;
  readonly name: NameView;
  readonly place: string;
  readonly asOf: string;
  /** How it stands, in a sentence; of one outside the register, that it is. */
  readonly sentence: string;
  /** Its own row of the register; `null`: it is outside. */
  readonly own: RegisterRowView | null;
  readonly history: readonly HistoryItemView[];
  readonly villageCounts: string;
  readonly villages: RegisterTableView;
  /** Of its villages; `null`: there is none to take away. */
  readonly downloads: DownloadsView | null;
  readonly sources: readonly SourceView[];
  readonly links: readonly LinkView[];
  readonly date: DateControlView;
  readonly timeQuery: string;
  readonly notices: readonly string[];
}

export interface TownshipFacts {
  readonly knowledge: Knowledge;
  readonly events: readonly StatusEvent[];
  readonly township: Division;
  /** The township in the register; `undefined`: it is outside. */
  readonly unit: RegisterUnit | undefined;
  readonly villages: readonly RegisterUnit[];
  readonly view: Pick<ViewState, 'at' | 'knownAt'>;
  readonly today: Day;
  readonly problems: readonly QueryProblem[];
}

export function townshipView(facts: TownshipFacts, say: Sentences): TownshipView {
  const { knowledge, township, unit, villages, view, today } = facts;
  const at = view.at ?? today;
  const { code } = township;
  const history = unitHistory(knowledge, facts.events, code, at, say);
  const path = `/township/${code}`;
  return {
    words: say.register.words,
    historyWords: say.county.words,
    name: placeName(township, say.language),
    place: say.register.place(countyNameOf(facts, say), township.kind, code),
    asOf: say.county.asOf(at),
    sentence: unit
      ? say.standing.trackPhrase(
          standingFacts(knowledge.programme, trackStanding(knowledge, 'township', code, at), say),
        )
      : say.register.outside(township.kind),
    own: unit ? registerRow(unit, knowledge, view, say) : null,
    history,
    villageCounts: say.county.unitCounts('village', villages.length, partsOf(villages, say)),
    villages: {
      columns: plainColumns(say),
      rows: villages.map((village) => registerRow(village, knowledge, view, say)),
    },
    downloads: downloadsOf(facts, say),
    sources: citedSources(facts, history, say),
    links: linksOf(facts, say),
    date: dateControl(knowledge.programme, { ...defaultView, ...view }, today, say, {
      action: path,
      hrefOf: (overrides) => `${path}${timeQuery({ ...view, ...overrides })}`,
    }),
    timeQuery: timeQuery(view),
    notices: facts.problems.map(say.problem.problemLine),
  };
}

function countyNameOf({ knowledge, township }: TownshipFacts, { language }: Sentences): string {
  const county = knowledge.divisions.get(countyCode(township.code));
  return county ? placeName(county, language).text : '';
}

/** Its villages are those of the register whose codes begin with its own. */
function downloadsOf(
  { knowledge, township, villages, view }: TownshipFacts,
  say: Sentences,
): DownloadsView | null {
  if (villages.length === 0) return null;
  const { at, knownAt } = view;
  const state = { ...defaultRegister, at, knownAt, search: township.code };
  return registerDownloads('village', state, villages, knowledge, say);
}

function partsOf(units: readonly RegisterUnit[], say: Sentences) {
  const counts = countStates(units);
  return unitStates
    .filter((state) => counts[state] > 0)
    .map((state) => ({ state: say.county.unitStates[state], count: counts[state] }));
}

/** Those of the history, records taken back among them, and those of the villages. */
function citedSources(
  { knowledge, villages }: TownshipFacts,
  history: readonly HistoryItemView[],
  say: Sentences,
): readonly SourceView[] {
  const own = new Set(history.map(({ sourceId }) => sourceId));
  const ofVillages = new Set(sourcesOf(villages, knowledge, say).map(({ id }) => id));
  return [...knowledge.sources.values()]
    .filter(({ id }) => own.has(id) || ofVillages.has(id))
    .map((source) => sourceView(source, say));
}

function linksOf(facts: TownshipFacts, say: Sentences): readonly LinkView[] {
  const { township, villages, view } = facts;
  const county = countyCode(township.code);
  const countyName = countyNameOf(facts, say);
  const { pageOfPlace, registerOf } = say.register;
  const link = (label: string, href: string): LinkView => ({ label, href, isCurrent: false });
  return [
    link(pageOfPlace(countyName), countyHref(county, view)),
    link(registerOf('township', countyName), filteredHref('township', view, { county })),
    ...(villages.length > 0
      ? [
          link(
            registerOf('village', placeName(township, say.language).text),
            filteredHref('village', view, { search: township.code }),
          ),
        ]
      : []),
  ];
}
