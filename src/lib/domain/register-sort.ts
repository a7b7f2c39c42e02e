/** The orders a register can be put in. */
import type { Knowledge } from './knowledge.ts';
import { compareText } from './order.ts';
import { unitStates, type RegisterUnit } from './register-unit.ts';

export const registerSortKeys = ['code', 'name', 'county', 'status', 'date'] as const;
export type RegisterSortKey = (typeof registerSortKeys)[number];

/** Names in the order of Chinese dictionaries, by pinyin. */
const byPinyin = new Intl.Collator('zh-CN');

/**
 * The units in the order asked for; equal ones stay in the order of codes. One without a date comes
 * last in either direction: it is neither early nor late.
 */
export function sortUnits(
  knowledge: Knowledge,
  units: readonly RegisterUnit[],
  key: RegisterSortKey,
  isDescending: boolean,
): readonly RegisterUnit[] {
  const sign = isDescending ? -1 : 1;
  const byCode = (a: RegisterUnit, b: RegisterUnit) =>
    compareText(a.division.code, b.division.code);
  const compare = comparison(knowledge, key);
  return [...units].sort((a, b) => {
    if (key !== 'date') return sign * compare(a, b) || byCode(a, b);
    const undated = Number(a.effectiveEnd === null) - Number(b.effectiveEnd === null);
    return undated || sign * compare(a, b) || byCode(a, b);
  });
}

type Compare = (a: RegisterUnit, b: RegisterUnit) => number;

function comparison(knowledge: Knowledge, key: RegisterSortKey): Compare {
  switch (key) {
    case 'code':
      return (a, b) => compareText(a.division.code, b.division.code);
    case 'name':
      return byName(knowledge, ({ division }) => division.name);
    case 'county':
      return byName(knowledge, ({ county }) => county?.name ?? '');
    case 'status':
      return (a, b) => unitStates.indexOf(a.state) - unitStates.indexOf(b.state);
    case 'date':
      return (a, b) => compareText(a.effectiveEnd ?? '', b.effectiveEnd ?? '');
  }
}

/**
 * The place of every name among all. Comparing by pinyin is slow (10 ms for the villages of a
 * prefecture), and names are the same on every day: they are put in order once.
 */
const ranksOf = new WeakMap<Knowledge, ReadonlyMap<string, number>>();

function nameRanks(knowledge: Knowledge): ReadonlyMap<string, number> {
  const kept = ranksOf.get(knowledge);
  if (kept) return kept;
  const names = new Set([...knowledge.divisions.values()].map(({ name }) => name));
  const ranks = new Map([...names].sort(byPinyin.compare).map((name, rank) => [name, rank]));
  ranksOf.set(knowledge, ranks);
  return ranks;
}

function byName(knowledge: Knowledge, nameOf: (unit: RegisterUnit) => string): Compare {
  const ranks = nameRanks(knowledge);
  const rank = (unit: RegisterUnit) => ranks.get(nameOf(unit)) ?? 0;
  return (a, b) => rank(a) - rank(b);
}
