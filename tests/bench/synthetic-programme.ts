/**
 * A made-up history of any length for made-up divisions, on the tracks, stages and targets of the
 * real programme: every kind of event the fold knows, the same for the same seed.
 */
import type { PartialDate } from '../../src/lib/domain/date.ts';
import type { Division } from '../../src/lib/domain/division.ts';
import type { Programme, Track } from '../../src/lib/domain/programme.ts';
import type { ProgrammeData } from '../../src/lib/domain/programme-data.ts';
import type {
  ReachedEvent,
  Reporting,
  Statement,
  StatusEvent,
} from '../../src/lib/domain/status.ts';
import { seededRandom, type Random } from './random.ts';
import { syntheticDivisions, type Size } from './synthetic-divisions.ts';

export interface SyntheticOptions extends Size {
  readonly events: number;
  readonly seed: number;
}

/** Events of a county, township or village compared with each other: counties have longer roads. */
const eventsPerUnit: Readonly<Record<Division['level'], number>> = {
  prefecture: 8,
  county: 8,
  township: 3,
  village: 3,
};

const inferredShare = 0.1;
const monthShare = 0.1;
const yearShare = 0.1;
const retractionShare = 0.02;
const correctionShare = 0.02;
const exitShare = 0.1;
const firstYear = 2019;
const years = 9;

/** Exactly `events` events between 2019 and 2027, on units and tracks drawn by the seed. */
export function syntheticProgramme(
  programme: Programme,
  { events: count, seed, ...size }: SyntheticOptions,
): ProgrammeData {
  const random = seededRandom(seed);
  const divisions = syntheticDivisions(size);
  const draw = unitDrawer(programme, divisions, random);
  const events: StatusEvent[] = [];
  const order = new Map<string, number>();
  for (let index = 0; index < count; index += 1) {
    const [unit, track] = draw();
    const earlier = index === 0 ? undefined : events[random.below(index)];
    events.push(nextEvent({ id: `B${index}`, unit, track, earlier, order, random }));
  }
  return {
    programme,
    divisions,
    status: {
      sources: [{ id: 'bench', title: 'bench', publisher: 'bench' }],
      events,
      statements: statements(programme),
      reporting: reporting(programme, divisions, random),
      quotas: [],
      places: [],
    },
    proposals: [],
  };
}

interface Draft {
  readonly id: string;
  readonly unit: Division;
  readonly track: Track;
  /** Any event made before, for a retraction or correction. */
  readonly earlier: StatusEvent | undefined;
  /** The place each unit has reached on each track. */
  readonly order: Map<string, number>;
  readonly random: Random;
}

function nextEvent({ id, unit, track, earlier, order, random }: Draft): StatusEvent {
  const recordedAt = `${day(random)}T09:00:00+08:00`;
  if (earlier && random.chance(retractionShare)) {
    const { division, track: trackId } = earlier;
    return {
      kind: 'retraction',
      id,
      division,
      track: trackId,
      recordedAt,
      source: 'bench',
      retracts: earlier.id,
      reason: 'bench',
    };
  }
  if (earlier?.kind === 'reached' && random.chance(correctionShare)) {
    return { ...earlier, id, recordedAt, retracts: earlier.id, reason: 'bench' };
  }
  const key = `${track.id} ${unit.code}`;
  const place = ((order.get(key) ?? -1) + 1) % track.stages.length;
  const exits = track.stages.filter(({ exit }) => exit);
  const isExit = random.chance(exitShare);
  const stage = isExit ? exits[random.below(exits.length)] : track.stages[place];
  order.set(key, place);
  const isInferred = random.chance(inferredShare);
  const event: ReachedEvent = {
    kind: 'reached',
    id,
    division: unit.code,
    track: track.id,
    stage: (stage ?? track.stages[0])?.id ?? '',
    effective: effective(random),
    certainty: isInferred ? 'inferred' : 'confirmed',
    recordedAt,
    source: 'bench',
  };
  return isInferred ? { ...event, reason: 'bench' } : event;
}

/** Draws a unit and one of its tracks, each by the length of its road. */
function unitDrawer(programme: Programme, divisions: readonly Division[], random: Random) {
  const tracks = new Map(programme.tracks.map((track) => [track.id, track]));
  const places: (readonly [Division, Track])[] = [];
  for (const division of divisions) {
    for (const id of division.countedFor) {
      const track = tracks.get(id);
      if (!track) continue;
      for (let n = 0; n < eventsPerUnit[division.level]; n += 1) places.push([division, track]);
    }
  }
  return (): readonly [Division, Track] => {
    const place = places[random.below(places.length)];
    if (!place) throw new RangeError('No division counts for any track of the programme.');
    return place;
  };
}

/** Two counts a year apart about the first and the first counting stage of every track. */
function statements(programme: Programme): Statement[] {
  return programme.tracks.flatMap((track) =>
    [track.stages[0], track.stages.find(({ counts }) => counts)].flatMap((stage, place) =>
      [2020, 2021].map((year, index) => ({
        id: `S-${track.id}-${place}-${year}`,
        track: track.id,
        stage: stage?.id ?? '',
        count: 2 + index,
        effective: String(year),
        recordedAt: `${year + 1}-01-15T09:00:00+08:00`,
        source: 'bench',
      })),
    ),
  );
}

/** Every county has reported on every track up to some year's end, nine of ten of them lately. */
function reporting(
  programme: Programme,
  divisions: readonly Division[],
  random: Random,
): Reporting[] {
  return divisions
    .filter(({ level }) => level === 'county')
    .flatMap(({ code }) =>
      programme.tracks.map(({ id }) => ({
        division: code,
        track: id,
        completeTo: random.chance(0.9) ? '2026-12-31' : '2020-12-31',
        recordedAt: '2027-01-15T09:00:00+08:00',
        source: 'bench',
      })),
    );
}

function effective(random: Random): PartialDate {
  const text = day(random);
  if (random.chance(yearShare)) return text.slice(0, 4);
  return random.chance(monthShare) ? text.slice(0, 7) : text;
}

/** A day between 2019-01-01 and 2027-12-28. */
export function day(random: Random): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${firstYear + random.below(years)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
}
