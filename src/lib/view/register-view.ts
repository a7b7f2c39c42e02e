/** Everything the register of townships or villages shows, in the reader's language. */
import { isValidOn, type Division } from '../domain/division.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { Day } from '../domain/date.ts';
import { statesThatOccur, type RegisterSelection } from '../domain/register.ts';
import { unitStates, type UnitState } from '../domain/register-unit.ts';
import type { Sentences } from '../i18n/sentences.ts';
import type { RegisterWords } from '../i18n/zh-CN/register.ts';
import { longestSearch, type RegisterState } from '../map/register-state.ts';
import { defaultView, type QueryProblem } from '../map/url-state.ts';
import { dateControl, type DateControlView } from './date-control.ts';
import type { DownloadsView } from './download-links.ts';
import { timeQuery } from './link.ts';
import { placeName } from './place-name.ts';
import { registerDownloads } from './register-downloads.ts';
import { registerHref, registerPaths } from './register-link.ts';
import { pagesOf, registerPager, rowsPerPage, type PagerView } from './register-pager.ts';
import {
  registerRow,
  sortableColumns,
  sourcesOf,
  type RegisterTableView,
} from './register-table.ts';
import type { SourceView } from './source-list.ts';

export interface ChoiceView {
  readonly value: string;
  readonly label: string;
  readonly isChosen: boolean;
}

export interface RegisterFilterView {
  readonly action: string;
  readonly search: string;
  readonly longestSearch: number;
  readonly counties: readonly ChoiceView[];
  readonly states: readonly ChoiceView[];
  readonly batches: readonly ChoiceView[];
  /** The rest of the address, for the form to keep. */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  /** The register without the filter; `null`: none is set. */
  readonly clearHref: string | null;
}

export interface StateLinkView {
  readonly state: UnitState;
  readonly label: string;
  /** Among what the rest of the filter leaves. */
  readonly count: string;
  /** Filters by the state; of the one that is filtered by, back to all. */
  readonly href: string;
  readonly isCurrent: boolean;
}

export interface RegisterView {
  readonly words: RegisterWords;
  readonly title: string;
  readonly intro: string;
  /** How many there are, by state, and what the target's card makes of it. */
  readonly counts: string;
  readonly bounds: string | null;
  readonly states: readonly StateLinkView[];
  readonly filter: RegisterFilterView;
  readonly table: RegisterTableView;
  readonly caption: readonly string[];
  readonly nothing: string | null;
  readonly pager: PagerView | null;
  readonly sources: readonly SourceView[];
  /** `null`: nothing was found. */
  readonly downloads: DownloadsView | null;
  readonly date: DateControlView;
  readonly timeQuery: string;
  readonly notices: readonly string[];
}

export interface RegisterViewFacts {
  readonly knowledge: Knowledge;
  readonly selection: RegisterSelection;
  readonly state: RegisterState;
  readonly batches: readonly string[];
  readonly today: Day;
  readonly problems: readonly QueryProblem[];
}

export function registerView(facts: RegisterViewFacts, say: Sentences): RegisterView {
  const { knowledge, selection, today } = facts;
  const { query, units, total, bounds } = selection;
  const { level, at } = query;
  const pages = pagesOf(units.length);
  const isThere = facts.state.page <= pages;
  const state = isThere ? facts.state : { ...facts.state, page: 1 };
  const missing: QueryProblem = {
    parameter: 'page',
    value: String(facts.state.page),
    kind: 'unknown-page',
  };
  const first = (state.page - 1) * rowsPerPage;
  const rows = units.slice(first, first + rowsPerPage);
  const hrefOf = (overrides: Partial<RegisterState>) => registerHref(level, state, overrides);
  const place = { shown: units.length, total, from: first + 1, to: first + rows.length };
  return {
    words: say.register.words,
    title: say.register.titles[level],
    intro: say.register.intros[level],
    counts: say.register.counts({ level, at, total, parts: partsOf(selection, say) }),
    bounds: bounds && say.register.bounds(selection.counts.counted, bounds.low, bounds.high),
    states: statesThatOccur(selection).map((each) => ({
      state: each,
      label: say.county.unitStates[each],
      count: say.legend.classCount(selection.found[each]),
      href: hrefOf({ state: state.state === each ? null : each }),
      isCurrent: state.state === each,
    })),
    filter: filterView(facts, state, say),
    table: {
      columns: sortableColumns(state, hrefOf, say),
      rows: rows.map((unit) => registerRow(unit, knowledge, state, say)),
    },
    caption: [say.format.date(at), say.register.shown(place)],
    nothing: units.length === 0 ? say.register.nothing(level) : null,
    pager: registerPager(state.page, pages, (page) => hrefOf({ page }), say),
    sources: sourcesOf(rows, knowledge, say),
    downloads: units.length === 0 ? null : registerDownloads(level, state, units, knowledge, say),
    date: dateControl(
      knowledge.programme,
      { ...defaultView, at: state.at, knownAt: state.knownAt },
      today,
      say,
      {
        action: registerPaths[level],
        hrefOf: ({ at: otherAt = state.at, knownAt = state.knownAt }) =>
          hrefOf({ at: otherAt, knownAt }),
      },
    ),
    timeQuery: timeQuery(state),
    notices: [...facts.problems, ...(isThere ? [] : [missing])].map(say.problem.problemLine),
  };
}

function partsOf(selection: RegisterSelection, say: Sentences) {
  return statesThatOccur(selection).map((state) => ({
    state: say.county.unitStates[state],
    count: selection.counts[state],
  }));
}

function filterView(
  { knowledge, selection, batches }: RegisterViewFacts,
  state: RegisterState,
  say: Sentences,
): RegisterFilterView {
  const { level, at } = selection.query;
  const open = { search: '', county: null, state: null, batch: null };
  const counties = [...knowledge.divisions.values()].filter(
    (division: Division) => division.level === 'county' && isValidOn(division, at),
  );
  const isFiltered =
    state.search !== '' || state.county !== null || state.state !== null || state.batch !== null;
  const rest = registerHref(level, state, open).split('?')[1] ?? '';
  return {
    action: registerPaths[level],
    search: state.search,
    longestSearch,
    counties: counties.map((county) => ({
      value: county.code,
      label: placeName(county, say.language).text,
      isChosen: county.code === state.county,
    })),
    states: unitStates.map((each) => ({
      value: each,
      label: say.county.unitStates[each],
      isChosen: each === state.state,
    })),
    batches: batches.map((batch) => ({
      value: batch,
      label: batch,
      isChosen: batch === state.batch,
    })),
    kept: [...new URLSearchParams(rest)].map(([name, value]) => ({ name, value })),
    clearHref: isFiltered ? registerHref(level, state, open) : null,
  };
}
