/** How one county stands: its stage on each county track, and its count of forest townships and villages. */
import type { Day } from './date.ts';
import { countyCode, isValidOn, type Division, type DivisionCode } from './division.ts';
import { foldInForce } from './fold.ts';
import { trackKnowledge, type Knowledge, type TrackKnowledge } from './knowledge.ts';
import { isReportedOn } from './progress.ts';
import type { Stage } from './programme.ts';
import { quotasOf } from './quota-standing.ts';
import type { ReachedEvent } from './status.ts';

/** `confirmed`; `inferred`: concluded, with a reason; `partial`: the date leaves open whether it happened yet. */
export type Certainty = 'confirmed' | 'inferred' | 'partial';

export interface TrackStanding {
  readonly track: string;
  /** Stage of the last happened or possible event; `null`: no event is known. */
  readonly stage: Stage | null;
  /** Place of the stage on the road; -1 where no event is known. */
  readonly order: number;
  readonly certainty: Certainty | null;
  readonly event: ReachedEvent | null;
  readonly surelyCounts: boolean;
  readonly isReported: boolean;
  /** The day up to which the log is complete; `null`: never reported. */
  readonly reportedTo: Day | null;
  readonly isUnderReview: boolean;
}

/**
 * What counted units are held against. On a day on which any county has a quota for the track, every
 * county's is its quota: two measures on one ramp would make counties look alike that are not.
 */
export type Measure = 'quota' | 'eligible';

export interface UnitTally {
  readonly track: string;
  /** The same for every county of the track on that day. */
  readonly measure: Measure;
  /** The county's part of the target; `null`: none is set for it. */
  readonly quota: number | null;
  /** Units that surely count, of `eligible` that could. */
  readonly counted: number;
  /** Units a known event may make count. */
  readonly possible: number;
  readonly eligible: number;
  readonly isReported: boolean;
  readonly reportedTo: Day | null;
}

export interface CountyStanding {
  readonly division: Division;
  readonly national: TrackStanding;
  readonly provincial: TrackStanding;
  readonly townships: UnitTally;
  readonly villages: UnitTally;
}

/** How one unit stands on one track on `at`. */
export function trackStanding(
  knowledge: Knowledge,
  trackId: string,
  code: DivisionCode,
  at: Day,
): TrackStanding {
  const track = trackKnowledge(knowledge, trackId);
  const standing = foldInForce(track.eventsOf(code), at);
  const event = standing.current?.event ?? null;
  return {
    track: trackId,
    stage: standing.current?.stage ?? null,
    order: standing.current?.order ?? -1,
    certainty: event && certaintyOf(event, standing.isPossible),
    event,
    surelyCounts: standing.surelyCounts,
    isReported: isReportedOn(track, code, standing, at),
    reportedTo: track.reportedTo(code),
    isUnderReview: track.underReview.has(code),
  };
}

function certaintyOf(event: ReachedEvent, isPossible: boolean): Certainty {
  if (event.certainty === 'inferred') return 'inferred';
  return isPossible ? 'partial' : 'confirmed';
}

/** Answers for a county-level division: its units on a township or village track, counted. */
function unitTallies(
  knowledge: Knowledge,
  trackId: string,
  at: Day,
): (county: DivisionCode) => UnitTally {
  const track = trackKnowledge(knowledge, trackId);
  const quotas = quotasOf(knowledge, trackId, at);
  const tallies = new Map<DivisionCode, UnitTally>();
  for (const unit of track.units) {
    if (!isValidOn(unit, at)) continue;
    const county = countyCode(unit.code);
    const before = tallies.get(county) ?? emptyTally(track, quotas, county, at);
    const standing = foldInForce(track.eventsOf(unit.code), at);
    tallies.set(county, {
      ...before,
      eligible: before.eligible + 1,
      counted: before.counted + (standing.surelyCounts ? 1 : 0),
      possible: before.possible + (!standing.surelyCounts && standing.mayCount ? 1 : 0),
    });
  }
  return (county) => tallies.get(county) ?? emptyTally(track, quotas, county, at);
}

/** The tally of a county with no unit that could count. */
function emptyTally(
  track: TrackKnowledge,
  quotas: ReturnType<typeof quotasOf>,
  county: DivisionCode,
  at: Day,
): UnitTally {
  const reportedTo = track.reportedTo(county);
  return {
    track: track.track.id,
    measure: quotas.size > 0 ? 'quota' : 'eligible',
    quota: quotas.get(county)?.count ?? null,
    counted: 0,
    possible: 0,
    eligible: 0,
    isReported: reportedTo !== null && reportedTo >= at,
    reportedTo,
  };
}

/** How every county-level division stands on `at`, in the order of codes. */
export function countyStandings(knowledge: Knowledge, at: Day): CountyStanding[] {
  const townships = unitTallies(knowledge, 'township', at);
  const villages = unitTallies(knowledge, 'village', at);
  return [...knowledge.divisions.values()]
    .filter((division) => division.level === 'county' && isValidOn(division, at))
    .map((division) => ({
      division,
      national: trackStanding(knowledge, 'national', division.code, at),
      provincial: trackStanding(knowledge, 'provincial', division.code, at),
      townships: townships(division.code),
      villages: villages(division.code),
    }));
}
