/** One submission, its effect, the inbox and the reporting page, in English. */
import type { Day, PartialDate } from '../../domain/date.ts';
import type { Level } from '../../domain/division.ts';
import type { Certainty } from '../../domain/standing.ts';
import type { ReviewWords } from '../zh-CN/desk-review.ts';
import { units } from './card.ts';
import { count, date } from './format.ts';

export const words: ReviewWords = {
  submission: 'Report',
  says: 'What it says',
  document: 'The document',
  noDocument: 'No document is named.',
  documentTitle: 'Title',
  documentNumber: 'Document number',
  publisher: 'Issuing body',
  documentDate: 'Date of the document',
  location: 'Link',
  files: 'Files',
  noFiles: 'No file is attached.',
  download: 'Download',
  steps: 'How it went',
  note: 'A word to the reviewer',
  stage: 'Stage',
  track: 'Title',
  units: 'Units',
  date: 'With effect from',
  batch: 'Batch',
  corrects: 'Corrects the record',
  retracts: 'Retracts the record',
  reason: 'Why',
  state: 'State',
  effect: 'What approval would change',
  effectNow: 'worked out from what is on record now',
  before: 'Now',
  after: 'After approval',
  targets: 'What it does to the targets',
  reportingMoves: 'Reported up to',
  noEffect: 'It changes neither the map nor the targets.',
  approve: 'Approve',
  approveHint:
    'It is public at once and cannot be edited; a mistake is corrected by another report.',
  check: 'Pass it on to the city',
  sendBack: 'Return',
  sendBackReason: 'Why it is returned',
  sendBackHint: 'The author will see it.',
  reasonRequired: 'Please say why, so that the author knows what to change.',
  reasonTooLong: 'The reason is too long: at most 2000 characters.',
  withdraw: 'Withdraw the report',
  discard: 'Give this report up',
  toEffect: 'See what approval would change',
  toDesk: 'Back to the desk',
  toInbox: 'Back to what is to review',
  publicPage: 'See the public page',
  notEditable:
    'This report holds changes of several kinds and cannot be edited in the form. Withdraw it and report them one by one.',
  goOn: 'Go on writing',
  ownSubmission: 'You wrote this report yourself: another person must approve it.',
  ownSubmissionCheck: 'You wrote this report yourself: another person must check it.',
  effectChanged:
    'Things have changed: above is the effect worked out again from the latest records. Please look before you approve.',
  changedMeanwhile:
    'The report changed while you looked at it. This is how it stands now; please look again.',
  noLongerValid: 'The records have changed and it cannot be approved as it is; please return it: ',
  wrongState: 'The state of the report has changed; what you asked for was not done.',
  importedNotice: 'The draft is made. Add its document and file, then submit it.',
  savedNotice: 'Saved as a draft; not submitted yet.',
  submittedNotice: 'Submitted.',
  approvedNotice: 'Approved; the map is up to date.',
  returnedNotice: 'Returned, with the reason.',
  checkedNotice: 'Passed on to the city.',
  withdrawnNotice: 'Withdrawn.',
  repeatedNotice: 'This report was there already; no second one was made.',
  inbox: 'To review',
  inboxEmpty: 'No report is waiting for approval.',
  inboxFilter: 'Only',
  inboxAll: 'All',
  show: 'Show',
  county: 'County',
  from: 'Written by',
  reporting: 'Who has reported',
  reportingIntro: 'The reporting date of every unit and title, the longest overdue first.',
  reportedTo: 'Reported up to',
  overdue: 'In time',
  print: 'Print this page with your browser.',
};

const stepWords = {
  drafted: 'Drafted',
  saved: 'Edited',
  submitted: 'Submitted',
  checked: 'Passed on by the county head',
  returned: 'Returned',
  withdrawn: 'Withdrawn',
  approved: 'Approved',
} as const;

export function step(of: keyof typeof stepWords): string {
  return stepWords[of];
}

export function headline(
  place: string,
  track: string,
  what: string | null,
  day: PartialDate | null,
): string {
  const told = [what, day === null ? null : date(day)].filter((part) => part !== null);
  return [`${place}: ${track}`, ...told].join(', ');
}

export function undoOf(place: string, submission: string): string {
  return `${place}: report ${submission} undone`;
}

export const incomplete: string = 'not complete yet';

export function correctionOf(what: string): string {
  return `corrected to ${what}`;
}

export function retractionOf(what: string | null): string {
  return what === null ? 'the record is retracted' : `retracted: ${what}`;
}

export function someUnits(first: string, number: number, level: Level): string {
  return number === 1 ? first : `${first} and others, ${units(level, number)}`;
}

const certaintyWords: Readonly<Record<Certainty, string>> = {
  confirmed: '',
  inferred: 'inferred',
  partial: 'date incomplete',
};

export function side(
  stage: string | null,
  certainty: Certainty | null,
  isReported: boolean,
): string {
  if (stage === null) return isReported ? 'Nothing reached' : 'Not reported';
  const told = certainty === null ? '' : certaintyWords[certainty];
  return told === '' ? stage : `${stage} (${told})`;
}

export function unitChange(place: string, track: string, before: string, after: string): string {
  return before === after
    ? `${place}: ${track}: ${after} (unchanged)`
    : `${place}: ${track}: ${before} → ${after}`;
}

export function targetChange(facts: {
  readonly name: string;
  readonly level: Level;
  readonly before: { readonly low: number; readonly high: number; readonly outcome: string };
  readonly after: { readonly low: number; readonly high: number; readonly outcome: string };
  readonly required: number;
}): string {
  const { name, level, before, after, required } = facts;
  const low =
    before.low === after.low
      ? `${units(level, after.low)} (unchanged)`
      : `${count(before.low)} → ${units(level, after.low)}`;
  const high =
    before.high === after.high ? '' : `; at most ${count(before.high)} → ${count(after.high)}`;
  const outcome =
    before.outcome === after.outcome
      ? `; ${after.outcome}`
      : `; ${before.outcome} → ${after.outcome}`;
  return `${name}: ${low}, ${count(required)} required${high}${outcome}`;
}

export function reportingMove(track: string, before: Day | null, after: Day | null): string {
  const told = (day: Day | null) => (day === null ? 'never reported' : date(day));
  return `${track}: reported up to ${told(before)} → ${told(after)}`;
}

export function waitingSince(moment: string, days: number): string {
  if (days === 0) return `waiting since ${moment}`;
  return `waiting since ${moment}, ${days === 1 ? '1 day' : `${count(days)} days`}`;
}

export function overdueBy(days: number | null): string {
  if (days === null) return 'Never reported';
  if (days <= 0) return 'In time';
  return days === 1 ? '1 day overdue' : `${count(days)} days overdue`;
}

export function dueRule(days: number, at: Day): string {
  return `As of ${date(at)}; overdue is what has not moved for more than ${count(days)} days.`;
}

export function total(number: number): string {
  return number === 1 ? '1 report' : `${count(number)} reports`;
}

export function groupChange(units: string, before: string, after: string): string {
  return before === after ? `${units} ${after} (unchanged)` : `${units} ${before} → ${after}`;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

export function moment(instant: string): string {
  return clock.format(Date.parse(instant));
}
