/** A target as its card shows it. */
import { targetPeriod, type Programme, type Target } from '../domain/programme.ts';
import type { TargetProgress } from '../domain/progress.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Sentences } from '../i18n/sentences.ts';
import { stageWords, trackOf } from './standing-words.ts';
import { targetBar, type TargetBar } from './target-bar.ts';

export interface TargetCardView {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly outcome: Outcome;
  readonly outcomeWord: string;
  /** The sure count; while undetermined, the bounds. Never a bare 0 that only means "not told". */
  readonly figure: string;
  readonly unit: string;
  readonly required: string;
  readonly gap: string | null;
  readonly deadline: string;
  readonly dataUpTo: string;
  readonly sentence: string;
  readonly aside: string | null;
  readonly bar: TargetBar;
  readonly calculationHref: string;
}

/** The card of one target. `query` is the part of the address that says when: `?at=…` or empty. */
export function targetCard(
  programme: Programme,
  target: Target,
  progress: TargetProgress,
  say: Sentences,
  query: string,
): TargetCardView {
  const { card, format, outcome, language } = say;
  const track = trackOf(programme, target.track);
  const { low, high, required, denominator, deadline, dataUpTo } = progress;
  const hasBounds = progress.outcome === 'undetermined' && high > low;
  return {
    id: target.id,
    title: track.name[language],
    name: target.name[language],
    outcome: progress.outcome,
    outcomeWord: outcome.outcomeWords[progress.outcome],
    figure: hasBounds ? `${format.count(low)}–${format.count(high)}` : format.count(low),
    unit: card.unit(track.level, hasBounds ? high : low),
    required: card.units(track.level, required),
    gap: progress.gap > 0 ? card.units(track.level, progress.gap) : null,
    deadline: format.date(deadline),
    dataUpTo: card.dataUpTo(dataUpTo, progress.notReported.length < denominator || low > 0),
    sentence: card.cardSentence({
      outcome: progress.outcome,
      level: track.level,
      at: progress.at,
      low,
      high,
      required,
      gap: progress.gap,
      base: targetPeriod(programme, target).base,
      expected: progress.expected,
      denominator,
      notReported: progress.notReported.length,
      deadline,
      metOn: progress.metOn,
      dataUpTo,
    }),
    aside: card.pipelineSentence({
      level: track.level,
      stages: [...track.stages]
        .reverse()
        .filter(({ id }) => progress.pipeline[id])
        .map((stage) => ({
          name: stageWords(programme, track, stage, say),
          count: progress.pipeline[stage.id] ?? 0,
        })),
      possible: Object.values(progress.pipelinePossible).reduce((sum, count) => sum + count, 0),
      underReview: progress.underReview,
      stated: statedFacts(programme, target, progress, say),
    }),
    bar: targetBar({ low, high, required, denominator }),
    calculationHref: `/api/v1/progress/${target.id}.json${query}`,
  };
}

/** The statement in force about the furthest stage, as the card tells it. */
function statedFacts(
  programme: Programme,
  target: Target,
  { stated, unnamed, statements }: TargetProgress,
  say: Sentences,
) {
  if (stated === null) return null;
  const track = trackOf(programme, target.track);
  const leading = statements.find(
    (statement) => statement.excluding === null && statement.count === stated,
  );
  const stage = track.stages.find(({ id }) => id === leading?.stage);
  return stage ? { stage: stageWords(programme, track, stage, say), count: stated, unnamed } : null;
}
