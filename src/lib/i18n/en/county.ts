/** The page of one county. */
import type { Day, PartialDate } from '../../domain/date.ts';
import type { CountyWords } from '../zh-CN/county.ts';
import { units } from './card.ts';
import { count, date } from './format.ts';

export const words: CountyWords = {
  standing: 'Where it stands',
  history: 'Record',
  noHistory: 'There is no record.',
  retracted: 'Retracted',
  inferred: 'inferred',
  underReview: 'A submission is under review',
  reached: 'stands here',
  possible: 'may stand here',
  passed: 'passed',
  unrecorded: 'no record',
  reports: 'Reports',
  townships: 'Townships and subdistricts',
  villages: 'Villages',
  notCounted: 'Not eligible as municipal forest township',
  source: 'Source',
  sources: 'Documents',
  neighbours: 'Neighbouring counties',
  location: 'Location',
  offMap:
    'This is a unit of statistics without a boundary of its own: it is not on the map and counts toward no target for counties.',
  documentNumber: 'Document number',
  backToMap: 'See it on the map',
  batch: 'Batch',
};

/** The states a township or village is shown in. */
export const unitStates = {
  counted: 'named',
  possible: 'inferred or incompletely dated',
  left: 'revoked',
  none: 'not named',
  unreported: 'not reported',
};

/** recorded on 23 November 2026 */
export function recordedOn(day: Day): string {
  return `recorded on ${date(day)}`;
}

/** retracted on 10 May 2021: wrong name */
export function retractedBecause(day: Day, reason: string | null): string {
  return `retracted on ${date(day)}${reason ? `: ${reason}` : ''}`;
}

/** Langfang City · code 131082 */
export function place(prefecture: string, _kind: string, code: string): string {
  return `${prefecture} · code ${code}`;
}

/** 10 townships: 3 named, 7 not reported */
export function unitCounts(
  level: 'township' | 'village',
  total: number,
  parts: readonly { readonly state: string; readonly count: number }[],
): string {
  if (total === 0) return level === 'township' ? 'No townships.' : 'No villages.';
  const told = parts.map(({ state, count: number }) => `${count(number)} ${state}`).join(', ');
  return `${units(level, total)}: ${told}.`;
}

/** 41 villages, 2 named */
export function groupTitle(total: number, counted: number): string {
  const all = units('village', total);
  return counted > 0 ? `${all}, ${count(counted)} named` : all;
}

/** National Greening Committee, November 2019 */
export function citation(publisher: string, day: PartialDate | null): string {
  return day === null ? publisher : `${publisher}, ${date(day)}`;
}

/** As of 23 November 2026 */
export function asOf(day: Day): string {
  return `As of ${date(day)}`;
}
