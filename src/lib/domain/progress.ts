/** Progress towards a target: what is sure, what may be, what is required (DESIGN §4). */
import { dayNumber, type Day } from './date.ts';
import { isValidOn, type DivisionCode } from './division.ts';
import { foldInForce, foldOn, type Standing } from './fold.ts';
import {
  countingTracks,
  trackKnowledge,
  type Knowledge,
  type TrackKnowledge,
  type UnitKnowledge,
} from './knowledge.ts';
import { oncePerTarget } from './once.ts';
import { decideOutcome, expectedOn, type Outcome } from './outcome.ts';
import { requiredCount, stageOrder, targetPeriod, type Target } from './programme.ts';
import {
  countStated,
  namedDays,
  reconcile,
  statementsInForce,
  type NamedDays,
  type ReconciledStatement,
} from './statement.ts';
import { Refilled } from './refilled.ts';
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
  const { denominator, ...tally } = tallyUnits(tracks, listsOf(knowledge, target), at);
  const inForce = statementsInForce(own.statements, at);
  const low = Math.max(tally.counted.length, countStated(inForce));
  const high = Math.max(low, tally.counted.length + tally.possible.length);
  const required = requiredCount(target, denominator);
  const pace = { ...targetPeriod(knowledge.programme, target), required };
  const named = daysNamed(knowledge, target);
  const statements = inForce.map((known) => reconcile(known, named(known.order), at));
  const furthest = inForce
    .filter(({ statement }) => statement.excluding === undefined)
    .reduce<number>((best, { order }) => Math.max(best, order), -1);
  const leading = statements.find(
    ({ stage, excluding }) => excluding === null && stageOrder(own.track, stage) === furthest,
  );
  return {
    id: target.id,
    track: target.track,
    at,
    deadline: pace.deadline,
    named: tally.counted.length,
    low,
    high,
    denominator,
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
  const reportedTo = track.reportedTo(code);
  return isCompleteOn(reportedTo === null ? 0 : dayNumber(reportedTo), standing, dayNumber(at));
}

function isCompleteOn(reportedDay: number, { lastHappened }: Standing, day: number): boolean {
  return reportedDay >= day || (lastHappened !== null && lastHappened.startDay >= day);
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

/** From which days on units of the target's own track are named, by place on the road. */
const daysNamed = /* @__PURE__ */ oncePerTarget((knowledge, target) => {
  const { events, statements } = trackKnowledge(knowledge, target.track);
  const byOrder = new Map<number, NamedDays>();
  for (const { order } of statements) {
    if (!byOrder.has(order)) byOrder.set(order, namedDays(events.values(), order));
  }
  return (order: number): NamedDays => byOrder.get(order) ?? { known: [], confirmed: [] };
});

/** The lists a tally fills, kept so that each has room from the second day asked about. */
const listsOf = /* @__PURE__ */ oncePerTarget(() => ({
  counted: new Refilled<DivisionCode>(),
  possible: new Refilled<DivisionCode>(),
  notReported: new Refilled<DivisionCode>(),
  events: new Refilled<string>(),
}));

function tallyUnits(
  [own, ...others]: readonly [TrackKnowledge, ...TrackKnowledge[]],
  lists: ReturnType<typeof listsOf>,
  at: Day,
) {
  const { counted, possible, notReported, events } = lists;
  for (const list of Object.values(lists)) list.clear();
  const day = dayNumber(at);
  const pipeline: Record<string, number> = {};
  const pipelinePossible: Record<string, number> = {};
  let underReview = 0;
  let denominator = 0;
  /** The unit whose reports end first. */
  let behind: UnitKnowledge | undefined;
  const { knownUnits } = own;
  // By index, as in `foldOn`.
  for (let place = 0; place < knownUnits.length; place += 1) {
    const known = knownUnits[place];
    if (!known || (known.isBounded && !isValidOn(known.unit, at))) continue;
    denominator += 1;
    const { code } = known;
    const standing = foldOn(known.events, day);
    const { current } = standing;
    const isReported = isCompleteOn(known.reportedDay, standing, day);
    let surely = standing.surelyCounts;
    let may = standing.mayCount || !isReported;
    if (current) {
      events.push(current.id);
      const { stage } = current;
      if (!stage.counts && !stage.exit) {
        pipeline[stage.id] = (pipeline[stage.id] ?? 0) + 1;
        if (standing.isPossible) {
          pipelinePossible[stage.id] = (pipelinePossible[stage.id] ?? 0) + 1;
        }
      }
    }
    if (!isReported) notReported.push(code);
    for (let next = 0; next < others.length; next += 1) {
      const track = others[next];
      if (!track) continue;
      const other = foldOn(track.eventsOf(code), day);
      surely ||= other.surelyCounts;
      may ||= other.mayCount || !isReportedOn(track, code, other, at);
      if (other.current) events.push(other.current.id);
    }
    if (surely) counted.push(code);
    else {
      if (may) possible.push(code);
      if (known.isUnderReview) underReview += 1;
    }
    if (behind === undefined || known.reportedDay < behind.reportedDay) behind = known;
  }
  return {
    counted: counted.copy(),
    possible: possible.copy(),
    notReported: notReported.copy(),
    pipeline,
    pipelinePossible,
    events: events.copy(),
    underReview,
    dataUpTo: behind?.reportedTo ?? null,
    denominator,
  };
}
