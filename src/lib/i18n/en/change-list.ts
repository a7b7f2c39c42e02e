/** A report's list of many records: what it changes, what it takes back, its two versions side by side. */
import type { Level } from '../../domain/division.ts';
import type { ChangeListWords } from '../zh-CN/change-list.ts';
import { units } from './card.ts';
import { count, list } from './format.ts';

export const words: ChangeListWords = {
  title: 'List of changes',
  storedTitle: 'The list as saved now',
  hint: 'Tick what is not to be reported, then press “Remove what is ticked”.',
  remove: 'Remove what is ticked',
  county: 'County',
  number: 'Number',
  unit: 'Unit',
  township: 'Township',
  show: 'List each',
  removeOne: 'Remove',
  takenOut: 'Removed rows',
  putBackHint:
    'These rows are not reported. To have one back in the list, tick it, then press “Put back what is ticked”.',
  putBack: 'Put back what is ticked',
  putBackOne: 'Put back',
  allGone: 'Not all rows can be removed. If this report is not needed, discard it.',
  takeAll: 'Rows of the list on which the two differ',
  takeAllHint: 'Rows on which they agree stay as they are.',
  takeEach: 'Choose row by row below',
  takeAllYours: 'Use mine for all',
  takeAllTheirs: 'Use what is there now for all',
  notListed: 'not in the list',
  undo: 'Undo this report',
  undoHint:
    'Where the records of this report were wrong: makes a new report that takes them all back, in force once approved. Dates of reporting, quotas and positions become what they were before; what has been changed since is left as it is.',
  undoTaken: 'What is taken back',
  undoLeft: 'Changed since, and not taken back',
  undoStale: 'Rows that have been changed since are ticked; saving removes them from the list.',
  restoredPlaces: 'Earlier positions restored',
  restoredQuotas: 'Earlier quotas restored',
  restoredReporting: 'Earlier dates of reporting restored',
  neverReported: 'never reported',
  noPosition: 'no position',
  undoReason: 'Why',
  undoReasonRequired: 'Say why it is taken back.',
  undoReasonTooLong: 'The reason is too long: at most 2000 characters.',
  undoNothing: 'All records of this report have been taken back already.',
  reason: 'Why it is taken back',
};

export function groupTitle(what: string, number: number, level: Level): string {
  return `${what}: ${units(level, number)}`;
}

/** What a list changes: the track, and the stage or deed. */
export function onTrack(track: string, what: string): string {
  return `${track} – ${what}`;
}

export function countIn(place: string, number: number): string {
  return `${place} ${count(number)}`;
}

export function aboutRow(unit: string, track: string): string {
  return `${unit}, ${track}`;
}

export function recordCounts(counts: {
  readonly event: number;
  readonly reporting: number;
  readonly quota: number;
  readonly place: number;
}): string {
  const told = (number: number, one: string, many: string) =>
    number === 0 ? [] : [`${count(number)} ${number === 1 ? one : many}`];
  return list([
    ...told(counts.event, 'event', 'events'),
    ...told(counts.reporting, 'date of reporting', 'dates of reporting'),
    ...told(counts.quota, 'quota', 'quotas'),
    ...told(counts.place, 'position', 'positions'),
  ]);
}
