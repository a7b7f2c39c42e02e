/** The method page: the rules in plain words. Numbers and names come from the programme, not from here. */
import type { Day } from '../../domain/date.ts';
import type { MethodWords } from '../zh-CN/method.ts';
import { count, date, list, percent } from './format.ts';

export const words: MethodWords = {
  title: 'Rules and sources',
  intro:
    'This page says where each number on the map comes from and how it is worked out. Rules and names are taken from the programme file, records from the status file; with the same files and rules anybody can work it out again.',
  targets: 'Targets',
  target: 'Target',
  wording: 'In the words of the source',
  requiredNow: 'Required',
  deadline: 'Deadline',
  settings: 'Settings',
  yes: 'yes',
  no: 'no',
  rules: 'How it is worked out',
  formula: 'Formula',
  outcomes: 'Words for the outcome',
  outcomeOrder: 'Tried in this order; the first that fits holds.',
  tracks: 'Tracks and stages',
  counts: 'counts',
  exit: 'exit',
  questions: 'Open questions',
  context: 'Context figures',
  sources: 'Documents',
  documentNumber: 'Document number',
  api: 'Data interface',
  apiIntro:
    'These addresses can be read by anybody, without an account; they take the same parameters as the pages.',
  address: 'Address',
  content: 'Content',
  parameter: 'Parameter',
  citation: 'How to cite',
  contents: 'On this page',
};

export const rules: readonly { readonly term: string; readonly text: string }[] = [
  {
    term: 'Record',
    text: 'Each entry says that a place reached a stage with effect from a date, and which document says so. Entries are only added, never edited; a mistake is taken back by a new entry that says why. How things stood on any day follows from the entries up to that day.',
  },
  {
    term: 'Incomplete date',
    text: 'Where only the year or the month is known, it happened on some day in it: before it begins it does not hold, after it ends it does, in between it may.',
  },
  {
    term: 'Inferred',
    text: 'What follows from a document without being said in it is recorded with the reason; it is possible, never sure.',
  },
  {
    term: 'Not reported',
    text: 'After the day up to which a place has reported, it is not reported: neither zero nor failed. While it is not sure, it counts as possible.',
  },
  {
    term: 'Statement',
    text: 'A number that a document gives without names is kept as a statement. One about a stage that counts can raise the lower bound; what cannot be named is shown apart.',
  },
  {
    term: 'Kept apart',
    text: 'Counted, under review, on the road and stated without names are shown apart and never added up.',
  },
];

export const formula = [
  'named = units that surely stand at a counting stage on the day',
  'lower bound = the larger of named and a statement about a counting stage',
  'upper bound = named + units that may count (inferred, incomplete date, reports end before the day), at least the lower bound',
  'required = a share: units × numerator ÷ denominator, rounded up; a number: that number',
  'short by = required − lower bound, never below zero',
  'expected = base + (required − base) × (day − start) ÷ (deadline − start)',
  'ratio = (count − base) ÷ (expected − base)',
];

/** What the thresholds of the programme mean. */
export function thresholds(onTrack: number, accelerate: number): string {
  return `A ratio of at least ${percent(onTrack)} is “on track”, of at least ${percent(accelerate)} “needs to speed up”, below that “behind”. Where the lower and the upper bound earn different words it is “undetermined”.`;
}

/** Period: 1 January 2020 to 31 December 2025, base 0 */
export function period(start: Day, deadline: Day, base: number): string {
  return `The period runs from ${date(start)} to ${date(deadline)}, the base is ${count(base)}.`;
}

/** Whether the titles of other tracks count toward a target. */
export function alsoCounts(target: string, tracks: readonly string[]): string {
  return tracks.length === 0
    ? `Do titles of other tracks count toward “${target}”? No.`
    : `Do titles of other tracks count toward “${target}”? Yes: ${list(tracks)}.`;
}

/** 4 counties (of 10) */
export function requiredOf(required: string, denominator: number): string {
  return `${required} (of ${count(denominator)})`;
}

export const endpoints: readonly { readonly path: string; readonly text: string }[] = [
  {
    path: '/api/v1/status.json',
    text: 'All records: sources, events, statements, reporting, quotas, positions; can be imported as they are',
  },
  { path: '/api/v1/progress.json', text: 'The results for every target' },
  {
    path: '/api/v1/progress/{id}.json',
    text: 'How one target is worked out: inputs, sources, rule version, steps, result',
  },
  {
    path: '/api/v1/counties.geojson',
    text: 'Boundaries and how each county stands (RFC 7946, CRS84); also .csv, .xlsx, .shp.zip',
  },
  {
    path: '/api/v1/townships.csv',
    text: 'The register of townships, by the query of its page, all pages of it; also .xlsx, .geojson, .shp.zip',
  },
  {
    path: '/api/v1/villages.csv',
    text: 'The register of villages, by the query of its page, all pages of it; also .xlsx, .geojson, .shp.zip',
  },
  { path: '/api/v1/divisions.csv', text: 'Names and codes of divisions and what they count for' },
  { path: '/map.svg', text: 'The map as a picture' },
];

export const parameters: readonly { readonly name: string; readonly text: string }[] = [
  { name: 'at', text: 'a day, as 2024-06-30; left out: today' },
  { name: 'known-at', text: 'as recorded up to the end of that day' },
  { name: 'theme', text: 'national, provincial, both, townships or villages' },
  { name: 'county', text: 'the code of a county' },
  { name: 'show', text: 'classes of the legend, separated by commas' },
  { name: 'sort', text: 'the column to sort by, with a minus sign downwards' },
  { name: 'lang', text: 'zh-CN or en' },
];

/** How to cite what is shown. */
export function citation(site: string, version: string, today: Day, url: string | null): string {
  return `${site}. Data version ${version}, retrieved ${date(today)}${url === null ? '.' : `, ${url}`}`;
}

/** Rule version 1. */
export function ruleVersion(version: string): string {
  return `Rule version ${version}.`;
}
