/**
 * Days and partial dates. A day is a calendar day in Asia/Shanghai written `YYYY-MM-DD`,
 * so days compare as strings. A partial date (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`) is an interval
 * of days (DESIGN §3): it lies somewhere inside.
 */

export type Day = string;
export type PartialDate = string;

/** An interval of days, both ends included. */
export interface DayInterval {
  readonly start: Day;
  readonly end: Day;
}

const partialDatePattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const millisecondsPerDay = 86_400_000;
/** China has kept UTC+8 without summer time since 1992 (GB/T 7408 dates are local days). */
const shanghaiOffset = 8 * 3_600_000;

/** The interval a partial date stands for, or `undefined` when the text names no date that exists. */
export function intervalOf(text: string): DayInterval | undefined {
  const match = partialDatePattern.exec(text);
  if (!match) return undefined;
  const [, year, month, day] = match;
  if (year === undefined || Number(year) === 0) return undefined;
  if (month === undefined) return { start: `${year}-01-01`, end: `${year}-12-31` };
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (day === undefined) return { start: `${year}-${month}-01`, end: `${year}-${month}-${days}` };
  if (Number(day) < 1 || Number(day) > days) return undefined;
  return { start: text, end: text };
}

/** `intervalOf` that answers with the same object for the same text: dates repeat over a long log. */
export function rememberingIntervals(): typeof intervalOf {
  const intervals = new Map<string, DayInterval | undefined>();
  return (text) => {
    let interval = intervals.get(text);
    if (!interval) intervals.set(text, (interval = intervalOf(text)));
    return interval;
  };
}

/** A day as one whole number, YYYYMMDD: it compares as the day does, without reading its text. */
export function dayNumber(day: Day): number {
  const digit = (at: number): number => day.charCodeAt(at) - 48;
  return (
    digit(0) * 10_000_000 +
    digit(1) * 1_000_000 +
    digit(2) * 100_000 +
    digit(3) * 10_000 +
    digit(5) * 1_000 +
    digit(6) * 100 +
    digit(8) * 10 +
    digit(9)
  );
}

/** Whether the text is a full day that exists. */
export function isDay(text: string): boolean {
  return text.length === 10 && intervalOf(text) !== undefined;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / millisecondsPerDay);
}

/** The day `count` days after `day` (before it, when negative). */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * millisecondsPerDay).toISOString().slice(0, 10);
}

/** The calendar day in Asia/Shanghai of an instant, given as epoch milliseconds. */
export function shanghaiDay(epochMilliseconds: number): Day {
  return new Date(epochMilliseconds + shanghaiOffset).toISOString().slice(0, 10);
}

const instantPattern =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** Whether the text is an RFC 3339 instant with its offset, on a day that exists. */
export function isInstant(text: string): boolean {
  const match = instantPattern.exec(text);
  return match?.[1] !== undefined && isDay(match[1]) && !Number.isNaN(Date.parse(text));
}
