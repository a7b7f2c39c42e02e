/** Progress towards a target: what is sure, what may be, what is required (DESIGN §4). */
import { dayNumber, type Day } from './date.ts';
import { isValidOn, type DivisionCode } from './division.ts';
import { foldInForce, type Standing } from './fold.ts';
import {
  countingTracks,
  trackKnowledge,
  type Knowledge,
  type TrackKnowledge,
  type UnitKnowledge,
} from './knowledge.ts';
import { oncePerTarget } from './once.ts';
import { decideOutcome, expectedOn, type Outcome } from './outcome.ts';
import { requiredCount, targetPeriod, type Target } from './programme.ts';
import {
  countStated,
  reconcile,
  statementsInForce,
  type ReconciledStatement,
} from './statement.ts';
import { lowSteps } from './timeline.ts';

/** The version of the rules below; it changes when a result could. */
export const ruleVersion = '1';

export interface TargetProgress {
  readonly id: string;
  readonly track: string;
  readonly at: Day;
  readonly deadline: Day;
  /** Titles surely held, by units the log names. */
  readonly named: number;
  /** Sure count: the named, or the statement in force where it says more. */
  readonly low: number;
  readonly high: number;
  readonly denominator: number;
  readonly required: number;
  readonly gap: number;
  readonly outcome: Outcome;
  readonly metOn: Day | null;
  /** What the straight line expects on `at`: a real number. */
  readonly expected: number;
  /** Units with a submission that waits for approval and that do not surely count yet. */
  readonly underReview: number;
  /** Units on the road, by the stage of their last happened or possible event. */
  readonly pipeline: Readonly<Record<string, number>>;
  /** Of those, the ones whose event is inferred or not yet sure to have happened. */
  readonly pipelinePossible: Readonly<Record<string, number>>;
  /** The statement in force about the furthest stage; `null` where no source gives a count. */
  readonly stated: number | null;
  readonly unnamed: number;
  readonly statements: readonly ReconciledStatement[];
  readonly counted: readonly DivisionCode[];
  /** Units that may count but do not surely do so. */
  readonly possible: readonly DivisionCode[];
  readonly notReported: readonly DivisionCode[];
  /** The day up to which every unit has reported; `null` where one never has. */
  readonly dataUpTo: Day | null;
  /** Ids of the events behind `counted`, `pipeline` and `possible`. */
  readonly events: readonly string[];
}

/** Progress on every target of the programme on `at`. */
export function progress(knowledge: Knowledge, at: Day): TargetProgress[] {
  return knowledge.programme.targets.map((target) => targetProgress(knowledge, target, at));
}

/** Progress on one target on `at`, as known at the knowledge's day. */
export function targetProgress(knowledge: Knowledge, target: Target, at: Day): TargetProgress {
  const tracks = countingTracks(knowledge, target);
  const own = trackKnowledge(knowledge, target.track);
  const units = own.knownUnits.filter(({ unit }) => isValidOn(unit, at));
  const tally = tallyUnits(own, tracks, units, at);
  const inForce = statementsInForce(own.statements, at);
  const low = Math.max(tally.counted.length, countStated(inForce));
  const high = Math.max(low, tally.counted.length + tally.possible.length);
  const required = requiredCount(target, units.length);
  const pace = { ...targetPeriod(knowledge.programme, target), required };
  const statements = inForce.map((known) => reconcile(known, own.events.values(), at));
  const furthest = inForce
    .filter(({ statement }) => statement.excluding === undefined)
    .reduce<number>((best, { order }) => Math.max(best, order), -1);
  const leading = statements.find(
    ({ stage, excluding }) =>
      excluding === null && own.track.stages.findIndex(({ id }) => id === stage) === furthest,
  );
  return {
    id: target.id,
    track: target.track,
    at,
    deadline: pace.deadline,
    named: tally.counted.length,
    low,
    high,
    denominator: units.length,
    required,
    gap: Math.max(0, required - low),
    ...decideOutcome({
      ...pace,
      at,
      low,
      high,
      onDeadline: () => boundOnDeadline(knowledge, target),
      steps: lowSteps(knowledge, target),
      thresholds: knowledge.programme.thresholds,
    }),
    expected: expectedOn(at, pace),
    stated: leading?.count ?? null,
    unnamed: leading?.unnamed ?? 0,
    statements,
    ...tally,
  };
}

