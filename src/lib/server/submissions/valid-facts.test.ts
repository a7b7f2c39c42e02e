import fc from 'fast-check';
import { expect, it } from 'vitest';
import { testCounties, testCounty, testData } from '../../domain/fixture.ts';
import { testStages } from '../../domain/programme-fixture.ts';
import type { PlaceGeometry } from '../../domain/place-geometry.ts';
import type { ProgrammeData } from '../../domain/programme-data.ts';
import { eventsOf, recordedAfter } from '../../domain/proposed-events.ts';
import type { Status } from '../../domain/status.ts';
import type { Change, Proposal } from '../../domain/submission.ts';
import { anyDay, anyGeometry, anyStatus, arbitraryUnits } from '../../export/arbitrary-status.ts';
import { checkStatus } from '../data/check-status.ts';
import { judge } from './judge-proposal.ts';

const today = '2026-11-24';
const now = Date.parse(`${today}T12:00:00+08:00`);

const counties = testCounties.map((county) =>
  county.code === '990002' ? { ...county, validFrom: '2022-01-01' } : county,
);
const prefecture = {
  ...testCounty(0),
  code: '990000',
  kind: '地级市',
  level: 'prefecture',
  parent: null,
  countedFor: [],
} as const;

const division = fc.constantFrom('990001', '990002', '990003', '990000', '1');
const track = fc.constantFrom('national', 'provincial', 'village', 'x');
const place = {
  division,
  track,
  retracts: fc.integer({ min: 0, max: 18 }).map((index) => `E${index}`),
  reason: fc.constantFrom('误', ''),
};
const reachedPlace = {
  ...place,
  stage: fc.constantFrom(...testStages.map(({ id }) => id), 'x'),
  effective: fc
    .tuple(anyDay, fc.constantFrom(4, 7, 10))
    .map(([day, length]) => day.slice(0, length)),
};
const change: fc.Arbitrary<Change> = fc.oneof(
  fc
    .record({ ...reachedPlace, kind: fc.constant('reached' as const) })
    .map(({ retracts: _retracts, reason: _reason, ...reached }): Change => reached),
  fc.record({ ...reachedPlace, kind: fc.constant('correction' as const) }),
  fc.record({ ...place, kind: fc.constant('retraction' as const) }),
);
/** Rings that cross, turn the wrong way or end elsewhere, and positions anywhere. */
const anyPosition = fc
  .tuple(fc.integer({ min: 1160, max: 1175 }), fc.integer({ min: 390, max: 405 }))
  .map((tenths) => tenths.map((value) => value / 10));
