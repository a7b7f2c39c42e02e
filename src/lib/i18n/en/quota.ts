/** The city's quotas, in English. */
import type { PartialDate } from '../../domain/date.ts';
import type { QuotaWords, SumTemplates } from '../zh-CN/quota.ts';
import { count, date, list } from './format.ts';

export const words: QuotaWords = {
  title: 'Quotas',
  intro:
    'Gives each county its part of the targets of the prefecture. Another person approves it; then it is public, and the map colours the counties by how much of their quota they have reached.',
  stepCounts: 'Quotas of the counties',
  county: 'County',
  eligible: 'Eligible',
  counted: 'Named',
  present: 'Present quota',
  suggestion: 'Suggestion',
  quota: 'New quota',
  countsHint:
    'Leave what does not change. An empty field keeps the present quota; 0 asks the county for none.',
  suggest: 'Suggest in proportion',
  suggestHint:
    'The suggestion is in proportion to the eligible units, rounded by largest remainder, and sums to the target.',
  recount: 'Add up',
  total: 'Total',
  notSet: 'none set',
  date: 'With effect from',
  history: 'Quotas set before',
  noHistory: 'No quota has been set yet.',
  since: 'In force',
  document: 'The document',
  parts: 'Quotas',
  effect: 'Quotas',
  nothing: 'Every quota is the same as the present one: there is nothing to report.',
};

export const sumTemplates: SumTemplates = {
  short: 'Sum {sum}, {required} required, {gap} short',
  over: 'Sum {sum}, {required} required, {gap} too many',
  equal: 'Sum {sum}, as required',
};

export function trackTitle(track: string, required: number): string {
  return `${track}: ${count(required)} required in all`;
}

export function fieldName(county: string, track: string): string {
  return `${county}: new quota, ${track}`;
}

export function countOf(number: number): string {
  return count(number);
}

export function countsOf(
  counties: readonly { readonly name: string; readonly count: number | null }[],
) {
  return list(
    counties.map(
      ({ name, count: number }) => `${name} ${number === null ? words.notSet : count(number)}`,
    ),
  );
}

export function headline(place: string, effective: PartialDate | null): string {
  return effective === null
    ? `${place}: ${words.title}`
    : `${place}: ${words.title}, from ${date(effective)}`;
}

export function since(effective: PartialDate): string {
  return `from ${date(effective)}`;
}

export function recorded(day: PartialDate): string {
  return `recorded on ${date(day)}`;
}

export function sumChange(track: string, before: string, after: string): string {
  return before === after ? `${track}: ${after}` : `${track}: ${before} → ${after}`;
}

export function asOf(day: PartialDate): string {
  return `as of ${date(day)}`;
}
