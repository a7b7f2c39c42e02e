import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Division } from './division.ts';
import { testCounty, testPrefecture, testVillage } from './fixture.ts';
import { testProgramme } from './programme-fixture.ts';
import { knowledgeOf } from './knowledge.ts';
import { nextDay, oracle } from './oracle.ts';
import type { ProgrammeData } from './programme-data.ts';
import type { Target } from './programme.ts';
import { progress } from './progress.ts';
import type { StatusEvent } from './status.ts';

/** Two years are enough for every rule, and short enough to be walked day by day. */
const from = '2020-01-01';
const days: string[] = [];
for (let day = from; day < '2022-01-01'; day = nextDay(day)) days.push(day);

const day = fc.constantFrom(...days);
const partial = day.chain((text) =>
  fc.constantFrom(text, text, text.slice(0, 7), text.slice(0, 4)),
);
const instant = fc
  .tuple(day, fc.constantFrom('T00:30:00+08:00', 'T20:00:00Z', 'T09:00:00+08:00'))
  .map(([text, time]) => `${text}${time}`);
const track = fc.constantFrom('national', 'national', 'provincial');
const stage = fc.constantFrom('applied', 'creating', 'named', 'named', 'warned', 'revoked');

const township: Division = {
  ...testCounty(1),
  code: '990001100',
  kind: '镇',
  level: 'township',
  parent: '990001',
  countedFor: ['township'],
};
const validity = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  day.map((validFrom) => ({ validFrom })),
  day.map((validTo) => ({ validTo })),
);

interface Units {
  readonly divisions: readonly Division[];
  readonly ofTrack: (track: string) => readonly string[];
  /** What a report may be about. */
  readonly reporters: (track: string) => readonly string[];
}

const units: fc.Arbitrary<Units> = fc
  .tuple(
    fc.array(validity, { minLength: 2, maxLength: 4 }),
    fc.array(validity, { minLength: 1, maxLength: 3 }),
  )
  .map(([counties, villages]) => {
    const countyUnits = counties.map((bounds, index) => testCounty(index + 1, bounds));
    const villageUnits = villages.map((bounds, index) =>
      testVillage(`99000110020${index}`, bounds),
    );
    const isVillage = (id: string): boolean => id === 'village';
    return {
      divisions: [testPrefecture, ...countyUnits, township, ...villageUnits],
      ofTrack: (id) => (isVillage(id) ? villageUnits : countyUnits).map(({ code }) => code),
      reporters: (id) => [
        '990000',
        ...countyUnits.map(({ code }) => code),
        ...(isVillage(id) ? ['990001100', ...villageUnits.map(({ code }) => code)] : []),
      ],
    };
  });

const pick = <T>(values: readonly T[], index: number): T | undefined =>
  values[index % Math.max(1, values.length)];

const target: fc.Arbitrary<Target> = fc
  .record({
    track: fc.constantFrom('national', 'national', 'village'),
    share: fc.option(
      fc.constantFrom([1, 3] as const, [1, 2] as const, [2, 3] as const, [1, 1] as const),
    ),
    number: fc.integer({ min: 1, max: 4 }),
    also: fc.boolean(),
    start: fc.option(fc.constantFrom('2020-01-01', '2020-03-01')),
    base: fc.option(fc.integer({ min: 0, max: 3 })),
    deadline: fc.option(fc.constantFrom('2020-12-31', '2021-03-01', '2021-12-31')),
  })
  .map(({ share, number, also, start, base, deadline, ...rest }) => {
    const [own] = testProgramme().targets;
    if (!own) throw new Error('the test programme lost its target');
    const { id, name, wording, source } = own;
    const common = {
      ...{ id, name, wording, source },
      ...rest,
      ...(start !== null && { start }),
      ...(base !== null && { base }),
      ...(deadline !== null && { deadline }),
      alsoCountedBy: also && rest.track === 'national' ? ['provincial'] : [],
    };
    return share
      ? { ...common, kind: 'share', numerator: share[0], denominator: share[1] }
      : { ...common, kind: 'number', number };
  });

const eventDraft = fc.record({
  unit: fc.nat(3),
  track,
  stage,
  effective: partial,
  certainty: fc.constantFrom('confirmed' as const, 'confirmed' as const, 'inferred' as const),
  recordedAt: instant,
  retracts: fc.option(fc.nat(20), { freq: 2 }),
  isRetraction: fc.boolean(),
});

const data: fc.Arbitrary<ProgrammeData> = fc
  .record({
    units,
    target,
    events: fc.array(eventDraft, { maxLength: 14 }),
    statements: fc.array(
      fc.record({
        stage,
        count: fc.nat(4),
        effective: partial,
        recordedAt: instant,
        excluding: fc.boolean(),
        track,
      }),
      { maxLength: 3 },
    ),
    reporting: fc.array(
      fc.record({ unit: fc.nat(9), track, completeTo: day, recordedAt: instant }),
      {
        maxLength: 8,
      },
    ),
  })
  .map(({ units: { divisions, ofTrack, reporters }, target: chosen, ...drafts }) => {
    const trackOf = (id: string): string => (chosen.track === 'village' ? 'village' : id);
    const events: StatusEvent[] = [];
    drafts.events.forEach((draft, index) => {
      const base = {
        id: `E${index}`,
        track: trackOf(draft.track),
        division: pick(ofTrack(trackOf(draft.track)), draft.unit) ?? '',
        recordedAt: draft.recordedAt,
        source: 'S1',
      };
      const older = events.filter((e) => e.division === base.division && e.track === base.track);
      const taken = draft.retracts === null ? undefined : pick(older, draft.retracts)?.id;
      if (draft.isRetraction && taken !== undefined) {
        events.push({ ...base, kind: 'retraction', retracts: taken, reason: 'mistaken' });
      } else {
        const { stage: reachedStage, effective, certainty } = draft;
        const retracts = taken === undefined ? {} : { retracts: taken };
        events.push({
          ...base,
          kind: 'reached',
          stage: reachedStage,
          effective,
          certainty,
          ...retracts,
        });
      }
    });
    return {
      programme: {
        ...testProgramme(),
        period: { start: '2020-01-01', deadline: '2021-06-30', base: 0 },
        targets: [chosen],
      },
      divisions,
      proposals: [],
      status: {
        sources: [{ id: 'S1', title: 'test', publisher: 'test' }],
        events,
        statements: drafts.statements.map(({ excluding, track: of, ...rest }, index) => ({
          ...rest,
          id: `A${index}`,
          track: trackOf(of),
          source: 'S1',
          ...(excluding && { excluding: 'provincial' }),
        })),
        reporting: drafts.reporting.map(({ unit, track: of, ...rest }) => ({
          ...rest,
          track: trackOf(of),
          division: pick(reporters(trackOf(of)), unit) ?? '',
          source: 'S1',
        })),
        quotas: [],
        places: [],
      },
    };
  });

describe('progress and its oracle, which walks day by day', () => {
  it('agree on every number, word and list', () => {
    fc.assert(
      fc.property(data, day, fc.option(day, { nil: undefined }), (given, at, knownAt) => {
        const [result] = progress(knowledgeOf(given, knownAt), at);
        const [chosen] = given.programme.targets;
        if (!chosen) throw new Error('no target');
        expect(result).toMatchObject(oracle(given, chosen, { at, knownAt, from }));
      }),
      { numRuns: Number(process.env['ORACLE_RUNS'] ?? 60) },
    );
  }, 120_000);
});
