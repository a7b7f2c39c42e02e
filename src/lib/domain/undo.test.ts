import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placed, quotaSet, reached, reported, testCounty, testData } from './fixture.ts';
import { fold } from './fold.ts';
import { knowledgeOf } from './knowledge.ts';
import { eventsOf, recordedAfter } from './proposed-events.ts';
import { quotasOf } from './quota-standing.ts';
import type { Status, StatusEvent } from './status.ts';
import type { Change, Proposal } from './submission.ts';
import { recordCount, undoing, undoKey } from './undo.ts';

const { programme, divisions, status: nothing } = testData({ reporting: [] });
const national = programme.tracks.find(({ id }) => id === 'national');
if (!national) throw new Error('no track');
const counties = ['990001', '990002'] as const;
const units = ['990001100', '990001101'] as const;
const days = [2020, 2021, 2022, 2023, 2024, 2025].flatMap((year) => [
  `${year}-01-31`,
  `${year}-12-31`,
]);

type Facts = Omit<Status, '$schema'>;

/** The facts with those of a proposal behind them, as approval writes them. */
function after(facts: Facts, id: string, proposal: Proposal, now = '2026-02-01'): Facts {
  const recordedAt = recordedAfter(facts, Date.parse(now));
  const made = eventsOf(id, proposal, { recordedAt, division: testCounty(1) });
  return {
    ...facts,
    sources: [...facts.sources, made.source],
    events: [...facts.events, ...made.events],
    reporting: [...facts.reporting, ...made.reporting],
    quotas: [...facts.quotas, ...made.quotas],
    places: [...facts.places, ...made.places],
  };
}

function undone(facts: Facts, submission: string, as: string): Facts {
  return after(facts, as, undoing(facts, submission, '名单有误').proposal);
}

/** All that is folded from the facts, as known on a day, without the ids of what it was folded from. */
function standing(facts: Facts, knownAt?: string) {
  const knowledge = knowledgeOf({ programme, divisions, status: facts, proposals: [] }, knownAt);
  const ofTrack = programme.tracks.map(({ id }) => ({
    reported: counties.map((county) => knowledge.tracks.get(id)?.reportedTo(county)),
    quotas: days.map((day) =>
      [...quotasOf(knowledge, id, day).values()]
        .map(({ division, count }) => `${division} ${count}`)
        .sort(),
    ),
    events: counties.map((county) =>
      days.map((at) => fold(ofUnit(facts, county, id), national ?? fail(), { at, ...known() })),
    ),
  }));
  const places = units.map((unit) => knowledge.places.get(unit)?.geometry ?? null);
  return { ofTrack, places };

  function known() {
    return knownAt === undefined ? {} : { knownAt };
  }
}

function fail(): never {
  throw new Error('no track');
}

function ofUnit({ events }: Facts, county: string, track: string): readonly StatusEvent[] {
  return events.filter((event) => event.division === county && event.track === track);
}

const point = (x: number) => ({ type: 'Point' as const, coordinates: [x, 39] });
const county = fc.constantFrom(...counties);
const effective = fc.constantFrom('2020', '2021', '2021-12', '2022-12-31', '2022', '2023-06');
const day = fc.constantFrom('2024-01-31', '2024-06-30', '2024-12-31');
const instant = fc
  .integer({ min: 1, max: 20 })
  .map((of) => `2026-01-${String(of).padStart(2, '0')}T09:00:00+08:00`);
const stage = fc.constantFrom(...national.stages.map(({ id }) => id));

const before: fc.Arbitrary<Facts> = fc
  .record({
    reports: fc.array(fc.tuple(county, fc.option(day), instant), { maxLength: 4 }),
    quotas: fc.array(fc.tuple(county, fc.option(fc.nat(9)), effective, instant), { maxLength: 5 }),
    places: fc.array(fc.tuple(fc.constantFrom(...units), fc.option(fc.nat(9)), instant), {
      maxLength: 4,
    }),
    events: fc.array(fc.tuple(county, stage, effective, instant), { maxLength: 4 }),
  })
  .map(({ reports, quotas, places, events }) => ({
    ...nothing,
    reporting: reports.map(([division, completeTo, recordedAt]) => ({
      ...reported(division, '2024-01-31', { recordedAt }),
      completeTo,
    })),
    quotas: quotas.map(([division, count, from, recordedAt]) =>
      quotaSet(division, 0, from, { count, recordedAt }),
    ),
    places: places.map(([unit, x, recordedAt]) =>
      placed(unit, x === null ? null : point(x), { recordedAt }),
    ),
    events: events.map(([division, id, from, recordedAt]) =>
      reached(id, from, { division, recordedAt }),
    ),
  }));

/** A proposal of any of the four kinds; `corrects`: which events of before it takes back. */
const proposed = fc.record({
  changes: fc.array(fc.tuple(county, stage, effective, fc.option(fc.nat(3))), { maxLength: 3 }),
  completeTo: fc.option(day),
  quotas: fc.option(
    fc.tuple(effective, fc.uniqueArray(fc.tuple(county, fc.nat(9)), { selector: ([of]) => of })),
  ),
  places: fc.uniqueArray(fc.tuple(fc.constantFrom(...units), fc.nat(9)), {
    selector: ([of]) => of,
  }),
});
type Proposed = typeof proposed extends fc.Arbitrary<infer Value> ? Value : never;

