import fc from 'fast-check';
import { expect, it } from 'vitest';
import { testCounties, testCounty, testData, testStages } from '../../domain/fixture.ts';
import type { ProgrammeData } from '../../domain/programme-data.ts';
import { faultsOf } from '../../domain/proposal-faults.ts';
import { eventsOf, recordedAfter } from '../../domain/proposed-events.ts';
import type { Status } from '../../domain/status.ts';
import type { Change, Proposal } from '../../domain/submission.ts';
import { anyDay, anyStatus } from '../../export/arbitrary-status.ts';
import { checkStatus } from '../data/check-status.ts';

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
  })
  .map(({ source, ...rest }) => ({ ...rest, ...(source && { source }) }));

const faultsIn = (proposal: Proposal, data: ProgrammeData, of: string) =>
  faultsOf(proposal, { data, division: of, today, fileCount: 1, mode: 'submit' });

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
  const faulty = new Set(
    faultsIn(proposal, data, of).map(({ field }) => field.split('.').slice(0, 2).join('.')),
  );
  const { source, changes, reporting } = proposal;
  const isRight = source && ![...faulty].some((field) => field.startsWith('source'));
  return {
    changes: changes.filter((_, index) => !faulty.has(`changes.${index}`)),
    source: isRight ? source : { title: '通知', publisher: '省局' },
    reporting: reporting.filter((_, index) => !faulty.has(`reporting.${index}`)),
  };
}

it('a proposal without faults makes facts that the check of the data finds nothing against', () => {
  let checked = 0;
  let retracted = 0;
  fc.assert(
    fc.property(anyStatus, anyProposal, fc.constantFrom('990000', '990001'), (log, raw, of) => {
      const data: ProgrammeData = {
        ...testData(),
        divisions: [prefecture, ...counties],
        status: log,
      };
      const proposal = withoutFaults(aimed(raw, log), data, of);
      if (faultsIn(proposal, data, of).length > 0) return;
      const recordedAt = recordedAfter(log, now);
      const { source, events, reporting } = eventsOf('R20261124-00000', proposal, {
        recordedAt,
        division: { code: of, name: '测试' },
      });
      const findings = (status: Status) =>
        checkStatus(status, data.programme, data.divisions).map((found) => JSON.stringify(found));
      const after = findings({
        ...log,
        sources: [...log.sources, source],
        events: [...log.events, ...events],
        reporting: [...log.reporting, ...reporting],
      });
      // What chance put wrong into the log before is not the proposal's fault.
      expect(after.sort()).toEqual(findings(log).sort());
      checked += events.length + reporting.length;
      retracted += events.filter((event) => event.retracts !== undefined).length;
    }),
    { numRuns: 2000 },
  );
  expect(checked).toBeGreaterThan(1000);
  expect(retracted).toBeGreaterThan(100);
});
