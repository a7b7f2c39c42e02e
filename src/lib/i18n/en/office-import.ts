/** The import of a ledger, in English. */
import type { PartialDate } from '../../domain/date.ts';
import type { ImportWords } from '../zh-CN/office-import.ts';
import { count, date } from './format.ts';

export const words: ImportWords = {
  title: 'Import a list',
  intro:
    'Upload the Excel list of townships or villages; it is checked row by row and becomes one report. Nothing is recorded before you confirm.',
  track: 'Title',
  chooseTrack: 'Choose a title',
  trackRequired: 'Say which title the list is about.',
  division: 'Reports for',
  divisionHint: 'For a list of several counties choose the whole city.',
  chooseDivision: 'Choose',
  divisionRequired: 'Choose whom the list reports for.',
  file: 'File of the list',
  fileHint: '.xlsx or .csv, up to 20 MB. Titles, merged cells and totals may stay as they are.',
  chooseFile: 'Choose a file',
  noFileChosen: 'None chosen',
  paste: 'Or paste the table',
  pasteHint:
    'In Excel, select the rows with their headings, copy, and paste here. Without headings, say what the columns are after pasting. A file that is chosen takes precedence.',
  pasteName: 'Pasted table',
  gridHint:
    'Put the cursor in a cell and paste what you copied from Excel, or type. The first row holds the headings.',
  gridCell: 'Row {row}, column {column}',
  gridPasted: 'Filled in {rows} rows and {columns} columns.',
  gridMore: 'Add 10 rows',
  upload: 'Upload and check',
  uploading: 'Uploading: {percent}%',
  checking: 'Checking, please wait.',
  broken: 'The upload was cut off and nothing was kept. Check the connection and upload again.',
  tooLarge: 'The file is over 20 MB. Keep only the sheets and rows that are needed.',
  empty: 'Choose the file of the list, or paste the table.',
  template: 'Download a template',
  templateHint:
    'The template lists the proper names of townships and villages to choose from. A list you already have needs no template.',
  unfinished: 'Lists not yet confirmed',
  unfinishedHint: 'Kept for 7 days.',
  toDesk: 'Back to the desk',
  checkTitle: 'Check the list',
  result: 'What was found',
  effect: 'Once confirmed and approved',
  counties: 'Titles held, county by county',
  county: 'County',
  before: 'Now',
  after: 'Once approved',
  quota: 'Quota',
  found: 'How the table was read',
  sheet: 'Sheet',
  column: 'Column',
  heading: 'Heading',
  meaning: 'Taken as',
  tell: 'Say what the columns are',
  tellNotice:
    'No headings that are known were found. Say below what each column is, then press “Read these columns”.',
  tellHint:
    'Choose what each column holds, and “Not read” for those that are not needed. It can be changed after reading.',
  tellRow: 'Row',
  tellNothing: 'Not read',
  tellSuggested: 'Guessed from the cells',
  tellFirst: 'First row to read',
  tellFirstHint: 'Number of the first row with a record, below titles and headings.',
  tellRead: 'Read these columns',
  tellUndo: 'Undo, and read by the headings',
  tellTwice: 'An earlier column was given the same. Only one column can be of each kind.',
  tellUnknown: 'There is no such kind. Choose one from the list.',
  tellNoUnit: {
    township: 'No column is a township, the name of the unit or a code yet. Choose at least one.',
    village: 'No column is a village, the name of the unit or a code yet. Choose at least one.',
  },
  tellStranger: 'That sheet or column is not in this list. Choose again from what is shown below.',
  document: 'Document',
  documentTitle: 'Title',
  documentNumber: 'Number',
  publisher: 'Issued by',
  documentNone: 'The rows do not name one and the same document. Add it in the report.',
  documentLater: 'A title needs its document with a file; add them in the report.',
  mend: 'Rows that need you',
  mendHint:
    'Choose for each row, then press “Check again”. Or download the list with its errors, mend it and upload it again.',
  leaveOut: 'Leave this row out',
  undecided: 'Decide later',
  chosen: 'Chosen',
  undo: 'Take the choice back',
  defaults: 'For all rows',
  defaultsHint: 'Used only for rows that give no date or no status.',
  defaultDate: 'Date',
  defaultStage: 'Status',
  dateWrong: 'This is no date. Give at least the year.',
  year: 'year',
  month: 'month',
  day: 'day',
  recheck: 'Check again',
  download: 'Download the list with its errors',
  rows: 'All rows',
  row: 'Row',
  written: 'As written',
  unit: 'Unit',
  outcome: 'Record',
  remark: 'Remarks',
  none: 'There are no such rows.',
  pages: 'Pages',
  previous: 'Previous page',
  next: 'Next page',
  confirmTitle: 'Confirm',
  confirm: 'Make the draft report',
  confirmHint: 'Makes one draft; add its document and submit it. The map changes only on approval.',
  nothing: 'Everything in the list is on record already; there is nothing to report.',
  nothingYet: 'No row can be imported yet. See to the rows above first.',
  unsettled: 'Some rows are not settled. Choose for each, or tick that they are left out.',
  changedMeanwhile: 'The outcome has changed; this is the newest. Look at it before you confirm.',
  choicesTaken:
    'Your choices are taken in; this is the newest outcome. Look at it before you confirm.',
  rechecked: 'Checked again.',
  unmarked:
    'The column of errors cannot be added to this file. Please mend the original by what is found below, and upload it again.',
  invalid: 'By the records as they are, no report can be made: ',
  confirmedAlready: 'This list has become a report.',
  toSubmission: 'Open the report',
  toUnderReview: 'See that report',
  again: 'Upload again',
  tooMany: 'A report holds at most 5000 changes. Split the list.',
};