function proposalOf({ changes, completeTo, quotas, places }: Proposed, facts: Facts): Proposal {
  const corrected = new Set<string>();
  return {
    changes: changes.map(([division, id, from, corrects]): Change => {
      const told = { division, track: 'national', stage: id, effective: from };
      const event = corrects === null ? undefined : facts.events[corrects];
      if (!event || event.division !== division || corrected.has(event.id)) {
        return { kind: 'reached', ...told };
      }
      corrected.add(event.id);
      return { kind: 'correction', ...told, retracts: event.id, reason: '误' };
    }),
    reporting: completeTo === null ? [] : [{ track: 'national', completeTo }],
    ...(quotas && {
      quotas: {
        effective: quotas[0],
        counts: quotas[1].map(([division, count]) => ({
          division,
          track: 'township',
          count: String(count),
        })),
      },
    }),
    places: places.map(([division, x]) => ({ division, geometry: point(x) })),
  };
}

describe('undoing a submission', () => {
  it('leaves all as it was before, when nothing else has come between', () => {
    fc.assert(
      fc.property(before, proposed, (facts, draft) => {
        const wrote = after(facts, 'R1', proposalOf(draft, facts));
        const { left } = undoing(wrote, 'R1', '误');
        expect(left).toEqual([]);
        const back = undone(wrote, 'R1', 'R2');
        expect(standing(back)).toEqual(standing(facts));
        // And what was known before the undoing stays known of that day.
        expect(wrote.events.every((event) => back.events.includes(event))).toBe(true);
      }),
    );
  });

  it('is itself undone by the same: all stands as it had been written', () => {
    fc.assert(
      fc.property(before, proposed, (facts, draft) => {
        const wrote = after(facts, 'R1', proposalOf(draft, facts));
        const back = undone(wrote, 'R1', 'R2');
        expect(standing(undone(back, 'R2', 'R3'))).toEqual(standing(wrote));
        expect(recordCount(undoing(back, 'R1', '误').proposal)).toBe(0);
      }),
    );
  });

  it('leaves what another has changed since, and tells it', () => {
    fc.assert(
      fc.property(before, proposed, proposed, (facts, draft, other) => {
        const wrote = after(facts, 'R1', proposalOf(draft, facts));
        const changed = after(wrote, 'R9', proposalOf(other, wrote));
        const { left, proposal } = undoing(changed, 'R1', '误');
        const back = after(changed, 'R2', proposal);
        const written = (from: Facts) => recordCount(undoing(from, 'R1', '误').proposal);
        expect(left.length + recordCount(proposal)).toBe(written(wrote));
        // What the other set stands wherever it stood: the last word on each.
        expect(standing(back).places).toEqual(
          units.map((unit, index) =>
            (proposalOf(other, wrote).places ?? []).some(({ division }) => division === unit)
              ? standing(changed).places[index]
              : standing(facts).places[index],
          ),
        );
      }),
    );
  });

  it('does not change what was known before it', () => {
    const facts = after(nothing, 'R1', {
      changes: [],
      reporting: [{ track: 'national', completeTo: '2024-01-31' }],
      quotas: {
        effective: '2023',
        counts: [{ division: '990001', track: 'township', count: '6' }],
      },
      places: [{ division: units[0], geometry: point(116) }],
    });
    const proposal = undoing(facts, 'R1', '名单有误').proposal;
    const back = after(facts, 'R2', proposal, '2026-03-01');
    expect(standing(back, '2026-02-20')).toEqual(standing(facts));
    expect(standing(back)).toEqual(standing(nothing));
    expect(back.quotas.at(-1)).toMatchObject({ count: null, note: '名单有误' });
    expect(back.reporting.at(-1)).toMatchObject({ completeTo: null });
    expect(back.places.at(-1)).toMatchObject({ geometry: null, note: '名单有误' });
    expect(back.sources.at(-1)).toMatchObject({ note: '名单有误' });
  });

  it('has another key for every other undoing', () => {
    const unit = { division: '990001', track: 'national' };
    const change = { kind: 'reached', ...unit, stage: 'named', effective: '2023-11' } as const;
    const places = units.map((division) => ({ division, geometry: point(116) }));
    const wrote = after(nothing, 'R1', { changes: [change], reporting: [], places });
    const { proposal } = undoing(wrote, 'R1', '误');
    // One place is left out: it can be taken back by another undoing.
    const part = after(wrote, 'R2', { ...proposal, places: (proposal.places ?? []).slice(1) });
    expect(undoing(part, 'R1', '误').proposal.places).toHaveLength(1);
    const back = undone(wrote, 'R1', 'R2');
    const again = undone(back, 'R2', 'R3');
    const keys = [wrote, part, again].map((facts) => undoKey(facts, 'R1'));
    expect(new Set(keys).size).toBe(3);
    expect(undoKey(wrote, 'R1')).toBe(undoKey(wrote, 'R1'));
  });
});
