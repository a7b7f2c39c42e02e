/** The orders a table of counties can be put in. */
import { compareText } from './order.ts';
import type { CountyStanding, TrackStanding, UnitTally } from './standing.ts';

export const sortKeys = [
  'code',
  'name',
  'national',
  'provincial',
  'townships',
  'villages',
] as const;
export type SortKey = (typeof sortKeys)[number];

/** Names in the order of Chinese dictionaries, by pinyin. */
const byPinyin = new Intl.Collator('zh-CN');

/** The rows in the order asked for; equal ones stay in the order of codes. */
export function sortRows<Row extends CountyStanding>(
  rows: readonly Row[],
  key: SortKey,
  isDescending: boolean,
): Row[] {
  const sign = isDescending ? -1 : 1;
  return [...rows].sort(
    (a, b) => sign * compareRows(a, b, key) || compareText(a.division.code, b.division.code),
  );
}

function compareRows(a: CountyStanding, b: CountyStanding, key: SortKey): number {
  switch (key) {
    case 'code':
      return compareText(a.division.code, b.division.code);
    case 'name':
      return byPinyin.compare(a.division.name, b.division.name);
    case 'national':
    case 'provincial':
      return advance(a[key]) - advance(b[key]);
    case 'townships':
    case 'villages':
      return share(a[key]) - share(b[key]);
  }
}

/** How far along its road a county is: no event least, then exits, then the steps in order. */
function advance({ stage, order }: TrackStanding): number {
  if (!stage) return -2;
  return stage.exit ? -1 : order;
}

/** Of what the tally is held against; least where there is nothing to hold it against. */
function share({ counted, eligible, quota, measure }: UnitTally): number {
  const whole = measure === 'quota' ? quota : eligible;
  if (whole === null) return -2;
  return whole === 0 ? -1 : counted / whole;
}
