/** What a submission would change, as an approver sees it: colours as on the map, and sentences. */
import type { Day } from '../../domain/date.ts';
import type { Knowledge } from '../../domain/knowledge.ts';
import type { ReviewEffect, UnitEffect, UnitSide } from '../../domain/review.ts';
import type { Proposal } from '../../domain/submission.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { overlaysOf } from '../../map/overlay.ts';
import { paintOf, type PaintKey } from '../../map/palette.ts';
import { renderSwatch } from '../../map/svg/swatch.ts';
import { placesEffectLines } from './places-effect-words.ts';
import { nameOf, trackName } from './proposal-words.ts';
import { quotaEffectView, quotaSums, type QuotaEffectView } from './quota-effect-view.ts';

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

/** Units that change alike. */
export interface EffectGroupView {
  readonly id: string;
  readonly track: string;
  /** 250个村 */
  readonly number: string;
  /** 三河市25个、固安县25个 */
  readonly where: string;
  readonly before: EffectSideView;
  readonly after: EffectSideView;
  readonly sentence: string;
}

export interface EffectView {
  readonly units: readonly UnitEffectView[];
  /** Where the units are too many to be told one by one. */
  readonly groups: readonly EffectGroupView[];
  readonly targets: readonly string[];
  readonly reporting: readonly string[];
  /** `null`: it sets none. */
  readonly quotas: QuotaEffectView | null;
  /** How many positions are new, moved and taken back. */
  readonly places: readonly string[];
  readonly fingerprint: string;
  readonly isNothing: boolean;
}

/** Units listed one by one; the villages of a whole year are told by those that change alike. */
const maxUnits = 20;

/** `proposal`: what is asked for, of the division it reports for. */
export function effectView(
  knowledge: Knowledge,
  effect: ReviewEffect,
  division: string,
  { reporting, undoes }: Pick<Proposal, 'reporting' | 'undoes'>,
  say: Sentences,
): EffectView {
  const moves = reporting.flatMap(({ track, completeTo }) => {
    const before = knowledge.tracks.get(track)?.reportedTo(division) ?? null;
    const isForward = before === null || (completeTo !== null && completeTo > before);
    // An undoing alone sets a date back.
    return before === completeTo || !(isForward || undoes)
      ? []
      : [say.review.reportingMove(trackName(knowledge, track, say), before, completeTo)];
  });
  const targets = effect.targets.map((each) => targetSentence(knowledge, each, say));
  const reached = effect.units.filter((unit) => isUnit(knowledge, unit));
  const isMany = reached.length > maxUnits;
  const units = isMany
    ? []
    : reached.map((unit, index) => unitView(knowledge, unit, effect.at, index, say));
  const groups = isMany ? effectGroups(knowledge, reached, effect.at, say) : [];
  const quotas = quotaEffectView(knowledge, effect.quotas, say);
  const places = placesEffectLines(effect.places, say);
  return {
    units,
    groups,
    targets,
    reporting: moves,
    quotas,
    places,
    fingerprint: effect.fingerprint,
    isNothing: reached.length + targets.length + moves.length + places.length === 0 && !quotas,
  };
}

/** Units of one track with the same words before and after, the most first. */
function effectGroups(
  knowledge: Knowledge,
  units: readonly UnitEffect[],
  at: Day,
  say: Sentences,
): readonly EffectGroupView[] {
  const wordsOf = ({ track, before, after }: UnitEffect) =>
    [before, after].map((side) => sideWords(knowledge, track, side, at, say)).join(' ');
  const alike = Map.groupBy(units, (unit) => `${unit.track} ${wordsOf(unit)}`);
  return [...alike.values()]
    .toSorted((a, b) => b.length - a.length)
    .flatMap((members, index): readonly EffectGroupView[] => {
      const [first] = members;
      if (!first) return [];
      const { id, track, before, after } = unitView(knowledge, first, at, index, say);
      const level = knowledge.tracks.get(first.track)?.track.level ?? 'village';
      const number = say.changeList.groupTitle(track, members.length, level);
      const counties = Map.groupBy(members, ({ division }) => division.slice(0, 6));
      const where = [...counties].map(([code, those]) =>
        say.changeList.countIn(nameOf(knowledge, code, say), those.length),
      );
      return [
        {
          id,
          track,
          number,
          where: say.format.list(where),
          before,
          after,
          sentence: say.review.groupChange(number, before.words, after.words),
        },
      ];
    });
}

/** One line for a list: the first unit, or the largest of many alike, and the first target. */
export function effectLine(knowledge: Knowledge, effect: ReviewEffect, say: Sentences): string {
  const units = effect.units.filter((each) => isUnit(knowledge, each));
  const [unit] = units;
  const [target] = effect.targets;
  const told = [
    units.length > maxUnits
      ? effectGroups(knowledge, units, effect.at, say)[0]?.sentence
      : unit && unitView(knowledge, unit, effect.at, 0, say).sentence,
    target && targetSentence(knowledge, target, say),
    ...(effect.quotas ? quotaSums(knowledge, effect.quotas, say) : []),
    ...placesEffectLines(effect.places, say),
  ];
  return told.filter((part) => part !== undefined).join(say.language === 'en' ? '; ' : '；');
}

/** A county under a village track stands there for its date of reporting alone, told by itself. */
function isUnit({ divisions, tracks }: Knowledge, { division, track }: UnitEffect): boolean {
  return divisions.get(division)?.level === tracks.get(track)?.track.level;
}

/** "国家森林城市：全市2 → 3个县（市、区），要求4个". */
export function targetSentence(
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
