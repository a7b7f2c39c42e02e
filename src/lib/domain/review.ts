/** What a submission would change, told before it is approved: pure, from the same fold as the map. */
import { isDay, type Day } from './date.ts';
import { knowledgeOf, trackKnowledge, type Knowledge } from './knowledge.ts';
import type { Outcome } from './outcome.ts';
import { placesEffect, placesText, type PlacesEffect } from './place-effect.ts';
import { geometryFault } from './place-geometry.ts';
import { targetProgress } from './progress.ts';
import type { ProgrammeData } from './programme-data.ts';
import { unitKey } from './proposal-facts.ts';
import { eventsOf, recordedAfter } from './proposed-events.ts';
import { quotasEffect, type QuotasEffect } from './quota-effect.ts';
import { trackStanding, type Certainty } from './standing.ts';
import type { Change, Proposal } from './submission.ts';

/** How one unit stands on one track, before or after. */
export interface UnitSide {
  /** Stage id; `null`: no event is known. */
  readonly stage: string | null;
  readonly certainty: Certainty | null;
  readonly counts: boolean;
  /** Day up to which it is reported; `null`: never. */
  readonly reportedTo: Day | null;
}

export interface UnitEffect {
  readonly division: string;
  readonly track: string;
  readonly before: UnitSide;
  readonly after: UnitSide;
}

export interface TargetSide {
  readonly low: number;
  readonly high: number;
  readonly outcome: Outcome;
}

/** "国家森林城市 2 → 3，要求 4". */
export interface TargetEffect {
  readonly target: string;
  readonly required: number;
  readonly before: TargetSide;
  readonly after: TargetSide;
}

export interface ReviewEffect {
  readonly at: Day;
  readonly units: readonly UnitEffect[];
  /** Targets of the tracks it touches, changed or not. */
  readonly targets: readonly TargetEffect[];
  /** `null`: it sets no quota. */
  readonly quotas: QuotasEffect | null;
  /** `null`: it places no unit. */
  readonly places: PlacesEffect | null;
  /** The same text for the same effect: what an approver saw is compared by it. */
  readonly fingerprint: string;
}

/** A submission, as far as its effect asks. */
export interface Proposed {
  readonly id: string;
  readonly division: string;
  readonly proposal: Proposal;
}

type Unit = Pick<Change, 'division' | 'track'>;

/**
 * What would stand differently on `at` if the submission were approved now. A date of reporting is
 * told once, for the division it is of, not for every village below. What a draft leaves open or
 * names wrongly has no effect.
 */
export function effectOf(data: ProgrammeData, proposed: Proposed, at: Day): ReviewEffect {
  const units = touchedUnits(data, proposed);
  const before = knowledgeNow(data);
  const after = knowledgeOf(withProposed(data, proposed, at));
  const tracks = new Set(units.map(({ track }) => track));
  const unitEffects = units.map((unit) => ({
    division: unit.division,
    track: unit.track,
    before: unitSide(before, unit, at),
    after: unitSide(after, unit, at),
  }));
  const targets = data.programme.targets
    .filter((target) => [target.track, ...target.alsoCountedBy].some((track) => tracks.has(track)))
    .map((target): TargetEffect => {
      const earlier = targetProgress(before, target, at);
      const later = targetProgress(after, target, at);
      return {
        target: target.id,
        required: later.required,
        before: { low: earlier.low, high: earlier.high, outcome: earlier.outcome },
        after: { low: later.low, high: later.high, outcome: later.outcome },
      };
    });
  const shown = {
    units: unitEffects,
    targets,
    quotas: quotasEffect(before, after, proposed.proposal, at),
    places: placesEffect(before, proposed.proposal),
  };
  return { at, ...shown, fingerprint: fingerprintOf(shown) };
}

/** An inbox asks for the effect of many submissions on the same facts. */
const knowledges = new WeakMap<ProgrammeData, Knowledge>();

function knowledgeNow(data: ProgrammeData): Knowledge {
  const knowledge = knowledges.get(data) ?? knowledgeOf(data);
  knowledges.set(data, knowledge);
  return knowledge;
}

/** Each unit × track once: those of the changes, then the division itself for its dates of reporting. */
function touchedUnits(data: ProgrammeData, { division, proposal }: Proposed): readonly Unit[] {
  const tracks = new Set(data.programme.tracks.map(({ id }) => id));
  const codes = new Set(data.divisions.map(({ code }) => code));
  const touched = new Map<string, Unit>();
  for (const unit of [
    ...proposal.changes,
    ...proposal.reporting.map(({ track }) => ({ division, track })),
  ]) {
    if (!tracks.has(unit.track) || !codes.has(unit.division)) continue;
    touched.set(unitKey(unit), { division: unit.division, track: unit.track });
  }
  return [...touched.values()];
}

function withProposed(data: ProgrammeData, proposed: Proposed, at: Day): ProgrammeData {
  const { status } = data;
  const division = data.divisions.find(({ code }) => code === proposed.division);
  if (!division) return data;
  const recordedAt = recordedAfter(status, Date.parse(`${at}T00:00:00+08:00`));
  const facts = eventsOf(proposed.id, proposed.proposal, { recordedAt, division });
  return {
    ...data,
    status: {
      ...status,
      events: [...status.events, ...facts.events],
      reporting: [
        ...status.reporting,
        ...facts.reporting.filter(({ completeTo }) => completeTo === null || isDay(completeTo)),
      ],
      quotas: [
        ...status.quotas,
        ...facts.quotas.filter(({ count }) => count === null || Number.isInteger(count)),
      ],
      places: [
        ...status.places,
        ...facts.places.filter(({ geometry }) => geometry === null || !geometryFault(geometry)),
      ],
    },
  };
}

function unitSide(knowledge: Knowledge, { division, track }: Unit, at: Day): UnitSide {
  const { stage, certainty, surelyCounts } = trackStanding(knowledge, track, division, at);
  const reportedTo = trackKnowledge(knowledge, track).reportedTo(division);
  return { stage: stage?.id ?? null, certainty, counts: surelyCounts, reportedTo };
}

/** Canonical JSON of all that is shown but the day: members in one order, none left out. */
function fingerprintOf({
  units,
  targets,
  quotas,
  places,
}: Omit<ReviewEffect, 'at' | 'fingerprint'>): string {
  const unitText = ({ stage, certainty, counts, reportedTo }: UnitSide) => [
    stage,
    certainty,
    counts,
    reportedTo,
  ];
  const targetText = ({ low, high, outcome }: TargetSide) => [low, high, outcome];
  return JSON.stringify([
    units.map((unit) => [unit.division, unit.track, unitText(unit.before), unitText(unit.after)]),
    targets.map((target) => [
      target.target,
      target.required,
      targetText(target.before),
      targetText(target.after),
    ]),
    (quotas?.counties ?? []).map((quota) => [
      quota.division,
      quota.track,
      quota.before,
      quota.after,
    ]),
    (quotas?.sums ?? []).map(({ track, before, after }) => [
      track,
      before.sum,
      after.sum,
      after.required,
    ]),
    placesText(places),
  ]);
}
