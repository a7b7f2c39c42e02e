/** How long nobody has reported, as people say it: whole years and months. */
import type { Day } from '../../domain/date.ts';

export interface Silence {
  readonly years: number;
  readonly months: number;
}

/** Whole years and months from one day to a later one; nothing where it is not later. */
export function silenceBetween(from: Day, to: Day): Silence {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  // The last day of a month is a whole month before the last day of the next, however long they are.
  const lastDay = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  const isShort = toDay < fromDay && toDay < lastDay;
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth - (isShort ? 1 : 0);
  const whole = Math.max(0, months);
  return { years: Math.floor(whole / 12), months: whole % 12 };
}
