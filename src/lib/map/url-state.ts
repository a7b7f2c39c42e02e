/**
 * The URL is the state (DESIGN §6): what one view shows, read from the query and written back.
 * Reading never throws: a value that means nothing becomes a problem to tell and the default.
 */
import { isDay, type Day } from '../domain/date.ts';
import type { DivisionCode } from '../domain/division.ts';
import { themes, type Theme, unreported } from '../domain/theme.ts';
import { sortKeys, type SortKey } from '../domain/sort.ts';
import { queryReader, type Read as ReadAs } from './query-reader.ts';

export interface ViewState {
  readonly theme: Theme;
  /** The day shown; `null`: today, whatever day that is when the link is opened. */
  readonly at: Day | null;
  /** As known at the end of this day; `null`: all that is recorded. */
  readonly knownAt: Day | null;
  readonly county: DivisionCode | null;
  /** Class ids the filter shows, in the legend's order, `unreported` last; empty shows all. */
  readonly show: readonly string[];
  readonly sort: SortKey;
  readonly isDescending: boolean;
}

export type QueryProblemKind =
  | 'unknown-theme'
  | 'unknown-county'
  | 'bad-date'
  | 'future-date'
  | 'unknown-class'
  | 'unknown-sort'
  | 'unknown-language'
  | 'unknown-status'
  | 'unknown-batch'
  | 'unknown-page'
  | 'search-too-long'
  | 'repeated';

/** A value of the query that could not be followed, for one line on the page or a 400. */
export interface QueryProblem {
  readonly parameter: string;
  readonly value: string;
  readonly kind: QueryProblemKind;
}

/** What the values are checked against. `languages` left out: `lang` is not looked at. */
export interface KnownValues {
  readonly counties: ReadonlySet<DivisionCode>;
  /** Ids of a theme's classes, in the order of its legend. */
  readonly classIds: (theme: Theme) => ReadonlySet<string>;
  readonly today: Day;
  readonly languages?: ReadonlySet<string> | undefined;
}

export const defaultView: ViewState = {
  theme: 'national',
  at: null,
  knownAt: null,
  county: null,
  show: [],
  sort: 'code',
  isDescending: false,
};

type Read<T> = ReadAs<T, QueryProblemKind>;

/** The view a query asks for. Names it does not know are ignored, empty values are left out ones. */
export function parseView(
  params: URLSearchParams,
  known: KnownValues,
): { readonly view: ViewState; readonly problems: readonly QueryProblem[] } {
  const { problems, read } = queryReader<QueryProblemKind>(params);
  const day = (text: string): Read<Day | null> => readDay(text, known.today);
  const theme = read('theme', defaultView.theme, readTheme);
  const at = read('at', defaultView.at, day);
  const knownAt = read('known-at', defaultView.knownAt, day);
  const county = read<DivisionCode | null>('county', defaultView.county, (text) =>
    known.counties.has(text) ? { value: text } : { problem: 'unknown-county' },
  );
  const asked = read('show', '', (text) => ({ value: text }))
    .split(',')
    .filter(Boolean);
  const classIds = [...known.classIds(theme), unreported];
  // One problem for all of them: a long list must not become a long page.
  const unknown = asked.filter((id) => !classIds.includes(id));
  if (unknown.length > 0) {
    problems.push({ parameter: 'show', value: unknown.join(','), kind: 'unknown-class' });
  }
  const order = read('sort', defaultView, readSort);
  if (known.languages) {
    const { languages } = known;
    read('lang', '', (text) =>
      languages.has(text) ? { value: text } : { problem: 'unknown-language' },
    );
  }
  const show = classIds.filter((id) => asked.includes(id));
  const { sort, isDescending } = order;
  return { view: { theme, at, knownAt, county, show, sort, isDescending }, problems };
}

/**
 * The query of a view with some of it changed, beginning with `?`, or empty for the default view.
 * Defaults are left out and the order is fixed, so one view has one address. A change of theme
 * drops a filter by the classes of the old one.
 */
export function viewQuery(view: ViewState, overrides: Partial<ViewState> = {}): string {
  const isOtherTheme = overrides.theme !== undefined && overrides.theme !== view.theme;
  const next = { ...view, ...(isOtherTheme ? { show: [] } : {}), ...overrides };
  const isDefaultOrder = next.sort === defaultView.sort && !next.isDescending;
  const pairs: readonly (readonly [string, string | null])[] = [
    ['theme', next.theme === defaultView.theme ? null : next.theme],
    ['at', next.at],
    ['known-at', next.knownAt],
    ['county', next.county],
    // Ids are letters, digits and hyphens: the commas between them may stay readable.
    ['show', next.show.map(encodeURIComponent).join(',') || null],
    ['sort', isDefaultOrder ? null : `${next.isDescending ? '-' : ''}${next.sort}`],
  ];
  const query = pairs.flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`]));
  return query.length === 0 ? '' : `?${query.join('&')}`;
}

function readTheme(text: string): Read<Theme> {
  const theme = themes.find((candidate) => candidate === text);
  return theme ? { value: theme } : { problem: 'unknown-theme' };
}

function readDay(text: string, today: Day): Read<Day | null> {
  if (!isDay(text)) return { problem: 'bad-date' };
  return text > today ? { problem: 'future-date' } : { value: text };
}

function readSort(text: string): Read<Pick<ViewState, 'sort' | 'isDescending'>> {
  const isDescending = text.startsWith('-');
  const name = isDescending ? text.slice(1) : text;
  const sort = sortKeys.find((candidate) => candidate === name);
  return sort ? { value: { sort, isDescending } } : { problem: 'unknown-sort' };
}
