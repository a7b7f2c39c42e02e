/** What is known on a day: the facts of the data, indexed by track and unit, ready to be folded. */
import { dayNumber, rememberingIntervals, type Day } from './date.ts';
import type { Division, DivisionCode } from './division.ts';
import { eventsInForce, isKnownBy, type KnownEvent } from './fold.ts';
import { placesKnown, type LocatedPlace } from './place.ts';
import type { Programme, Target, Track } from './programme.ts';
import type { ProgrammeData } from './programme-data.ts';
import { quotasOfTrack, type KnownQuota } from './quota.ts';
import { statementsOfTrack, type KnownStatement } from './statement.ts';
import type { Reporting, Source, StatusEvent } from './status.ts';

const noEvents: readonly KnownEvent[] = [];

/**
 * One unit of a track, with all that progress asks of it: of most it need not look at the division
 * itself, which lies elsewhere in memory.
 */
export interface UnitKnowledge {
  readonly code: DivisionCode;
  readonly events: readonly KnownEvent[];
  /** The day up to which the log is complete, as `dayNumber` has it; 0 where nobody has reported. */
  readonly reportedDay: number;
  readonly isUnderReview: boolean;
  /** Whether it did not exist on every day: `isValidOn` need be asked of no other. */
  readonly isBounded: boolean;
  readonly unit: Division;
  readonly reportedTo: Day | null;
}

/** One track as it is known: its units, their events in force, statements and reporting. */
export interface TrackKnowledge {
  readonly track: Track;
  /** Every division counted for the track, in the order of codes; validity is not applied. */
  readonly units: readonly Division[];
  /** The same units with what is known of each, in the same order. */
  readonly knownUnits: readonly UnitKnowledge[];
  readonly statements: readonly KnownStatement[];
  /** In the order they replace each other; `quotasOf` says which are in force. */
  readonly quotas: readonly KnownQuota[];
  /** Units with submitted events that no approval has answered yet. */
  readonly underReview: ReadonlySet<DivisionCode>;
  /** The events in force of every unit that has any. */
  readonly events: ReadonlyMap<DivisionCode, readonly KnownEvent[]>;
  /** The events in force of one unit, in the fold's order. */
  eventsOf(code: DivisionCode): readonly KnownEvent[];
  /** The day up to which the unit's log is complete; `null` where nobody has reported. */
  reportedTo(code: DivisionCode): Day | null;
}

export interface Knowledge {
  readonly programme: Programme;
  /** The day of knowledge; `undefined`: everything that is recorded. */
  readonly knownAt: Day | undefined;
  readonly divisions: ReadonlyMap<DivisionCode, Division>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly tracks: ReadonlyMap<string, TrackKnowledge>;
  /** Where units lie, of those somebody has placed. */
  readonly places: ReadonlyMap<DivisionCode, LocatedPlace>;
}

/** What is known at the end of `knownAt` (Asia/Shanghai), or all that is recorded. */
export function knowledgeOf(data: ProgrammeData, knownAt?: Day): Knowledge {
  const { programme, status } = data;
  const divisions = new Map(data.divisions.map((division) => [division.code, division]));
  const eventsByTrack = groupBy(status.events, (event) => event.track);
  const proposalsByTrack = groupBy(data.proposals, (event) => event.track);
  const reportingByTrack = groupBy(
    status.reporting.filter((reporting) => isKnownBy(reporting.recordedAt, knownAt)),
    (reporting) => reporting.track,
  );
  const tracks = new Map<string, TrackKnowledge>();
  for (const track of programme.tracks) {
    const units = data.divisions.filter((division) => division.countedFor.includes(track.id));
    const indexed = indexEvents(eventsByTrack.get(track.id) ?? [], units, track, knownAt);
    const reportedTo = indexReporting(reportingByTrack.get(track.id) ?? [], divisions);
    const underReview = new Set(
      (proposalsByTrack.get(track.id) ?? [])
        .filter((event) => isKnownBy(event.recordedAt, knownAt))
        .map((event) => event.division),
    );
    tracks.set(track.id, {
      ...indexed,
      track,
      units,
      knownUnits: units.map((unit) => knownUnit(unit, indexed, reportedTo, underReview)),
      statements: statementsOfTrack(status.statements, track, knownAt),
      quotas: quotasOfTrack(status.quotas, track.id, knownAt),
      underReview,
      reportedTo,
    });
  }
  const sources = new Map(status.sources.map((source) => [source.id, source]));
  const places = placesKnown(status.places, knownAt);
  return { programme, knownAt, divisions, sources, tracks, places };
}

