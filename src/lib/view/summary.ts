/** The headline and the paragraph of the home page. */
import type { Day } from '../domain/date.ts';
import type { Division } from '../domain/division.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { TargetProgress } from '../domain/progress.ts';
import { trackStanding } from '../domain/standing.ts';
import type { Sentences } from '../i18n/sentences.ts';
import { placeName } from './place-name.ts';
import { standingFacts, trackOf } from './standing-words.ts';

export interface SummaryView {
  readonly headline: string;
  readonly text: string;
  /** Where the prefecture stands with a title of its own; `null` where nothing is known. */
  readonly ownTitle: string | null;
}

export function summaryView(
  knowledge: Knowledge,
  prefecture: Division,
  at: Day,
  targets: readonly TargetProgress[],
  say: Sentences,
): SummaryView {
  const { programme } = knowledge;
  const place = placeName(prefecture, say.language).text;
  const reports = targets.map(({ dataUpTo }) => dataUpTo).filter((day) => day !== null);
  const facts = {
    place,
    at,
    targets: targets.map(({ track: trackId, low, high, required, outcome }) => {
      const track = trackOf(programme, trackId);
      return { name: track.name[say.language], level: track.level, low, high, required, outcome };
    }),
    isSilent: targets.every(
      ({ outcome, notReported, denominator }) =>
        outcome === 'undetermined' && notReported.length === denominator,
    ),
    reportedTo: reports.sort().at(-1) ?? null,
  };
  return {
    headline: say.summary.headline(facts),
    text: say.summary.summary(facts),
    ownTitle: ownTitle(knowledge, prefecture, at, say),
  };
}

function ownTitle(
  knowledge: Knowledge,
  prefecture: Division,
  at: Day,
  say: Sentences,
): string | null {
  const track = knowledge.programme.tracks.find(({ level }) => level === 'prefecture');
  if (!track) return null;
  const standing = trackStanding(knowledge, track.id, prefecture.code, at);
  if (!standing.stage) return null;
  const facts = standingFacts(knowledge.programme, standing, say);
  const place = placeName(prefecture, say.language).text;
  return say.summary.ownTitle(place, facts.track, say.standing.stageWithDate(facts));
}
