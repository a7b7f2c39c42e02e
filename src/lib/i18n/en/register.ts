/** The registers of townships and villages, and the page of one township. */
import type { DivisionKind } from '../../domain/division.ts';
import type { RegisterLevel } from '../../domain/register-unit.ts';
import type { RegisterFacts, RegisterWords } from '../zh-CN/register.ts';
import { unit, units } from './card.ts';
import { count, date } from './format.ts';

export const words: RegisterWords = {
  filter: 'Find and filter',
  search: 'Name, pinyin or code',
  searchHint: 'Pinyin in full or by initials; of a code the first digits will do.',
  county: 'County',
  status: 'Status',
  batch: 'Batch',
  any: 'All',
  submit: 'Find',
  clear: 'Clear',
  sortHint: 'Choose a column name to sort',
  columns: {
    name: 'Name',
    code: 'Code',
    county: 'Part of',
    status: 'Status',
    date: 'Date',
    batch: 'Batch',
    source: 'Source',
  },
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  sources: 'Documents',
  documentNumber: 'Document number',
  standing: 'Where it stands',
  history: 'Record',
  villages: 'Villages',
  seeAlso: 'See also',
};

export const titles: Readonly<Record<RegisterLevel, string>> = {
  township: 'Register of townships',
  village: 'Register of villages',
};

/** What the register lists, and what not. */
export const intros: Readonly<Record<RegisterLevel, string>> = {
  township:
    'Every town and township that can become a municipal forest township. Subdistricts and units of statistics do not count and are not listed.',
  village:
    'Every village that can become a municipal forest village. Urban communities do not count and are not listed.',
};

/** As of 23 November 2026, of 90 townships: 50 named, 40 not reported. */
export function counts({ level, at, total, parts }: RegisterFacts): string {
  const told = parts.map(({ state, count: number }) => `${count(number)} ${state}`);
  if (told.length === 0) return `As of ${date(at)}: ${units(level, total)}.`;
  return `As of ${date(at)}, of ${units(level, total)}: ${told.join(', ')}.`;
}

/** `low` may be above the named, by a statement. */
export function bounds(named: number, low: number, high: number): string {
  const unnamed = low > named ? ` (${count(low - named)} of them without a name)` : '';
  return high > low
    ? `The target card counts with these: ${count(low)} sure${unnamed}, at most ${count(high)}.`
    : `The target card counts with these: ${count(low)}${unnamed}.`;
}

/** 12 of 90, on this page 1 to 12 */
export function shown(facts: {
  readonly shown: number;
  readonly total: number;
  readonly from: number;
  readonly to: number;
}): string {
  const found =
    facts.shown === facts.total
      ? `${count(facts.total)} in all`
      : `${count(facts.shown)} found of ${count(facts.total)}`;
  const isWhole = facts.shown === facts.to - facts.from + 1;
  return isWhole ? found : `${found}; this page has ${count(facts.from)} to ${count(facts.to)}`;
}

/** No township answers to this. */
export function nothing(level: RegisterLevel): string {
  return `There is no ${unit(level, 1)} like that.`;
}

/** Page 2 of 32 */
export function pageOf(page: number, pages: number): string {
  return `Page ${count(page)} of ${count(pages)}`;
}

/** Page 2, of a link that shows only the number. */
export function pageName(page: number): string {
  return `Page ${count(page)}`;
}

export const underReview: string = 'a submission is under review';

const kinds: Partial<Readonly<Record<DivisionKind, string>>> = {
  镇: 'town',
  乡: 'township',
  街道: 'subdistrict',
  统计单位: 'unit of statistics',
};

/** Sanhe City · town · code 131082100 */
export function place(county: string, kind: DivisionKind, code: string): string {
  return [county, kinds[kind], `code ${code}`].filter(Boolean).join(' · ');
}

/** Of a 街道 or a unit of statistics: why it has no status. */
export function outside(kind: DivisionKind): string {
  const told = kinds[kind] ?? 'unit of another kind';
  return `A ${told} is neither a town nor a township: it is outside the number of those that can become municipal forest townships.`;
}

/** Sanhe City: where it stands */
export function pageOfPlace(place: string): string {
  return `${place}: where it stands`;
}

/** Register of townships: Sanhe City */
export function registerOf(level: RegisterLevel, place: string): string {
  return `${titles[level]}: ${place}`;
}
