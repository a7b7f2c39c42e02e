import { describe, expect, it } from 'vitest';
import { firstLineOf, lineWith, status, type FaultRow } from './broken-data.ts';

const references: readonly FaultRow[] = [
  [
    'a source that is missing',
    status((s) => (s.events[5].source = 'S99')),
    'status.json /events/5/source: there is no source “S99”',
    'one of S00, S68',
  ],
  [
    'a track that is unknown',
    status((s) => (s.events[5].track = 'regional')),
    'status.json /events/5/track: there is no track “regional”',
    'one of prefecture, national',
  ],
  [
    'a stage that the track lacks',
    status((s) => (s.events[5].stage = 'publicised')),
    'status.json /events/5/stage: the track provincial has no stage “publicised”',
    'one of applied, plan-reviewed',
  ],
  [
    'a code that is unknown',
    status((s) => (s.events[5].division = '131099')),
    'status.json /events/5/division: there is no division “131099”',
    'a code of divisions.csv',
  ],
  [
    'a unit of another level',
    status((s) => (s.events[5].division = '131002100')),
    'status.json /events/5/division: 131002100 is of the level township, which the track provincial is not for',
    'a code of the level county',
  ],
  [
    'a unit outside the denominator',
    status((s) => (s.events[5].division = '131071')),
    'status.json /events/5/division: 131071 does not count for the track provincial',
    'a code with provincial in its counted_for',
  ],
  [
    'an inference without a reason',
    status((s) => delete s.events[12].reason),
    'status.json /events/12/reason: an inferred or correcting event gives no reason',
    'a reason',
  ],
  [
    'a correction without a reason',
    status((s) => (s.events[3].retracts = s.events[3].id.replace('131003', '131002'))),
    'status.json /events/3/reason: an inferred or correcting event gives no reason',
    'a reason',
  ],
  [
    'an event from the future',
    status((s) => (s.events[3].effective = '2027')),
    'status.json /events/3/effective: 2027-01-01 is after the record of 2026-11-23',
    '2026-11-23 or earlier',
  ],
  [
    'an id given twice',
    status((s) => (s.events[3].id = s.events[2].id)),
    'status.json /events/3/id: the id “E-131002-provincial-applied” is given twice',
    'every id once',
  ],
  [
    'a source given twice',
    status((s) => (s.sources[1].id = 'S00')),
    'status.json /sources/1/id: the id “S00” is given twice',
    'every id once',
  ],
  [
    'a statement above the number of units',
    status((s) => (s.statements[1].count = 11)),
    'status.json /statements/1/count: 11 is more than the units of the track national',
    'at most 10',
  ],
  [
    'a statement about a stage the track lacks',
    status((s) => (s.statements[1].stage = 'accepted')),
    'status.json /statements/1/stage: the track national has no stage “accepted”',
    'one of applied',
  ],
  [
    'a statement excluding a track of another level',
    status((s) => (s.statements[2].excluding = 'village')),
    'status.json /statements/2/excluding: the track village cannot be excluded',
    'another track of the level county',
  ],
  [
    'a report below the units of its track',
    status((s) => (s.reporting[0].division = '131002100')),
    'status.json /reporting/0/division: 131002100 lies below the units of the track national',
    'a code of the level county or above',
  ],
  [
    'a report on days to come',
    status((s) => (s.reporting[0].completeTo = '2027-01-01')),
    'status.json /reporting/0/completeTo: 2027-01-01 is after the record',
    'or earlier',
  ],
];

describe('a fault of the log is named:', () => {
  it.each(references)('%s', (_name, breakIt, start, part) => {
    expect(firstLineOf(breakIt)).toMatch(lineWith(start, part));
  });
});
