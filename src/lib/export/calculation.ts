/**
 * The calculation file of one target (DESIGN §4): everything the number rests on, the steps from
 * there to the result, and the result. With the rules of the method page anyone can redo it.
 */
import type { Day, PartialDate } from '../domain/date.ts';
import { isValidOn, type Division, type DivisionCode } from '../domain/division.ts';
import { foldInForce, type KnownEvent } from '../domain/fold.ts';
import { countingTracks, type Knowledge, type TrackKnowledge } from '../domain/knowledge.ts';
import { targetPeriod, type Stage, type Target } from '../domain/programme.ts';
import { isReportedOn, targetProgress, type TargetProgress } from '../domain/progress.ts';
import type { Source, Statement } from '../domain/status.ts';
import { statementsInForce } from '../domain/statement.ts';
import { calculationSteps, type CalculationStep } from './calculation-steps.ts';
import type { ExportLanguage, Provenance } from './provenance.ts';

export interface CalculationEvent {
  readonly id: string;
  readonly track: string;
  readonly stage: string;
  /** Whether the stage holds the title. */
  readonly counts: boolean;
  readonly effective: PartialDate;
  readonly certainty: 'confirmed' | 'inferred';
  readonly recordedAt: string;
  readonly source: string;
}

export interface CalculationUnit {
  readonly code: DivisionCode;
  readonly name: string;
  /** First and last day of its existence; `null` where the sources set no bound. */
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  /** Up to when the log of the unit is complete, for each track that counts. */
  readonly reportedTo: Readonly<Record<string, Day | null>>;
  /** `counts`: for sure. `may-count`: it cannot be ruled out. `not-there`: outside the denominator of `at`. */
  readonly verdict: 'counts' | 'may-count' | 'does-not-count' | 'not-there';
  /** Its events in force, in the order of the fold; later ones than `at` among them. */
  readonly events: readonly CalculationEvent[];
}

export interface CalculationStatement extends Statement {
  readonly inForce: boolean;
}

export interface Calculation extends Provenance {
  readonly target: Target;
  readonly inputs: {
    readonly period: { readonly start: Day; readonly deadline: Day; readonly base: number };
    readonly thresholds: { readonly onTrack: number; readonly accelerate: number };
    /** The stages of every track that counts. */
    readonly stages: Readonly<Record<string, readonly Pick<Stage, 'id' | 'counts' | 'exit'>[]>>;
    /** Every unit that was ever counted: `metOn` and `lost` speak of other days than `at`. */
    readonly units: readonly CalculationUnit[];
    /** The statements about the track, as they replace each other, and whether each is in force on `at`. */
    readonly statements: readonly CalculationStatement[];
    readonly sources: readonly Source[];
  };
  readonly steps: readonly CalculationStep[];
  readonly result: TargetProgress;
}

export function calculation(
  knowledge: Knowledge,
  target: Target,
  provenance: Provenance,
  lang: ExportLanguage,
): Calculation {
  const { at } = provenance;
  const tracks = countingTracks(knowledge, target);
  const units = tracks[0].units.map((unit) => unitOf(unit, tracks, at));
  const inForce = new Set(statementsInForce(tracks[0].statements, at));
  const statements = tracks[0].statements.map((known) => ({
    ...known.statement,
    inForce: inForce.has(known),
  }));
  const cited = new Set([
    target.source,
    ...statements.map(({ source }) => source),
    ...units.flatMap(({ events }) => events.map(({ source }) => source)),
  ]);
  const result = targetProgress(knowledge, target, at);
  return {
    ...provenance,
    target,
    inputs: {
      period: targetPeriod(knowledge.programme, target),
      thresholds: knowledge.programme.thresholds,
      stages: Object.fromEntries(tracks.map(({ track }) => [track.id, track.stages.map(stageOf)])),
      units,
      statements,
      sources: [...knowledge.sources.values()].filter(({ id }) => cited.has(id)),
    },
    steps: calculationSteps(knowledge, target, result, lang),
    result,
  };
}

function stageOf({ id, counts, exit }: Stage) {
  return { id, counts, exit };
}

function unitOf(unit: Division, tracks: readonly TrackKnowledge[], at: Day): CalculationUnit {
  let isSure = false;
  let isOpen = false;
  for (const track of tracks) {
    const standing = foldInForce(track.eventsOf(unit.code), at);
    isSure ||= standing.surelyCounts;
    isOpen ||= standing.mayCount || !isReportedOn(track, unit.code, standing, at);
  }
  const verdict = isSure ? 'counts' : isOpen ? 'may-count' : 'does-not-count';
  return {
    code: unit.code,
    name: unit.name,
    validFrom: unit.validFrom,
    validTo: unit.validTo,
    reportedTo: Object.fromEntries(
      tracks.map((track) => [track.track.id, track.reportedTo(unit.code)]),
    ),
    verdict: isValidOn(unit, at) ? verdict : 'not-there',
    events: tracks.flatMap((track) => track.eventsOf(unit.code).map(eventOf)),
  };
}

function eventOf({ event, stage }: KnownEvent): CalculationEvent {
  const { id, track, effective, certainty, recordedAt, source } = event;
  return {
    id,
    track,
    stage: stage.id,
    counts: stage.counts,
    effective,
    certainty,
    recordedAt,
    source,
  };
}
