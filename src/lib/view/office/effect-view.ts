/** What a submission would change, as an approver sees it: colours as on the map, and sentences. */
import type { Day } from '../../domain/date.ts';
import type { Knowledge } from '../../domain/knowledge.ts';
import type { ReviewEffect, UnitEffect, UnitSide } from '../../domain/review.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { overlaysOf } from '../../map/overlay.ts';
import { paintOf, type PaintKey } from '../../map/palette.ts';
import { renderSwatch } from '../../map/svg/swatch.ts';
import { nameOf, trackName } from './proposal-words.ts';

export interface EffectSideView {
  /** Inline SVG in the colour and patterns of the map's legend. */
  readonly swatch: string;
  readonly words: string;
}

export interface UnitEffectView {
  readonly id: string;
  readonly name: string;
  readonly track: string;
  readonly before: EffectSideView;
  readonly after: EffectSideView;
  /** The whole as one sentence. */
  readonly sentence: string;
}

export interface EffectView {
  readonly units: readonly UnitEffectView[];
  /** How many more change alike; `null`: none. */
  readonly more: string | null;
  readonly targets: readonly string[];
  readonly reporting: readonly string[];
  readonly fingerprint: string;
  readonly isNothing: boolean;
}

/** Units listed one by one; a list of a whole year's villages is told by its first ones. */
const maxUnits = 20;

/** `reporting`: what the proposal asks for, of the division it reports for. */
export function effectView(
  knowledge: Knowledge,
  effect: ReviewEffect,
  division: string,
  reporting: readonly { readonly track: string; readonly completeTo: Day }[],
  say: Sentences,
): EffectView {
  const moves = reporting.flatMap(({ track, completeTo }) => {
    const before = knowledge.tracks.get(track)?.reportedTo(division) ?? null;
    return before !== null && before >= completeTo
      ? []
      : [say.review.reportingMove(trackName(knowledge, track, say), before, completeTo)];
  });
  const targets = effect.targets.map((each) => targetSentence(knowledge, each, say));
  const reached = effect.units.filter((unit) => isUnit(knowledge, unit));
  const units = reached
    .slice(0, maxUnits)
    .map((unit, index) => unitView(knowledge, unit, effect.at, index, say));
  const rest = reached.length - units.length;
  return {
    units,
    more: rest > 0 ? say.review.moreUnits(rest) : null,
    targets,
    reporting: moves,
    fingerprint: effect.fingerprint,
    isNothing: units.length === 0 && targets.length === 0 && moves.length === 0,
  };
}

/** One line for a list: the first unit and the first target. */
export function effectLine(knowledge: Knowledge, effect: ReviewEffect, say: Sentences): string {
  const unit = effect.units.find((each) => isUnit(knowledge, each));
  const [target] = effect.targets;
  const told = [
    unit && unitView(knowledge, unit, effect.at, 0, say).sentence,
    target && targetSentence(knowledge, target, say),
  ];
  return told.filter((part) => part !== undefined).join(say.language === 'en' ? '; ' : '；');
}

/** A county under a village track stands there for its date of reporting alone, told by itself. */
function isUnit({ divisions, tracks }: Knowledge, { division, track }: UnitEffect): boolean {
  return divisions.get(division)?.level === tracks.get(track)?.track.level;
}

function targetSentence(
  { programme }: Knowledge,
  each: ReviewEffect['targets'][number],
  say: Sentences,
): string {
  const target = programme.targets.find(({ id }) => id === each.target);
  const track = programme.tracks.find(({ id }) => id === target?.track);
  const side = (of: typeof each.before) => ({
    low: of.low,
    high: of.high,
    outcome: say.outcome.outcomeWords[of.outcome],
  });
  return say.review.targetChange({
    name: track?.name[say.language] ?? each.target,
    level: track?.level ?? 'county',
    required: each.required,
    before: side(each.before),
    after: side(each.after),
  });
}

function unitView(
  knowledge: Knowledge,
  { division, track, before, after }: UnitEffect,
  at: Day,
  index: number,
  say: Sentences,
): UnitEffectView {
  const name = nameOf(knowledge, division, say);
  const title = trackName(knowledge, track, say);
  const sides = [before, after].map((side) => ({
    swatch: swatchOfSide(knowledge, track, side, at, `effect-${index}-${side === before ? 0 : 1}`),
    words: sideWords(knowledge, track, side, at, say),
  })) as [EffectSideView, EffectSideView];
  return {
    id: `${track} ${division}`,
    name,
    track: title,
    before: sides[0],
    after: sides[1],
    sentence: say.review.unitChange(name, title, sides[0].words, sides[1].words),
  };
}

function isReported({ reportedTo }: UnitSide, at: Day): boolean {
  return reportedTo !== null && reportedTo >= at;
}

function sideWords(
  knowledge: Knowledge,
  trackId: string,
  side: UnitSide,
  at: Day,
  say: Sentences,
): string {
  const stage = knowledge.tracks.get(trackId)?.track.stages.find(({ id }) => id === side.stage);
  const told = side.stage === null ? null : (stage?.name[say.language] ?? side.stage);
  return say.review.side(told, side.certainty, isReported(side, at));
}

/** The class of the unit in the legend of its track, drawn as the legend draws it. */
function swatchOfSide(
  { programme, tracks }: Knowledge,
  trackId: string,
  side: UnitSide,
  at: Day,
  id: string,
): string {
  const stage = tracks.get(trackId)?.track.stages.find((known) => known.id === side.stage);
  const { phases } = programme;
  const paint = ((): PaintKey => {
    if (!stage) return isReported(side, at) ? 'none' : 'unknown';
    if (stage.exit) return 'left';
    const rank = phases.findIndex((phase) => phase.id === stage.phase);
    return rank === -1 ? 'none' : paintOf('step', rank, phases.length);
  })();
  const overlays = overlaysOf({
    paint,
    isUnreported: !isReported(side, at),
    isPossible: side.certainty !== null && side.certainty !== 'confirmed',
  });
  return renderSwatch({ paint, patterns: overlays.map(({ pattern }) => pattern) }, id);
}
