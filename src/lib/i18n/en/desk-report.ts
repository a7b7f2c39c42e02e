/** The report in English. */
import type { Day } from '../../domain/date.ts';
import type { Level } from '../../domain/division.ts';
import type { ProposalFaultCode } from '../../domain/submission.ts';
import type { ReportWords } from '../zh-CN/desk-report.ts';
import { count, date } from './format.ts';

export const words: ReportWords = {
  title: 'Report a change',
  stepWhat: 'What happened',
  stepDocument: 'The document',
  stepFiles: 'Files',
  track: 'Title',
  stage: 'Stage reached',
  present: 'present stage',
  usualNext: 'usual next step',
  needsFile: 'needs a file',
  units: 'Which units',
  unitsHint: 'Choose several if one document names them.',
  findUnit: 'Type a name to find it',
  noMatch: 'No unit has this name.',
  batch: 'Batch',
  batchHint: 'For example: third batch',
  date: 'With effect from',
  dateHint: 'The year alone will do; month and day may stay empty.',
  year: 'Year',
  month: 'Month',
  day: 'Day',
  documentHint: 'A title needs its document. For other stages please name one where there is one.',
  documentTitle: 'Title of the document',
  documentNumber: 'Document number',
  publisher: 'Issuing body',
  documentDate: 'Date of the document',
  location: 'Link',
  locationHint: 'Where the document is published.',
  files: 'Files',
  filesHint: 'PDF, JPEG or PNG, several if needed; up to 20 MB each and 60 MB at a time.',
  chooseFiles: 'Choose files',
  noFileChosen: 'none chosen yet',
  attached: 'Attached',
  removeFile: 'Remove',
  note: 'A word to the reviewer',
  noteHint: 'Never published.',
  kind: 'What to do',
  kindCorrection: 'Correct: the record is wrong, what is written below is right',
  kindRetraction: 'Retract: the record is wrong, and nothing takes its place',
  reason: 'Why it is wrong',
  record: 'The record',
  submit: 'Submit',
  saveDraft: 'Save as a draft',
  preview: 'See the effect',
  cancel: 'Back to the desk',
  effect: 'What approval would change',
  fixFirst: 'Not submitted yet. Please put this right first:',
  draftKept: 'It is kept as a draft with its files: you need not choose them again.',
  signedOut: 'You have been signed out; nothing was saved yet.',
  signedOutHow:
    'All you typed is on this page. Sign in in a new window, then come back here and press “Submit” again.',
  signIn: 'Sign in in a new window',
  filesNotKept: 'A browser does not send chosen files a second time; please choose them again:',
  duty: 'Please first do in a new window what the office asks of you (such as a new password), then come back here and press “Submit” again.',
  dutyLink: 'Do it in a new window',
  fileEmpty: 'the file is empty',
  fileTooLarge: 'the file is larger than 20 MB',
  fileWrongType: 'not a PDF, JPEG or PNG file (by its content, whatever its name says)',
  fileTooMany: 'too many files: a report takes ten at most',
  fileNotKept: 'not kept, please choose it again',
  clash: 'Somebody else changed this report at the same time',
  clashHow:
    'Neither side was overwritten. The table marks what differs: choose line by line, or edit in the form below, then submit again.',
  clashField: 'Item',
  clashYours: 'Yours',
  clashSeen: 'When you opened it',
  clashTheirs: 'Now',
  clashDiffers: 'differs',
  takeYours: 'Use mine',
  takeTheirs: 'Use what is there now',
  empty: '(empty)',
  clashGone:
    'This report can no longer be edited. What you typed is in the table, to be copied into a new one.',
  yes: 'Yes',
  no: 'No',
};

/** Up to 23 November 2026 nothing else has changed here */
export function nothingElse(day: Day): string {
  return `Up to ${date(day)} nothing else has changed here for this title (the reporting date moves to that day)`;
}

export function titleOf(division: string): string {
  return `${division}: report a change`;
}

const unitsOf: Readonly<Record<Level, string>> = {
  prefecture: 'prefectures',
  county: 'counties',
  township: 'townships',
  village: 'villages',
};

export function chooseUnits(level: Level): string {
  return `Which ${unitsOf[level]}`;
}

export function unitGroup(name: string, total: number): string {
  return `${name} (${count(total)})`;
}

export function theirs(name: string, moment: string): string {
  return `Now (${name}, ${moment})`;
}

