import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../domain/date.ts';
import { themes, type Theme } from '../domain/theme.ts';
import { sortKeys } from '../domain/sort.ts';
import {
  defaultView,
  parseView,
  viewQuery,
  type KnownValues,
  type ViewState,
} from './url-state.ts';

const classIds: Readonly<Record<Theme, readonly string[]>> = {
  national: ['titled', 'applied', 'none', 'left', 'unknown'],
  provincial: ['titled', 'applied', 'none', 'left', 'unknown'],
  both: ['two-titles', 'one-road', 'none', 'left', 'unknown'],
  townships: ['share-2', 'share-1', 'none', 'unknown'],
  villages: ['share-2', 'share-1', 'none', 'unknown'],
};
const counties = ['131002', '131028', '131082'];
const known: KnownValues = {
  counties: new Set(counties),
  classIds: (theme) => new Set(classIds[theme]),
  today: '2026-08-01',
  languages: new Set(['zh-CN', 'en']),
};
const parse = (query: string) => parseView(new URLSearchParams(query), known);

const views: fc.Arbitrary<ViewState> = fc.constantFrom(...themes).chain((theme) => {
  const days = fc.integer({ min: 0, max: 4000 }).map((back) => addDays(known.today, -back));
  return fc.record({
    theme: fc.constant(theme),
    at: fc.option(days),
    knownAt: fc.option(days),
    county: fc.option(fc.constantFrom(...counties)),
    show: fc.subarray([...classIds[theme], 'unreported']),
    sort: fc.constantFrom(...sortKeys),
    isDescending: fc.boolean(),
  });
});

describe('the address of a view', () => {
  it('reads back to the same view, without a problem', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(parse(viewQuery(view))).toEqual({ view, problems: [] });
      }),
    );
  });

  it('never fails to be read, and what is read has an address that gives it back', () => {
    const parameter = fc.constantFrom('theme', 'at', 'known-at', 'county', 'show', 'sort', 'x');
    fc.assert(
      fc.property(fc.array(fc.tuple(parameter, fc.string())), (pairs) => {
        const { view } = parseView(new URLSearchParams(pairs), known);
        expect(parse(viewQuery(view))).toEqual({ view, problems: [] });
      }),
    );
  });

  it('is empty for the default view', () => {
    expect(viewQuery(defaultView)).toBe('');
    expect(parse('')).toEqual({ view: defaultView, problems: [] });
  });

  it('has one spelling: fixed order, defaults left out, readable commas', () => {
    const { view } = parse('sort=-name&show=unreported,titled&county=131082&at=2020-12-31');
    expect(viewQuery(view)).toBe('?at=2020-12-31&county=131082&show=titled,unreported&sort=-name');
  });

  it('drops the filter when the theme changes, and keeps it otherwise', () => {
    const { view } = parse('show=titled');
    expect(viewQuery(view, { theme: 'villages' })).toBe('?theme=villages');
    expect(viewQuery(view, { theme: 'national', county: '131002' })).toBe(
      '?county=131002&show=titled',
    );
    expect(viewQuery(view, { theme: 'villages', show: ['share-1'] })).toBe(
      '?theme=villages&show=share-1',
    );
  });
});

describe('a value that means nothing', () => {
  it.each([
    ['theme=forests', 'theme', 'forests', 'unknown-theme'],
    ['county=131071', 'county', '131071', 'unknown-county'],
    ['at=2020', 'at', '2020', 'bad-date'],
    ['at=2021-02-29', 'at', '2021-02-29', 'bad-date'],
    ['known-at=yesterday', 'known-at', 'yesterday', 'bad-date'],
    ['at=2026-08-02', 'at', '2026-08-02', 'future-date'],
    ['show=share-1', 'show', 'share-1', 'unknown-class'],
    ['sort=-area', 'sort', '-area', 'unknown-sort'],
    ['lang=fr', 'lang', 'fr', 'unknown-language'],
  ])('%s is told and the default shown', (query, parameter, value, kind) => {
    expect(parse(query)).toEqual({ view: defaultView, problems: [{ parameter, value, kind }] });
  });

  it('several unknown classes are one problem, and the known ones stand', () => {
    const { view, problems } = parse('show=nonsense,applied,other');
    expect(view.show).toEqual(['applied']);
    expect(problems).toEqual([
      { parameter: 'show', value: 'nonsense,other', kind: 'unknown-class' },
    ]);
  });

  it('given twice is told, and the first one stands', () => {
    const { view, problems } = parse('theme=villages&theme=townships&theme=both');
    expect(view.theme).toBe('villages');
    expect(problems).toEqual([{ parameter: 'theme', value: 'townships, both', kind: 'repeated' }]);
  });

  it('does not take what is good in the filter with it', () => {
    const { view, problems } = parse('show=titled,nonsense,unreported');
    expect(view.show).toEqual(['titled', 'unreported']);
    expect(problems.map(({ value }) => value)).toEqual(['nonsense']);
  });

  it('left empty, as an empty form field sends it, is no problem', () => {
    expect(parse('at=&known-at=&show=&lang=en')).toEqual({ view: defaultView, problems: [] });
  });
});
