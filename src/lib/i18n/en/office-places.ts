/** The import of positions: sent in, looked through unit by unit, and made one report. */
import type {
  PlaceLevel,
  PlaceNoteCode,
  PlaceTableRefusal,
  PlaceVerdict,
} from '../../domain/place-import.ts';
import type { PlaceWords } from '../zh-CN/office-places.ts';
import { count } from './format.ts';

type Values = Readonly<Record<string, string>>;

export const words: PlaceWords = {
  title: 'Import positions',
  intro:
    'Import the coordinates of townships and villages, or the boundaries of townships. After each has been checked they make one report; nothing is written before it is approved.',
  level: 'Content',
  chooseLevel: 'Choose the content',
  levelRequired: 'Choose whether the file is of townships or of villages.',
  divisionHint: 'For more than one county choose the whole prefecture.',
  file: 'File of coordinates',
  fileHint:
    'A Shapefile (packed as .zip), GeoJSON, or .xlsx or .csv with a column each of longitude and latitude, at most 20 MB. A column of names or codes is needed.',
  fileRequired: 'Choose a file of coordinates.',
  datum: 'Coordinate system',
  datumHint:
    'If it is not known, it is found out by the county boundaries; where that is not certain, it is asked for with the preview.',
  datumUnknown: 'Not known, to be found out',
  upload: 'Upload and check',
  uploading: 'Uploading: {percent}%',
  checking: 'Checking. Please wait.',
  unfinished: 'Files not yet confirmed',
  unfinishedHint: 'Kept for 7 days.',
  toDesk: 'Back to the desk',
  checkTitle: 'Check positions',
  datumTitle: 'Coordinate system',
  datumAsk: 'Choose the coordinate system',
  datumChange: 'Use another coordinate system',
  datumRequired: 'Choose the coordinate system first, then check again.',
  datumChosen: 'Coordinate system',
  found: 'What the file holds',
  layer: 'Layer or sheet',
  features: 'Number',
  system: 'Coordinate system',
  encoding: 'Text encoding',
  unnamed: '(the whole file)',
  mendHint:
    'Settle them one by one, then choose “Check again”. Where the position is right after all, choose to import it anyway.',
  anyway: 'The position is right, import it anyway',
  leaveOut: 'Leave out',
  rows: 'All units',
  row: 'Place in the file',
  written: 'As the file has it',
  outcome: 'Coordinates (WGS-84)',
  source: 'Where the coordinates come from',
  sourceHint:
    'Name the document, survey or map that the coordinates come from. It is published with the positions.',
  sourceTitle: 'Name of the source',
  sourceTitleHint: 'The title of a document, the name of a survey or of a data set.',
  publisher: 'Provided by',
  documentNumber: 'Document number',
  location: 'Link, or where it is kept',
  note: 'Note',
  noteHint: 'For those who review it; not published.',
  confirm: 'Submit the report',
  confirmHint:
    'Makes one report and submits it. The map stays as it is until the report is approved.',
  nothing: 'All positions of the file are on record already. There is nothing to report.',
  nothingYet: 'There is no position to import yet. Settle the units listed above first.',
  datumFirst: 'The coordinate system is not settled. Choose it, then check again.',
  unsettled: 'There are units still to settle. Settle them, or tick that they are to be left out.',
  changedMeanwhile: 'The result has changed. Below is the latest; look at it before you confirm.',
  choicesTaken:
    'Your choices have been taken in. Below is the latest result; look at it before you confirm.',
  confirmedAlready: 'This file has been made a report.',
  again: 'Upload again',
  tooMany: 'A report holds 5,000 positions at most. Divide the file.',
  takeBack: 'Take positions back',
  takeBackIntro:
    'Where a position is wrong and the right one is not known, tick the unit and submit the report. Once it is approved the unit has no position on the map.',
  takeBackUnits: 'Units whose position is taken back',
  takeBackWithin: 'County or township',
  takeBackAnywhere: 'All',
  takeBackFind: 'Find units',
  takeBackFindHint:
    'Name, pinyin initials or code. Units you have ticked stay ticked when you turn the page or search.',
  takeBackSearch: 'Find',
  takeBackAll: 'Tick all that were found',
  takeBackNoneOf: 'Untick all that were found',
  takeBackPrevious: 'Previous page',
  takeBackNext: 'Next page',
  takeBackUnitsRequired: 'Tick at least one unit.',
  takeBackNone: 'All positions of this report have been changed or taken back since.',
  reason: 'What this rests on',
  reasonIntro: 'Name the document or note that says so. It is published.',
  reasonTitle: 'Name of the document',
  reasonHint: 'The title of a note of correction, for example.',
  takeBackConfirm: 'Submit the report',
  toSubmission: 'Go to the report',
};