/**
 * Whether the log of the unit is complete on `at`: by its reports, or because an event surely
 * happened on that very day, which tells how it stood then (decision 0003). One of which only the
 * month or year is known may have happened before.
 */
export function isReportedOn(
  track: TrackKnowledge,
  code: DivisionCode,
  standing: Standing,
  at: Day,
): boolean {
  return isCompleteOn(track.reportedTo(code), standing, at);
}

function isCompleteOn(reportedTo: Day | null, { lastHappened }: Standing, at: Day): boolean {
  if (reportedTo !== null && reportedTo >= at) return true;
  return lastHappened !== null && lastHappened.startDay >= dayNumber(at);
}

/** The upper bound and the number required on a day, without the rest of its progress. */
export function boundOn(knowledge: Knowledge, target: Target, at: Day) {
  const tracks = countingTracks(knowledge, target);
  const [own] = tracks;
  let denominator = 0;
  let mayCount = 0;
  for (const known of own.knownUnits) {
    if (!isValidOn(known.unit, at)) continue;
    denominator += 1;
    const may = tracks.some((track) => {
      const standing = foldInForce(track.eventsOf(known.unit.code), at);
      return standing.mayCount || !isReportedOn(track, known.unit.code, standing, at);
    });
    if (may) mayCount += 1;
  }
  return {
    high: Math.max(mayCount, countStated(statementsInForce(own.statements, at))),
    required: requiredCount(target, denominator),
  };
}

const boundOnDeadline = /* @__PURE__ */ oncePerTarget((knowledge, target) =>
  boundOn(knowledge, target, targetPeriod(knowledge.programme, target).deadline),
);

function tallyUnits(
  own: TrackKnowledge,
  tracks: readonly TrackKnowledge[],
  units: readonly UnitKnowledge[],
  at: Day,
) {
  const counted: DivisionCode[] = [];
  const possible: DivisionCode[] = [];
  const notReported: DivisionCode[] = [];
  const pipeline: Record<string, number> = {};
  const pipelinePossible: Record<string, number> = {};
  const events: string[] = [];
  let underReview = 0;
  let dataUpTo: Day | null | undefined;
  for (const known of units) {
    const { code } = known.unit;
    let surely = false;
    let may = false;
    for (const track of tracks) {
      const isOwn = track === own;
      const standing = foldInForce(isOwn ? known.events : track.eventsOf(code), at);
      const reportedTo = isOwn ? known.reportedTo : track.reportedTo(code);
      const isReported = isCompleteOn(reportedTo, standing, at);
      surely ||= standing.surelyCounts;
      may ||= standing.mayCount || !isReported;
      if (standing.current) events.push(standing.current.id);
      if (!isOwn) continue;
      if (!isReported) notReported.push(code);
      const stage = standing.current?.stage;
      if (stage && !stage.counts && !stage.exit) {
        pipeline[stage.id] = (pipeline[stage.id] ?? 0) + 1;
        if (standing.isPossible) {
          pipelinePossible[stage.id] = (pipelinePossible[stage.id] ?? 0) + 1;
        }
      }
    }
    if (surely) counted.push(code);
    else {
      if (may) possible.push(code);
      if (known.isUnderReview) underReview += 1;
    }
    const { reportedTo } = known;
    if (dataUpTo === undefined) dataUpTo = reportedTo;
    else if (dataUpTo !== null && (reportedTo === null || reportedTo < dataUpTo))
      dataUpTo = reportedTo;
  }
  return {
    counted,
    possible,
    notReported,
    pipeline,
    pipelinePossible,
    events,
    underReview,
    dataUpTo: dataUpTo ?? null,
  };
}
