/** The road of a track as a county has travelled it: every stage, with the one it stands at. */
import { foldInForce, type KnownEvent } from '../domain/fold.ts';
import { trackKnowledge, type Knowledge } from '../domain/knowledge.ts';
import type { Stage } from '../domain/programme.ts';
import type { TrackStanding } from '../domain/standing.ts';
import type { Day } from '../domain/date.ts';
import type { DivisionCode } from '../domain/division.ts';
import type { Sentences } from '../i18n/sentences.ts';
import { standingFacts } from './standing-words.ts';

export type RoadState = 'passed' | 'current' | 'possible' | 'unrecorded' | 'ahead' | 'exit';

export interface RoadStepView {
  readonly name: string;
  /**
   * `possible`: it may have come here. `unrecorded`: it stands beyond, but no record names this step
   * (monitoring, for one, ends one way or another). An exit shows only when it was taken.
   */
  readonly state: RoadState;
  /** Whether it stands here. */
  readonly isHere: boolean;
  readonly date: string | null;
  /** 推断, with its reason; the sentence for a date that leaves it open. */
  readonly certainty: string | null;
  readonly reason: string | null;
}

export interface RoadView {
  readonly title: string;
  readonly now: string;
  readonly silence: string | null;
  readonly isUnderReview: boolean;
  readonly steps: readonly RoadStepView[];
}

export function trackRoad(
  knowledge: Knowledge,
  code: DivisionCode,
  standing: TrackStanding,
  at: Day,
  say: Sentences,
): RoadView {
  const known = trackKnowledge(knowledge, standing.track);
  const events = known.eventsOf(code).filter(({ effective }) => effective.start <= at);
  const { isPossible } = foldInForce(events, at);
  // After an exit the road shows how far it had come before.
  const reached = standing.stage?.exit
    ? Math.max(-1, ...events.filter(({ stage }) => !stage.exit).map(({ order }) => order))
    : standing.order;
  const facts = standingFacts(knowledge.programme, standing, say);
  const steps = known.track.stages.flatMap((stage, order): RoadStepView[] => {
    const last = events.findLast((event) => event.stage.id === stage.id);
    const isHere = order === standing.order;
    // It has left the road: what lies beyond is no longer ahead of it.
    const isBeyond = standing.stage?.exit && order > reached && !last;
    if (!isHere && (stage.exit || isBeyond)) return [];
    return [
      {
        name: stage.name[say.language],
        state: isHere
          ? stateHere(stage, isPossible)
          : last
            ? stateBefore(events, stage, at)
            : order < reached
              ? 'unrecorded'
              : 'ahead',
        isHere,
        date: last ? say.format.date(last.event.effective) : null,
        certainty:
          isHere && standing.certainty ? say.standing.certaintyWord(standing.certainty) : null,
        reason: last?.event.certainty === 'inferred' ? (last.event.reason ?? null) : null,
      },
    ];
  });
  return {
    title: facts.track,
    now: say.standing.stageWithDate(facts),
    silence: say.standing.silence(facts),
    isUnderReview: standing.isUnderReview,
    steps,
  };
}

function stateHere(stage: Stage, isPossible: boolean): RoadState {
  if (stage.exit) return 'exit';
  return isPossible ? 'possible' : 'current';
}

/** A step it has come by: as sure as the records that name it. */
function stateBefore(events: readonly KnownEvent[], stage: Stage, at: Day): RoadState {
  const isSure = events.some(
    (known) =>
      known.stage.id === stage.id &&
      known.event.certainty === 'confirmed' &&
      known.effective.end <= at,
  );
  return isSure ? 'passed' : 'possible';
}
