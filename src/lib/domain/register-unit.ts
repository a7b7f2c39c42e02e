/**
 * How every township or village of a register stands on one day. By the rules of `progress`, so
 * that the counts of a register and of its target are the same (DESIGN §4, §6).
 */
import { dayNumber, type Day } from './date.ts';
import { countyCode, isValidOn, type Division } from './division.ts';
import { foldOn, type Standing } from './fold.ts';
import {
  countingTracks,
  trackKnowledge,
  type Knowledge,
  type TrackKnowledge,
} from './knowledge.ts';
import { isReportedOn } from './progress.ts';
import type { Stage, Target } from './programme.ts';
import type { ReachedEvent } from './status.ts';

/** The levels that have a register; the track of their titles has the same name. */
export const registerLevels = ['township', 'village'] as const;
export type RegisterLevel = (typeof registerLevels)[number];

/**
 * From the surest to the least known: the title is held; a known event may make it so; it was held
 * and is no more; it never was; nothing is known and reports are missing.
 */
export const unitStates = ['counted', 'possible', 'left', 'none', 'unreported'] as const;
export type UnitState = (typeof unitStates)[number];

export interface RegisterUnit {
  readonly division: Division;
  readonly county: Division | null;
  /** Of a village; `null` of a township. */
  readonly township: Division | null;
  readonly state: UnitState;
  /** Between the target's sure count and its upper bound: possible, or not reported. */
  readonly mayCount: boolean;
  /** The last happened or possible event, and its stage; `null`: none is known. */
  readonly event: ReachedEvent | null;
  readonly stage: Stage | null;
  /** The last day of the event's effective date, by which it is sorted. */
  readonly effectiveEnd: Day | null;
  /** The event is inferred or not yet sure to have happened. */
  readonly isPossible: boolean;
  readonly isReported: boolean;
  readonly reportedTo: Day | null;
  readonly isUnderReview: boolean;
}

/** The target that the units of a level count toward; `undefined` where the programme sets none. */
export function targetOfLevel({ programme }: Knowledge, level: RegisterLevel): Target | undefined {
  return programme.targets.find(({ track }) => track === level);
}

/** Every unit of the register that exists on `at`, in the order of codes. */
export function registerUnits(
  knowledge: Knowledge,
  level: RegisterLevel,
  at: Day,
): readonly RegisterUnit[] {
  const target = targetOfLevel(knowledge, level);
  const own = trackKnowledge(knowledge, level);
  const tracks = target ? countingTracks(knowledge, target) : [own];
  return own.units
    .filter((unit) => isValidOn(unit, at))
    .map((unit) => registerUnit(knowledge, tracks, unit, at));
}

function registerUnit(
  { divisions }: Knowledge,
  tracks: readonly TrackKnowledge[],
  division: Division,
  at: Day,
): RegisterUnit {
  const { code } = division;
  const day = dayNumber(at);
  const standings = tracks.map((track) => ({ track, standing: foldOn(track.eventsOf(code), day) }));
  const isReported = standings.every(({ track, standing }) =>
    isReportedOn(track, code, standing, at),
  );
  const own = standings[0];
  const leading =
    standings.find(({ standing }) => standing.surelyCounts) ??
    standings.find(({ standing }) => standing.mayCount) ??
    own;
  const standing = leading?.standing ?? foldOn([], day);
  const parent = division.parent === null ? undefined : divisions.get(division.parent);
  return {
    division,
    county: divisions.get(countyCode(code)) ?? null,
    township: parent?.level === 'township' ? parent : null,
    state: unitStateOf(standing, isReported),
    mayCount: !standing.surelyCounts && (standing.mayCount || !isReported),
    event: standing.current?.event ?? null,
    stage: standing.current?.stage ?? null,
    effectiveEnd: standing.current?.effective.end ?? null,
    isPossible: standing.isPossible,
    isReported,
    reportedTo: own?.track.reportedTo(code) ?? null,
    isUnderReview: own?.track.underReview.has(code) ?? false,
  };
}

/** The state of a unit from its fold. A title once held stands until an event says otherwise. */
export function unitStateOf(standing: Standing, isReported: boolean): UnitState {
  if (standing.surelyCounts) return 'counted';
  if (standing.mayCount) return 'possible';
  if (standing.current?.stage.exit) return 'left';
  return isReported ? 'none' : 'unreported';
}