export function titleOf(name: string): string {
  return `${words.checkTitle}: ${name}`;
}

export function about(track: string, division: string, moment: string): string {
  return `${track}, ${division}, uploaded ${moment}`;
}

export function rowTotal(number: number): string {
  return `${count(number)} ${number === 1 ? 'row' : 'rows'} in all`;
}

export function mendTitle(number: number): string {
  return `${words.mend} (${count(number)})`;
}

export function listTitle(verdict: string, number: number): string {
  return `${verdict} (${count(number)})`;
}

export function rowOf(number: number): string {
  return `Row ${number}`;
}

export function rowIn(sheet: string, number: number): string {
  return sheet === '' ? rowOf(number) : `${sheet}, row ${number}`;
}

export function outcomeOf(stage: string, effective: PartialDate, isCorrection: boolean): string {
  const told = `${stage}, ${date(effective)}`;
  return isCorrection ? `Corrected to: ${told}` : told;
}

export function without(number: number): string {
  return number === 1
    ? '1 row is in doubt or wrong: leave it out'
    : `${count(number)} rows are in doubt or wrong: leave them out`;
}

export function confirming(changes: number): string {
  return changes === 1 ? '1 change, in one report.' : `${count(changes)} changes, in one report.`;
}

export function underReview(submission: string, effective: PartialDate): string {
  return `The same change is under review already: report ${submission}, ${date(effective)}.`;
}

export function underReviewTotal(number: number): string {
  return number === 1
    ? '1 of these changes is under review in another report already. Please do not send it twice.'
    : `${count(number)} of these changes are under review in another report already. Please do not send them twice.`;
}

export function pageOf(page: number, pages: number): string {
  return `Page ${count(page)} of ${count(pages)}`;
}

export function ledgerOf(name: string, track: string, moment: string): string {
  return `${name} (${track}, ${moment})`;
}

export function checkedName(name: string): string {
  return `${name}-checked.xlsx`;
}

export const wholePrefecture = (name: string): string => `${name} (whole city)`;

export function tellColumn(letter: string): string {
  return `Column ${letter}`;
}

export function tellField(sheet: string, field: string): string {
  return sheet === '' ? field : `${sheet}, ${field}`;
}

export function tellFirstWrong(last: number): string {
  return `Give the number of a row from 1 to ${last}.`;
}

export function tellState(state: 'told' | 'read' | 'unread', firstRow: number): string {
  if (state === 'unread') return 'not read';
  return state === 'told' ? `Columns as told, from row ${firstRow}` : 'Read by its headings';
}
