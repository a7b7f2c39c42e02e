/** The road of a track as a county has travelled it: every stage, with the one it stands at. */
import { foldInForce } from '../domain/fold.ts';
import { trackKnowledge, type Knowledge } from '../domain/knowledge.ts';
import type { TrackStanding } from '../domain/standing.ts';
import type { Day } from '../domain/date.ts';
import type { DivisionCode } from '../domain/division.ts';
import type { Sentences } from '../i18n/sentences.ts';
import { standingFacts } from './standing-words.ts';

export interface RoadStepView {
  readonly name: string;
  /** `possible`: it may stand here. An exit shows only when it was taken. */
  readonly state: 'passed' | 'current' | 'possible' | 'ahead' | 'exit';
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
    if (stage.exit && !isHere) return [];
    return [
      {
        name: stage.name[say.language],
        state: stage.exit
          ? 'exit'
          : isHere
            ? isPossible
              ? 'possible'
              : 'current'
            : order <= reached
              ? 'passed'
              : 'ahead',
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
