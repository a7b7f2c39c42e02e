/** Dates, counts and lists as a Chinese notice writes them. */
import type { PartialDate } from '../../domain/date.ts';

const whole = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 0, useGrouping: false });
const oneDigit = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 1 });
const percentage = new Intl.NumberFormat('zh-CN', { style: 'percent', maximumFractionDigits: 1 });

/** 2020年12月31日, 2020年5月 or 2020年, as exact as the date is. */
export function date(partial: PartialDate): string {
  const [year, month, day] = partial.split('-').map(Number);
  if (month === undefined) return `${year}年`;
  return day === undefined ? `${year}年${month}月` : `${year}年${month}月${day}日`;
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

/** 甲、乙、丙 */
export function list(names: readonly string[]): string {
  return names.join('、');
}

/** 2020年底, for the last day of a year. */
export function yearEnd(year: number): string {
  return `${year}年底`;
}

/** The first day of the period and today, among the common dates. */
export const periodStart: string = '起始';
export const today: string = '今天';
