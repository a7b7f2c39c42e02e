/** The desk in English. */
import type { Day } from '../../domain/date.ts';
import type { Awaiting, SubmissionState } from '../../domain/submission.ts';
import type { DeskWords } from '../zh-CN/desk.ts';
import { count, date } from './format.ts';

export const words: DeskWords = {
  title: 'Desk',
  chooseCounty: 'Choose a county',
  chooseCountyHint: 'Then you can look at its records and reports.',
  chooseCountyToReport: 'Then you can look at its records, and report for it.',
  otherCounty: 'Another county',
  tracks: 'Titles',
  importList: 'Import a list',
  importOfAll: 'Townships or villages of several counties in one table can be imported at once.',
  importPlaces: 'Import positions',
  reportChange: 'Report a change',
  nothingNew: 'Nothing new up to today',
  nothingNewAll: 'Nothing new up to today, for all titles',
  nothingNewHint:
    'Please confirm once a month even where nothing changed: the reporting date moves, and the audit log says so.',
  drafts: 'Drafts',
  returned: 'Returned: please correct and submit again',
  returnedToAuthor: 'Returned, with the author to correct',
  underReview: 'Under review',
  toCheck: 'Waiting for you to check',
  wrongRecord: 'This record is wrong',
  reason: 'Why it was returned',
  source: 'Source',
  inbox: 'To review',
  inboxLink: 'See what is to review',
  reporting: 'Who has reported',
  reportingLink: 'See who has reported',
  notYetUsed: 'There is no title to report on.',
  pending: 'A change is under review',
};

export const states: Readonly<Record<SubmissionState, string>> = {
  draft: 'Draft',
  submitted: 'Submitted',
  returned: 'Returned',
  withdrawn: 'Withdrawn',
  approved: 'Approved',
};

const turns: Readonly<Record<Awaiting, string>> = {
  'county-head': 'Waiting for the county head to check',
  city: 'Waiting for the city to approve',
};

export function settledTitle(most: number): string {
  return `Lately settled (the newest ${count(most)} at most)`;
}

export function state(of: SubmissionState, awaiting: Awaiting | null): string {
  return of === 'submitted' && awaiting !== null ? turns[awaiting] : states[of];
}

/** Reported up to 31 December 2020; nothing for 5 years 10 months */
export function reportedTo(day: Day | null, silence: { years: number; months: number }): string {
  if (day === null) return 'Never reported';
  const since = duration(silence.years, silence.months);
  const upTo = `Reported up to ${date(day)}`;
  return since === '' ? upTo : `${upTo}; nothing for ${since}`;
}

function duration(years: number, months: number): string {
  return [plural(years, 'year'), plural(months, 'month')].filter(Boolean).join(' ');
}

function plural(number: number, unit: string): string {
  if (number === 0) return '';
  return `${count(number)} ${unit}${number === 1 ? '' : 's'}`;
}

/** 3 of 10 townships known to be named */
export function tally(counted: number, eligible: number, level: 'township' | 'village'): string {
  return `${count(counted)} of ${plural(eligible, level) || `0 ${level}s`} known to be named`;
}

export function recordsTitle(number: number): string {
  return `On record (${count(number)})`;
}

export function deskOf(name: string): string {
  return `Desk of ${name}`;
}

export function inboxCount(number: number): string {
  if (number === 0) return 'No report is waiting for approval.';
  return number === 1
    ? '1 report is waiting for approval.'
    : `${count(number)} reports are waiting for approval.`;
}

export function overdueCount(number: number, days: number): string {
  const since = plural(days, 'day');
  if (number === 0) return `No unit has been silent for more than ${since}.`;
  return number === 1
    ? `1 unit has not reported for more than ${since}.`
    : `${count(number)} units have not reported for more than ${since}.`;
}

export function confirmed(tracks: string, day: Day): string {
  return `Confirmed: up to ${date(day)} nothing new for ${tracks}.`;
}

export function ofTrack(track: string): string {
  return ` (${track})`;
}

export function byOn(name: string, moment: string): string {
  return `${name}, ${moment}`;
}

export function returnedBecause(name: string, reason: string): string {
  return `${name}: ${reason}`;
}
