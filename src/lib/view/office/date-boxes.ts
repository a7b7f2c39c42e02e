/** A partial date in three boxes 年, 月, 日, of which the last two, or the last, may stay empty. */
import { intervalOf, type PartialDate } from '../../domain/date.ts';
import { lineOf } from './typed-text.ts';

export interface DateBoxes {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** `text`: what to keep of it where it is no date. */
export type ReadDate =
  | { readonly status: 'empty' }
  | { readonly status: 'date'; readonly date: PartialDate }
  | { readonly status: 'wrong'; readonly text: string };

export const emptyBoxes: DateBoxes = { year: '', month: '', day: '' };

/** The boxes named `name-year`, `name-month` and `name-day`, as typed. */
export function boxesOf(data: FormData, name: string): DateBoxes {
  return {
    year: lineOf(data, `${name}-year`),
    month: lineOf(data, `${name}-month`),
    day: lineOf(data, `${name}-day`),
  };
}

/** The boxes a date fills. */
export function boxesFrom(date: PartialDate | undefined): DateBoxes {
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  return { year, month: month.replace(/^0/, ''), day: day.replace(/^0/, '') };
}

/** A whole date in the first box (2020-12-31, 2020年12月31日), as it is pasted from a document. */
const pasted = /^(\d{4})\s*[-./年]\s*(\d{1,2})(?:\s*[-./月]\s*(\d{1,2})\s*日?|\s*月?)$/;

/** The date the boxes stand for. Digits may be full-width, and 年, 月, 日 may stand after them. */
export function readBoxes(boxes: DateBoxes): ReadDate {
  const [year, month, day] = [boxes.year, boxes.month, boxes.day].map((text) =>
    text.normalize('NFKC').trim(),
  ) as [string, string, string];
  const whole = month === '' && day === '' ? pasted.exec(year) : null;
  const parts = whole
    ? [whole[1] ?? '', whole[2] ?? '', whole[3] ?? '']
    : [year.replace(/\s*年$/, ''), month.replace(/\s*月$/, ''), day.replace(/\s*[日号]$/, '')];
  const [y = '', m = '', d = ''] = parts;
  if (y === '' && m === '' && d === '') return { status: 'empty' };
  const text = [y, m, d]
    .filter((part) => part !== '')
    .map((part) => part.padStart(2, '0'))
    .join('-');
  const isGapless = y !== '' && (m !== '' || d === '');
  return isGapless && intervalOf(text)
    ? { status: 'date', date: text }
    : { status: 'wrong', text: text.slice(0, 40) };
}
