import { describe, expect, it } from 'vitest';
import { firstLineOf, linesOf, lineWith, status, type FaultRow } from './broken-data.ts';
import type { Json } from './data-copy.ts';

const sound = {
  id: 'Q1',
  division: '131002',
  track: 'township',
  count: 3,
  effective: '2021',
  recordedAt: '2026-11-23T09:00:00+08:00',
  source: 'S00',
};
const quota = (rest: Json, ...more: readonly Json[]) =>
  status(
    (s) => (s.quotas = [{ ...sound, ...rest }, ...more.map((other) => ({ ...sound, ...other }))]),
  );

const rows: readonly FaultRow[] = [
  [
    'a source that is missing',
    quota({ source: 'S99' }),
    'status.json /quotas/0/source: there is no source “S99”',
    'one of S00',
  ],
  [
    'a track that is unknown',
    quota({ track: 'x' }),
    'status.json /quotas/0/track: there is no track “x”',
    'one of',
  ],
  [
    'a track of counties',
    quota({ track: 'national' }),
    'status.json /quotas/0/track: the track national has no quotas',
    'township or village',
  ],
  [
    'a county there is not',
    quota({ division: '131099' }),
    'status.json /quotas/0/division: there is no division “131099”',
    'a code of divisions.csv',
  ],
  [
    'a township for a county',
    quota({ division: '131002100' }),
    'status.json /quotas/0/division: 131002100 is of the level township',
    'a code of the level county',
  ],
  [
    'a county without such units',
    quota({ division: '131071' }),
    'status.json /quotas/0/division: 131071 has no unit that counts for the track township',
    'units to choose from',
  ],
  [
    'more than there are units',
    quota({ count: 1000 }),
    'status.json /quotas/0/count: 1000 is more than the units of the track township in 131002',
    'at most ',
  ],
  ['a part of a township', quota({ count: 1.5 }), 'status.json /quotas/0/count', 'a whole number'],
  ['fewer than none', quota({ count: -1 }), 'status.json /quotas/0/count', '0'],
  [
    'a day to come',
    quota({ effective: '2027' }),
    'status.json /quotas/0/effective: 2027-01-01 is after the record of 2026-11-23',
    '2026-11-23 or earlier',
  ],
  [
    'an id given twice',
    quota({}, { effective: '2022' }),
    'status.json /quotas/1/id: the id “Q1” is given twice',
    'every id once',
  ],
];

describe('a fault of a quota is named:', () => {
  it.each(rows)('%s', (_name, breakIt, start, part) => {
    expect(firstLineOf(breakIt)).toMatch(lineWith(start, part));
  });

  it('one that is sound has none, of 0 neither', () => {
    expect(linesOf(quota({}, { id: 'Q2', effective: '2022', count: 0 }))).toEqual([]);
  });
});