export function fileFault(name: string, why: string): string {
  return `${name}: ${why}.`;
}

export function size(bytes: number): string {
  if (bytes < 1024) return `${count(bytes)} B`;
  if (bytes < 1024 * 1024) return `${count(Math.ceil(bytes / 1024))} kB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

const requiredAt: Readonly<Record<string, string>> = {
  track: 'Please choose the title.',
  stage: 'Please choose the stage reached.',
  units: 'Please choose at least one unit.',
  effective: 'Please give the date, the year at least.',
  reason: 'Please say why the record is wrong.',
  retracts: 'Please choose the wrong record on the desk.',
  title: 'Please give the title of the document.',
  publisher: 'Please give the issuing body.',
};

/** Why a position cannot be drawn. */
function geometryProblem(problem: string | undefined): string {
  switch (problem) {
    case 'not-degrees':
      return 'These are no degrees: longitude lies within ±180, latitude within ±90.';
    case 'too-precise':
      return 'The coordinates have more than 7 decimals; please round them.';
    case 'too-many-positions':
      return 'The boundary has too many positions; please simplify it to 5000 at most.';
    case 'crossing':
      return 'The boundary crosses itself; please mend it.';
    case 'parts':
      return 'Parts of the boundary overlap, or a hole lies outside its ring; please mend it.';
    case 'ring-open':
      return 'The boundary is not closed; please mend it.';
    case 'ring-winding':
      return 'The boundary runs the wrong way: outer rings counter-clockwise, holes clockwise.';
    default:
      return 'The position is no valid point or boundary.';
  }
}

const faults: Readonly<
  Record<ProposalFaultCode, (values: Readonly<Record<string, string>>, field: string) => string>
> = {
  required: (_, field) => requiredAt[field] ?? 'Please fill this in.',
  'too-long': ({ limit }) => `The text is too long: at most ${limit ?? '2000'} characters.`,
  'not-a-date': () =>
    'This is no date: write the year with four digits, as 2025, and give the month with a day.',
  future: ({ today }) =>
    today
      ? `The date must not be later than today (${date(today)}).`
      : 'The date must not be later than today.',
  'before-existence': () => 'The unit did not exist on this date.',
  'unknown-division': () => 'There is no such unit; please choose again.',
  'other-county': () => 'This unit belongs to another county.',
  'unknown-track': () => 'There is no such title; please choose again.',
  'not-counted': () => 'This unit cannot hold this title.',
  'unknown-stage': () => 'This title has no such stage; please choose again.',
  'unknown-event': () => 'The record to be corrected was not found; it may have been dealt with.',
  'already-retracted': () => 'This record has already been taken back.',
  'not-this-unit': () => 'The record to be corrected is of another unit or title.',
  'same-as-now': () => 'This is what is on record already.',
  'changed-since': () =>
    'It has been changed since and can no longer be undone: remove it from the list.',
  twice: () => 'The same change of the same unit is given twice.',
  'document-required': () =>
    'A title needs its document: please give the title and the issuing body.',
  'file-required': () => 'A title needs its document as a file: please choose a PDF or a picture.',
  'earlier-than-before': ({ date: before }) =>
    before
      ? `The reporting date must not be earlier than before (${date(before)}).`
      : 'The reporting date must not be earlier than before.',
  'under-review': () =>
    'A change for this title is under review; confirm nothing new once it is settled.',
  'city-only': () => 'Quotas are set by the city, not by a county.',
  'wrong-level': () => 'This unit is of another level; please choose again.',
  'track-without-quota': () => 'Only forest townships and forest villages have quotas.',
  'not-a-count': () => 'Please give a whole number, without sign, decimals or words.',
  'above-eligible': ({ eligible }) =>
    eligible
      ? `This is more than there are units to choose from (${eligible}).`
      : 'This is more than there are units to choose from.',
  'invalid-geometry': ({ problem }) => geometryProblem(problem),
  'far-away': ({ axes }) =>
    axes === 'swapped'
      ? 'Longitude and latitude are swapped; longitude comes first.'
      : 'The position lies far outside the prefecture; please check coordinates and datum.',
  nothing: () =>
    'Nothing is reported. Where nothing is new, use “Nothing new up to today” on the desk.',
};

export function fault(
  code: ProposalFaultCode,
  values: Readonly<Record<string, string>>,
  field: string,
): string {
  return faults[code](values, field);
}
