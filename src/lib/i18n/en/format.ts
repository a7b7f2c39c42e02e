/** Dates, counts and lists in English. */
import type { PartialDate } from '../../domain/date.ts';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const percentage = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });
const listing = new Intl.ListFormat('en');
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** 31 December 2020, May 2020 or 2020, as exact as the date is. */
export function date(partial: PartialDate): string {
  const [year, month, day] = partial.split('-').map(Number);
  if (month === undefined) return `${year}`;
  const name = months[month - 1] ?? '';
  return day === undefined ? `${name} ${year}` : `${day} ${name} ${year}`;
}

export function count(value: number): string {
  return whole.format(value);
}

/** A count that is a real number: one digit after the point, none where it is whole. */
export function amount(value: number): string {
  return oneDigit.format(value);
}

export function percent(share: number): string {
  return percentage.format(share);
}

/** A, B, and C */
export function list(names: readonly string[]): string {
  return listing.format(names);
}

/** End of 2020, for the last day of a year. */
export function yearEnd(year: number): string {
  return `End of ${year}`;
}

/** The first day of the period and today, among the common dates. */
export const periodStart: string = 'Start';
export const today: string = 'Today';