export const levels: Readonly<Record<PlaceLevel, string>> = {
  township: 'Townships (points or boundaries)',
  village: 'Villages (points)',
};

export const verdicts: Readonly<Record<PlaceVerdict, string>> = {
  new: 'New',
  moved: 'Moved',
  doubt: 'In doubt',
  wrong: 'Wrong',
  same: 'On record',
  'left-out': 'Left out',
};

export const verdictHints: Readonly<Record<PlaceVerdict, string>> = {
  new: 'No position so far; recorded once approved.',
  moved: 'Has another position; changed once approved.',
  doubt: 'Choose the unit that is meant, or confirm the position.',
  wrong: 'Cannot be imported. Mend the file and upload it again, or leave it out.',
  same: 'As on record; nothing changes.',
  'left-out': 'No unit, or chosen to be left out.',
};

export const refusals: Readonly<Record<PlaceTableRefusal, (values: Values) => string>> = {
  'no-names': ({ columns = '' }) =>
    `There is no column of names or codes (columns of the file: ${columns}). Call the column of names “township”, “village” or “name”, and that of codes “code”.`,
  'no-coordinates': ({ sheets = '' }) =>
    `There is no column of coordinates (sheets looked at: ${sheets}). Give a column each headed “longitude” and “latitude”, or one headed “coordinates”.`,
  'no-rows': ({ sheets = '' }) => `Sheet “${sheets}” has headings and no content.`,
};

export const notes: Readonly<Record<PlaceNoteCode, (values: Values) => string>> = {
  unreadable: ({ written = '' }) =>
    `“${written}” is no coordinate. Write it like 116.6841 or 116°41′2.8″.`,
  twice: ({ unit = '', layer = '', row = '' }) =>
    layer === ''
      ? `“${unit}” stands in feature ${row} already; only the first is taken.`
      : `“${unit}” stands in row ${row} of “${layer}” already; only the first is taken.`,
  moved: ({ metres = '' }) => `${count(Number(metres))} m from the position on record.`,
  'outline-for-point': () => 'A point is on record; it becomes a boundary.',
  'point-for-outline': () =>
    'A boundary is on record and the file has a point only; the boundary would no longer be shown.',
  'outline-changed': () => 'The boundary differs from the one on record.',
  accepted: () => 'To be imported anyway.',
};

export const datum = {
  decided: (name: string): string => `Taken as ${name}, as you chose.`,
  inFile: (system: string): string => `The file names its system: ${system}.`,
  boundaries: 'By this: the boundaries of the file run along those of the counties.',
};

/** “name”: there is no “东方乡”. */
export function atHeading(heading: string, sentence: string): string {
  return heading === '' ? sentence : `“${heading}”: ${sentence}`;
}

export function titleOf(name: string): string {
  return `${words.checkTitle}: ${name}`;
}

export function about(level: PlaceLevel, division: string, moment: string): string {
  return `${levels[level]}, ${division}, uploaded ${moment}`;
}

export function total(number: number): string {
  return `${count(number)} in all`;
}

export function mendTitle(number: number): string {
  return `Units to settle (${count(number)})`;
}

export function featureOf(number: number): string {
  return `Feature ${number}`;
}

export function meant(unit: string, position: string): string {
  return `Taken as ${unit}, at ${position}.`;
}

export function point(longitude: number, latitude: number): string {
  return `${longitude}, ${latitude}`;
}

export function outline(positions: number): string {
  return `Boundary of ${count(positions)} points`;
}

export function without(number: number): string {
  return `${count(number)} still in doubt or wrong: leave these out`;
}

export function confirming(number: number): string {
  return `Positions in the report: ${count(number)}.`;
}

export function fileOf(name: string, level: PlaceLevel, moment: string): string {
  return `${name} (${levels[level]}, ${moment})`;
}

export function headline(place: string, number: number): string {
  return `${place}: ${count(number)} ${number === 1 ? 'position' : 'positions'}`;
}

export function effect(counts: {
  readonly new: number;
  readonly moved: number;
  readonly removed: number;
}): readonly string[] {
  return [
    ...(counts.new > 0 ? [`Units that get a position: ${count(counts.new)}`] : []),
    ...(counts.moved > 0 ? [`Units whose position moves: ${count(counts.moved)}`] : []),
    ...(counts.removed > 0 ? [`Units whose position is taken back: ${count(counts.removed)}`] : []),
  ];
}

export function more(number: number): string {
  return ` and ${count(number)} more`;
}

export const says = {
  given: 'Positions given',
  takenBack: 'Positions taken back',
};

export function takeBackFound(found: number, page: number, pages: number, picked: number): string {
  const where = pages > 1 ? ` (page ${count(page)} of ${count(pages)})` : '';
  return `Units found: ${count(found)}${where}; ticked: ${count(picked)}`;
}
