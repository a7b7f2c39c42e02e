/**
 * The URL is the state, of a register: what it shows, read from the query and written back. As
 * `url-state` does it, reading never throws: what means nothing is a problem to tell and the default.
 */
import type { DivisionCode } from '../domain/division.ts';
import { registerSortKeys, type RegisterSortKey } from '../domain/register-sort.ts';
import { unitStates, type UnitState } from '../domain/register-unit.ts';
import type { Day } from '../domain/date.ts';
import { queryReader, type Read } from './query-reader.ts';
import {
  parseView,
  type KnownValues,
  type QueryProblem,
  type QueryProblemKind,
} from './url-state.ts';

export interface RegisterState {
  /** `null`: today, whatever day that is when the link is opened. */
  readonly at: Day | null;
  /** As known at the end of this day; `null`: all that is recorded. */
  readonly knownAt: Day | null;
  /** Part of a name, pinyin, or the beginning of a code. */
  readonly search: string;
  readonly county: DivisionCode | null;
  readonly state: UnitState | null;
  readonly batch: string | null;
  readonly sort: RegisterSortKey;
  readonly isDescending: boolean;
  /** From 1. Whether there are so many only the selection knows. */
  readonly page: number;
}

export interface KnownRegisterValues extends KnownValues {
  readonly batches: ReadonlySet<string>;
}

export const defaultRegister: RegisterState = {
  at: null,
  knownAt: null,
  search: '',
  county: null,
  state: null,
  batch: null,
  sort: 'code',
  isDescending: false,
  page: 1,
};

/** Characters a search may have: no place has so long a name, and matching takes its length. */
export const longestSearch = 50;

/** What a register has in common with every other view, and is read as there. */
const common: ReadonlySet<string> = new Set(['at', 'known-at', 'county', 'lang']);

/** The register a query asks for. Names it does not know are ignored, empty values are left out ones. */
export function parseRegister(
  params: URLSearchParams,
  known: KnownRegisterValues,
): { readonly state: RegisterState; readonly problems: readonly QueryProblem[] } {
  const shared = new URLSearchParams([...params].filter(([name]) => common.has(name)));
  const { view, problems } = parseView(shared, known);
  const own = queryReader<QueryProblemKind>(params);
  const state: RegisterState = {
    at: view.at,
    knownAt: view.knownAt,
    search: own.read('q', defaultRegister.search, readSearch),
    county: view.county,
    state: own.read('status', defaultRegister.state, readState),
    batch: own.read<string | null>('batch', defaultRegister.batch, (text) =>
      known.batches.has(text) ? { value: text } : { problem: 'unknown-batch' },
    ),
    ...own.read('sort', orderOf(defaultRegister), readOrder),
    page: own.read('page', defaultRegister.page, readPage),
  };
  return { state, problems: [...problems, ...own.problems] };
}

/**
 * The query of a register with some of it changed, beginning with `?`, or empty for the default one.
 * Defaults are left out and the order is fixed, so one view has one address. Whatever else is
 * changed, it begins at the first page again.
 */
export function registerQuery(
  state: RegisterState,
  overrides: Partial<RegisterState> = {},
): string {
  const next = { ...state, page: defaultRegister.page, ...overrides };
  const isDefaultOrder = next.sort === defaultRegister.sort && !next.isDescending;
  const pairs: readonly (readonly [string, string | null])[] = [
    ['at', next.at],
    ['known-at', next.knownAt],
    ['q', next.search || null],
    ['county', next.county],
    ['status', next.state],
    ['batch', next.batch],
    ['sort', isDefaultOrder ? null : `${next.isDescending ? '-' : ''}${next.sort}`],
    ['page', next.page === defaultRegister.page ? null : String(next.page)],
  ];
  const query = pairs.flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return query.length === 0 ? '' : `?${query.join('&')}`;
}

type ReadOwn<T> = Read<T, QueryProblemKind>;
type Order = Pick<RegisterState, 'sort' | 'isDescending'>;

function readSearch(text: string): ReadOwn<string> {
  const search = text.toWellFormed().trim().replaceAll(/\s+/g, ' ');
  return search.length > longestSearch ? { problem: 'search-too-long' } : { value: search };
}

function readState(text: string): ReadOwn<UnitState | null> {
  const state = unitStates.find((candidate) => candidate === text);
  return state ? { value: state } : { problem: 'unknown-status' };
}

function readOrder(text: string): ReadOwn<Order> {
  const isDescending = text.startsWith('-');
  const name = isDescending ? text.slice(1) : text;
  const sort = registerSortKeys.find((candidate) => candidate === name);
  return sort ? { value: { sort, isDescending } } : { problem: 'unknown-sort' };
}

/** One spelling a page: no sign, no zero in front. */
function readPage(text: string): ReadOwn<number> {
  return /^[1-9]\d{0,4}$/.test(text) ? { value: Number(text) } : { problem: 'unknown-page' };
}

function orderOf({ sort, isDescending }: Order): Order {
  return { sort, isDescending };
}
