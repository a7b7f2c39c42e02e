/**
 * Any log that `data/status.json` could hold for the domain's test programme, for property tests: its
 * places of units that `arbitraryUnits` has.
 */
import fc from 'fast-check';
import { testCounties, testVillage } from '../domain/fixture.ts';
import { testStages } from '../domain/programme-fixture.ts';
import type { PlaceGeometry } from '../domain/place-geometry.ts';
import type { Status, StatusEvent } from '../domain/status.ts';

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const day = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const partialDate = fc
  .tuple(day, fc.constantFrom(4, 7, 10))
  .map(([date, length]) => date.slice(0, length));
const instant = fc
  .tuple(day, fc.nat(23))
  .map(([date, hour]) => `${date}T${String(hour).padStart(2, '0')}:00:00+08:00`);
const division = fc.constantFrom(...testCounties.slice(0, 3).map(({ code }) => code));
const track = fc.constantFrom('national', 'provincial');
const stage = fc.constantFrom(...testStages.map(({ id }) => id));
const source = fc.constantFrom('S1', 'S2');

const reached = fc.record(
  {
    division,
    track,
    stage,
    effective: partialDate,
    certainty: fc.constantFrom('confirmed' as const, 'inferred' as const),
    recordedAt: instant,
    source,
    reason: text,
    batch: text,
  },
  {
    requiredKeys: ['division', 'track', 'stage', 'effective', 'certainty', 'recordedAt', 'source'],
  },
);

/** What an event takes back: one before it of the same unit and track, if there is one. */
const drafts = fc.array(
  fc.record({ reached, isRetraction: fc.boolean(), retracts: fc.option(fc.nat(20)) }),
  { maxLength: 16 },
);

const events = drafts.map((all) => {
  const log: StatusEvent[] = [];
  all.forEach(({ reached: fact, isRetraction, retracts }, index) => {
    const older = log.filter(
      (event) => event.division === fact.division && event.track === fact.track,
    );
    const target = retracts === null ? undefined : older[retracts % Math.max(1, older.length)];
    const id = `E${index}`;
    if (isRetraction && target) {
      const { division: unit, track: of, recordedAt, source: from } = fact;
      const rest = { id, division: unit, track: of, recordedAt, source: from, reason: 'mistaken' };
      log.push({ ...rest, kind: 'retraction', retracts: target.id });
    } else {
      log.push({ ...fact, id, kind: 'reached', ...(target && { retracts: target.id }) });
    }
  });
  return log;
});

const statements = fc.array(
  fc.record(
    {
      track,
      stage,
      excluding: track,
      count: fc.nat(10),
      effective: partialDate,
      recordedAt: instant,
      source,
      note: text,
    },
    { requiredKeys: ['track', 'stage', 'count', 'effective', 'recordedAt', 'source'] },
  ),
  { maxLength: 4 },
);

/** A township and its three villages in each of three counties: what quotas and places are about. */
export const arbitraryUnits = testCounties.slice(0, 3).flatMap(({ code }) => {
  const township = { parent: code, kind: '镇', level: 'township', countedFor: [] } as const;
  const villages = [1, 2, 3].map((index) => testVillage(`${code}00100${index}`));
  return [testVillage(`${code}001`, township), ...villages];
});

const quotas = fc.array(
  fc.record(
    {
      division,
      track: fc.constant('village'),
      count: fc.option(fc.nat(3)),
      effective: partialDate,
      recordedAt: instant,
      source,
      note: text,
    },
    { requiredKeys: ['division', 'track', 'count', 'effective', 'recordedAt', 'source'] },
  ),
  { maxLength: 8 },
);

/** Degrees around 116° E, 39° N, with up to seven decimals, as whole numbers so that they are exact. */
const degrees = (from: number) =>
  fc.integer({ min: 0, max: 9_999_999 }).map((part) => Number(`${from}.${part}`));
const position = fc.tuple(degrees(116), degrees(39));
const triangle = fc
  .record({ corner: position, width: fc.integer({ min: 1, max: 99 }) })
  .map(({ corner: [x, y], width }) => {
    const shifted = (value: number) => Number((value + width / 1000).toFixed(7));
    return [
      [x, y],
      [shifted(x), y],
      [x, shifted(y)],
      [x, y],
    ];
  });

export const anyGeometry: fc.Arbitrary<PlaceGeometry> = fc.oneof(
  position.map((coordinates): PlaceGeometry => ({ type: 'Point', coordinates })),
  triangle.map((ring): PlaceGeometry => ({ type: 'Polygon', coordinates: [ring] })),
  triangle.map((ring): PlaceGeometry => ({ type: 'MultiPolygon', coordinates: [[ring]] })),
);

const places = fc.array(
  fc.record(
    {
      division: fc.constantFrom(...arbitraryUnits.map(({ code }) => code)),
      geometry: fc.option(anyGeometry),
      recordedAt: instant,
      source,
      note: text,
    },
    { requiredKeys: ['division', 'geometry', 'recordedAt', 'source'] },
  ),
  { maxLength: 6 },
);

export const anyDay = day;

export const anyStatus: fc.Arbitrary<Status> = fc
  .record({
    events,
    statements,
    reporting: fc.array(
      fc.record({ division, track, completeTo: fc.option(day), recordedAt: instant, source }),
      { maxLength: 6 },
    ),
    quotas,
    places,
    title: text,
  })
  .map(({ title, ...facts }) => ({
    sources: [
      { id: 'S1', title, publisher: title },
      {
        id: 'S2',
        title,
        publisher: title,
        documentNumber: title,
        date: '2020-05',
        location: title,
        note: title,
      },
    ],
    statements: facts.statements.map((statement, index) => ({ id: `A${index}`, ...statement })),
    events: facts.events,
    reporting: facts.reporting,
    quotas: facts.quotas.map((quota, index) => ({ id: `Q${index}`, ...quota })),
    places: facts.places.map((place, index) => ({ id: `P${index}`, ...place })),
  }));
