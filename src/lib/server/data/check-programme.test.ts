import { describe, expect, it } from 'vitest';
import { firstLineOf, lineWith, programme, type FaultRow } from './broken-data.ts';

const references: readonly FaultRow[] = [
  [
    'a source that the programme names and nobody has',
    programme((p) => p.openQuestions[0].sources.push('S99')),
    'programme.json /openQuestions/0/sources/1: there is no source “S99”',
    'one of S00',
  ],
  [
    'boundaries from a document that nobody has',
    programme((p) => (p.map.source = 'S98')),
    'programme.json /map/source: there is no source “S98”',
    'one of S00',
  ],
  [
    'thresholds out of order',
    programme((p) => (p.thresholds.accelerate = 0.96)),
    'programme.json /thresholds/accelerate: the threshold 0.96 is not below onTrack',
    'less than 0.95',
  ],
  [
    'a deadline before the start',
    programme((p) => (p.targets[0].deadline = '2019-12-31')),
    'programme.json /targets/0/deadline: the deadline 2019-12-31 is not after the start 2020-01-01',
    'a day after 2020-01-01',
  ],
  [
    'a period that ends before it starts',
    programme((p) => (p.period.start = '2026-01-01')),
    'programme.json /period/deadline: ',
    'a day after 2026-01-01',
  ],
  [
    'a target on an unknown track',
    programme((p) => (p.targets[0].track = 'regional')),
    'programme.json /targets/0/track: there is no track “regional”',
    'one of prefecture',
  ],
  [
    'a target also counted by a track of another level',
    programme((p) => (p.targets[0].alsoCountedBy = ['village'])),
    'programme.json /targets/0/alsoCountedBy/0: the track village cannot also count for national',
    'another track of the level county',
  ],
  [
    'a target without a unit',
    (c) => c.text('divisions.csv', (text) => text.replaceAll(',township,', ',,')),
    'programme.json /targets/2/track: no division counts for the track township',
    'at least one',
  ],
  [
    'a target above the whole',
    programme((p) => (p.targets[0].numerator = 4)),
    'programme.json /targets/0/numerator: the target is more than the whole',
    'at most 3',
  ],
  [
    'a phase that is unknown',
    programme((p) => (p.tracks[1].stages[0].phase = 'begun')),
    'programme.json /tracks/1/stages/0/phase: there is no phase “begun”',
    'one of applied',
  ],
  [
    'a step after an exit',
    programme((p) => p.tracks[1].stages.reverse()),
    'programme.json /tracks/1/stages/3: a step of the road stands after an exit',
    'exits after every step',
  ],
  [
    'an exit that counts',
    programme((p) => (p.tracks[1].stages.at(-1).counts = true)),
    'programme.json /tracks/1/stages/13/counts: an exit cannot count',
    'false',
  ],
  [
    'a swapped code that no township has',
    programme((p) => (p.swappedCodes[0][1] = '131002999')),
    'programme.json /swappedCodes/0/1: there is no division “131002999”',
    'a code of divisions.csv',
  ],
  [
    'a code swapped with two others',
    programme((p) => (p.swappedCodes[1][0] = p.swappedCodes[0][0])),
    'programme.json /swappedCodes/1/0: the code “131002104” stands twice',
    'each once',
  ],
];

describe('a fault of the programme is named:', () => {
  it.each(references)('%s', (_name, breakIt, start, part) => {
    expect(firstLineOf(breakIt)).toMatch(lineWith(start, part));
  });
});