function knownUnit(
  unit: Division,
  { eventsOf }: Pick<TrackKnowledge, 'eventsOf'>,
  reportedOf: TrackKnowledge['reportedTo'],
  underReview: ReadonlySet<DivisionCode>,
): UnitKnowledge {
  const { code, validFrom, validTo } = unit;
  const reportedTo = reportedOf(code);
  return {
    code,
    events: eventsOf(code),
    reportedDay: reportedTo === null ? 0 : dayNumber(reportedTo),
    isUnderReview: underReview.has(code),
    isBounded: validFrom !== null || validTo !== null,
    unit,
    reportedTo,
  };
}

/** The knowledge of one track. Throws on a track the programme lacks: a fault of the caller. */
export function trackKnowledge(knowledge: Knowledge, trackId: string): TrackKnowledge {
  const track = knowledge.tracks.get(trackId);
  if (!track) throw new RangeError(`The programme has no track "${trackId}".`);
  return track;
}

/** The tracks whose titles count toward the target: its own first. */
export function countingTracks(
  knowledge: Knowledge,
  target: Target,
): readonly [TrackKnowledge, ...TrackKnowledge[]] {
  return [
    trackKnowledge(knowledge, target.track),
    ...target.alsoCountedBy.map((id) => trackKnowledge(knowledge, id)),
  ];
}

/** Made in the order of the units, so that they lie in memory as progress reads them. */
function indexEvents(
  events: readonly StatusEvent[],
  units: readonly Division[],
  track: Track,
  knownAt: Day | undefined,
) {
  const byUnit = groupBy(events, (event) => event.division);
  const inForce = new Map<DivisionCode, readonly KnownEvent[]>();
  const readInterval = rememberingIntervals();
  for (const code of [...units.map((unit) => unit.code), ...byUnit.keys()]) {
    const ofUnit = byUnit.get(code);
    if (!ofUnit || inForce.has(code)) continue;
    inForce.set(code, eventsInForce(ofUnit, track, knownAt, readInterval));
  }
  return {
    events: inForce,
    eventsOf: (code: DivisionCode) => inForce.get(code) ?? noEvents,
  };
}

/**
 * A report covers the division and everything below it. Of reports about the same division the
 * last recorded holds (it may set a date back); among a unit and its ancestors the furthest day.
 */
function indexReporting(
  reports: readonly Reporting[],
  divisions: ReadonlyMap<DivisionCode, Division>,
): (code: DivisionCode) => Day | null {
  const latest = new Map<DivisionCode, Reporting>();
  for (const report of reports) {
    const other = latest.get(report.division);
    if (!other || Date.parse(report.recordedAt) >= Date.parse(other.recordedAt)) {
      latest.set(report.division, report);
    }
  }
  const answers = new Map<DivisionCode, Day | null>();
  const reportedTo = (code: DivisionCode): Day | null => {
    const answer = answers.get(code);
    if (answer !== undefined) return answer;
    const own = latest.get(code)?.completeTo ?? null;
    const parent = divisions.get(code)?.parent ?? null;
    const above = parent === null ? null : reportedTo(parent);
    const result = own === null || (above !== null && above > own) ? above : own;
    answers.set(code, result);
    return result;
  };
  return reportedTo;
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