const wildGeometry: fc.Arbitrary<PlaceGeometry> = fc.oneof(
  fc
    .tuple(fc.double({ min: -200, max: 200, noNaN: true }), fc.double({ min: -100, max: 100 }))
    .map((coordinates): PlaceGeometry => ({ type: 'Point', coordinates })),
  fc
    .tuple(fc.array(anyPosition, { minLength: 3, maxLength: 5 }), fc.boolean())
    .map(([ring, isClosed]): PlaceGeometry => ({
      type: 'Polygon',
      coordinates: [isClosed ? [...ring, ring[0] ?? []] : ring],
    })),
);
const anyProposal: fc.Arbitrary<Proposal> = fc
  .record({
    changes: fc.array(change, { maxLength: 6 }),
    source: fc.option(
      fc.record({
        title: fc.constantFrom('通知', ''),
        publisher: fc.constant('省局'),
        date: fc.constantFrom('2026', '2027', '2026-02-30'),
      }),
    ),
    reporting: fc.array(fc.record({ track, completeTo: anyDay }), { maxLength: 3 }),
    quotas: fc.record({
      effective: reachedPlace.effective,
      counts: fc.array(
        fc.record({
          division,
          track: fc.constantFrom('village', 'village', 'national'),
          count: fc.constantFrom('0', '1', '3', '4', '1.5', ''),
        }),
        { maxLength: 4 },
      ),
    }),
    places: fc.array(
      fc.record({
        division: fc.constantFrom(...arbitraryUnits.map(({ code }) => code), '990001', '1'),
        geometry: fc.option(fc.oneof(anyGeometry, anyGeometry, wildGeometry)),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ source, ...rest }) => ({ ...rest, ...(source && { source }) }));

/** The square degree that `anyGeometry` draws in, and little around it. */
const extent = [116, 39, 117, 40] as const;
const faultsIn = (proposal: Proposal, data: ProgrammeData, of: string) =>
  judge(data, proposal, { division: of, now, fileCount: 1, mode: 'submit', extent });

/** Chance alone would seldom take back an event of the very unit it names. */
function aimed(proposal: Proposal, { events }: Status): Proposal {
  const changes = proposal.changes.map((change) => {
    const target =
      change.kind === 'reached' ? undefined : events.find(({ id }) => id === change.retracts);
    return target ? { ...change, division: target.division, track: target.track } : change;
  });
  return { ...proposal, changes };
}

/** The proposal without what has a fault: most of what chance makes does. */
function withoutFaults(proposal: Proposal, data: ProgrammeData, of: string): Proposal {
  const fields = faultsIn(proposal, data, of).map(({ field }) => field.split('.'));
  const faulty = new Set(
    fields.flatMap((keys) => [keys.slice(0, 2).join('.'), keys.slice(0, 3).join('.')]),
  );
  const { source, changes, reporting, quotas, places = [] } = proposal;
  const counts = (quotas?.counts ?? []).filter((_, index) => !faulty.has(`quotas.counts.${index}`));
  const canBeSet =
    quotas && counts.length > 0 && !faulty.has('quotas') && !faulty.has('quotas.effective');
  const isRight = source && ![...faulty].some((field) => field.startsWith('source'));
  return {
    changes: changes.filter((_, index) => !faulty.has(`changes.${index}`)),
    source: isRight ? source : { title: '通知', publisher: '省局' },
    reporting: reporting.filter((_, index) => !faulty.has(`reporting.${index}`)),
    ...(canBeSet && { quotas: { ...quotas, counts } }),
    places: places.filter((_, index) => !faulty.has(`places.${index}`)),
  };
}

it('a proposal without faults makes facts that the check of the data finds nothing against', () => {
  let checked = 0;
  let retracted = 0;
  let set = 0;
  let placed = 0;
  fc.assert(
    fc.property(anyStatus, anyProposal, fc.constantFrom('990000', '990001'), (log, raw, of) => {
      const data: ProgrammeData = {
        ...testData(),
        divisions: [prefecture, ...counties, ...arbitraryUnits],
        status: log,
      };
      const proposal = withoutFaults(aimed(raw, log), data, of);
      if (faultsIn(proposal, data, of).length > 0) return;
      const recordedAt = recordedAfter(log, now);
      const { source, events, reporting, quotas, places } = eventsOf('R20261124-00000', proposal, {
        recordedAt,
        division: { code: of, name: '测试' },
      });
      const findings = (status: Status) =>
        checkStatus(status, data.programme, data.divisions, extent).map((found) =>
          JSON.stringify(found),
        );
      const after = findings({
        ...log,
        sources: [...log.sources, source],
        events: [...log.events, ...events],
        reporting: [...log.reporting, ...reporting],
        quotas: [...log.quotas, ...quotas],
        places: [...log.places, ...places],
      });
      // What chance put wrong into the log before is not the proposal's fault.
      expect(after.sort()).toEqual(findings(log).sort());
      checked += events.length + reporting.length;
      set += quotas.length;
      placed += places.filter(({ geometry }) => geometry?.type !== 'Point').length;
      retracted += events.filter((event) => event.retracts !== undefined).length;
    }),
    { numRuns: 2000 },
  );
  expect(checked).toBeGreaterThan(1000);
  expect(retracted).toBeGreaterThan(100);
  expect(set).toBeGreaterThan(100);
  expect(placed).toBeGreaterThan(100);
});
