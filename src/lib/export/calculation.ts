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
  /** Up to when the log of the unit is complete, for each track that counts. */
  readonly reportedTo: Readonly<Record<string, Day | null>>;
  /** `counts`: for sure. `may-count`: it cannot be ruled out. */
  readonly verdict: 'counts' | 'may-count' | 'does-not-count';
  /** Its events in force, in the order of the fold; later ones than `at` among them. */
  readonly events: readonly CalculationEvent[];
}

export interface Calculation extends Provenance {
  readonly target: Target;
  readonly inputs: {
    readonly period: { readonly start: Day; readonly deadline: Day; readonly base: number };
    readonly thresholds: { readonly onTrack: number; readonly accelerate: number };
    /** The stages of every track that counts. */
    readonly stages: Readonly<Record<string, readonly Pick<Stage, 'id' | 'counts' | 'exit'>[]>>;
    /** The denominator: every unit that is counted on `at`. */
    readonly units: readonly CalculationUnit[];
    /** The statements in force on `at`. */
    readonly statements: readonly Statement[];
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
  const units = tracks[0].units
    .filter((unit) => isValidOn(unit, at))
    .map((unit) => unitOf(unit, tracks, at));
  const statements = statementsInForce(tracks[0].statements, at).map((known) => known.statement);
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
  return {
    code: unit.code,
    name: unit.name,
    reportedTo: Object.fromEntries(
      tracks.map((track) => [track.track.id, track.reportedTo(unit.code)]),
    ),
    verdict: isSure ? 'counts' : isOpen ? 'may-count' : 'does-not-count',
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
