import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../domain/date.ts';
import { registerSortKeys } from '../domain/register-sort.ts';
import { unitStates } from '../domain/register-unit.ts';
import {
  defaultRegister,
  longestSearch,
  parseRegister,
  registerQuery,
  type KnownRegisterValues,
  type RegisterState,
} from './register-state.ts';

const counties = ['131002', '131082'];
const batches = ['2020年度', '第一批 & 增补'];
const known: KnownRegisterValues = {
  counties: new Set(counties),
  classIds: () => new Set(),
  today: '2026-08-01',
  languages: new Set(['zh-CN', 'en']),
  batches: new Set(batches),
};
const parse = (query: string) => parseRegister(new URLSearchParams(query), known);

const day = fc.integer({ min: 0, max: 4000 }).map((back) => addDays(known.today, -back));
const states: fc.Arbitrary<RegisterState> = fc.record({
  at: fc.option(day),
  knownAt: fc.option(day),
  search: fc
    .string({ unit: 'grapheme', maxLength: 10 })
    .map((text) => text.toWellFormed().trim().replaceAll(/\s+/g, ' '))
    .filter((text) => text.length <= longestSearch),
  county: fc.option(fc.constantFrom(...counties)),
  state: fc.option(fc.constantFrom(...unitStates)),
  batch: fc.option(fc.constantFrom(...batches)),
  sort: fc.constantFrom(...registerSortKeys),
  isDescending: fc.boolean(),
  page: fc.integer({ min: 1, max: 99_999 }),
});

describe('the address of a register', () => {
  it('reads back to the same register, without a problem', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(parse(registerQuery(state, { page: state.page }))).toEqual({ state, problems: [] });
      }),
    );
  });

  it('never fails to be read, and what is read has an address that gives it back', () => {
    const names = ['q', 'county', 'status', 'batch', 'sort', 'page', 'at', 'known-at', 'x'];
    const pair = fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const { state } = parseRegister(new URLSearchParams(pairs), known);
        expect(parse(registerQuery(state, { page: state.page }))).toEqual({ state, problems: [] });
      }),
    );
  });

  it('is empty for the whole register', () => {
    expect(registerQuery(defaultRegister)).toBe('');
    expect(parse('')).toEqual({ state: defaultRegister, problems: [] });
  });

  it('has one spelling: fixed order, defaults left out', () => {
    const { state } = parse(
      'page=2&sort=-date&status=counted&q=%20yj%20&county=131082&at=2024-12-31&batch=',
    );
    expect(registerQuery(state, { page: state.page })).toBe(
      '?at=2024-12-31&q=yj&county=131082&status=counted&sort=-date&page=2',
    );
  });

  it('begins at the first page when anything else is changed', () => {
    const { state } = parse('page=7&sort=name');
    expect(registerQuery(state, { county: '131002' })).toBe('?county=131002&sort=name');
  });
});

describe('a value that means nothing', () => {
  const long = 'y'.repeat(longestSearch + 1);
  it.each([
    ['county=131071', 'county', '131071', 'unknown-county'],
    ['at=2020', 'at', '2020', 'bad-date'],
    ['known-at=2026-08-02', 'known-at', '2026-08-02', 'future-date'],
    ['status=named', 'status', 'named', 'unknown-status'],
    ['batch=1999', 'batch', '1999', 'unknown-batch'],
    ['sort=-national', 'sort', '-national', 'unknown-sort'],
    ['page=0', 'page', '0', 'unknown-page'],
    ['page=01', 'page', '01', 'unknown-page'],
    ['page=-1', 'page', '-1', 'unknown-page'],
    ['page=1000000', 'page', '1000000', 'unknown-page'],
    [`q=${long}`, 'q', long, 'search-too-long'],
    ['lang=fr', 'lang', 'fr', 'unknown-language'],
  ])('%s is told and the default shown', (query, parameter, value, kind) => {
    expect(parse(query)).toEqual({
      state: defaultRegister,
      problems: [{ parameter, value, kind }],
    });
  });

  it('given twice is told, and the first one stands', () => {
    const { state, problems } = parse('status=left&status=none');
    expect(state.state).toBe('left');
    expect(problems).toEqual([{ parameter: 'status', value: 'none', kind: 'repeated' }]);
  });

  it('of a view of the map is nothing to a register', () => {
    expect(parse('theme=nonsense&show=x').problems).toEqual([]);
  });

  it('left empty, as an empty form field sends it, is no problem', () => {
    expect(parse('q=&county=&status=&batch=&sort=&page=&at=')).toEqual({
      state: defaultRegister,
      problems: [],
    });
  });
});
