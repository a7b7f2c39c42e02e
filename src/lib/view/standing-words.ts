/** The standing of a county, put into the facts its sentences are made of. */
import type { Programme, Stage, Track } from '../domain/programme.ts';
import type { CountyStanding } from '../domain/standing.ts';
import type { TrackStanding, UnitTally } from '../domain/standing.ts';
import type { Sentences } from '../i18n/sentences.ts';
import type { StandingFacts, TallyFacts } from '../i18n/zh-CN/standing.ts';
import { placeName } from './place-name.ts';

/** The track of that id. Throws where the programme lacks it: a fault of the caller. */
export function trackOf(programme: Programme, id: string): Track {
  const track = programme.tracks.find((candidate) => candidate.id === id);
  if (!track) throw new RangeError(`The programme has no track "${id}".`);
  return track;
}

/**
 * How a stage is told of a unit that reached it: by its phase, which is worded as a state
 * (已申请), where the phase has no other stage on this track, else by its own name.
 */
export function stageWords(
  programme: Programme,
  track: Track,
  stage: Stage,
  { language }: Sentences,
) {
  const phase = programme.phases.find(({ id }) => id === stage.phase);
  const siblings = track.stages.filter((other) => other.phase === stage.phase);
  return (phase && siblings.length === 1 ? phase : stage).name[language];
}

/** What the sentences ask of one track of one county. */
export function standingFacts(
  programme: Programme,
  standing: TrackStanding,
  say: Sentences,
): StandingFacts {
  const track = trackOf(programme, standing.track);
  return {
    track: track.name[say.language],
    stage: standing.stage && stageWords(programme, track, standing.stage, say),
    effective: standing.event?.effective ?? null,
    certainty: standing.certainty,
    isReported: standing.isReported,
    reportedTo: standing.reportedTo,
    isUnderReview: standing.isUnderReview,
  };
}

/** What the sentences ask of a county's townships or villages. */
export function tallyFacts(level: 'township' | 'village', tally: UnitTally): TallyFacts {
  const { counted, possible, eligible, measure, quota, isReported, reportedTo } = tally;
  return { level, counted, possible, eligible, measure, quota, isReported, reportedTo };
}

/** The county in one sentence, for a screen reader: both titles; its villages where it can have none. */
export function describeCounty(
  programme: Programme,
  standing: CountyStanding,
  say: Sentences,
): string {
  const { division, national, provincial } = standing;
  const phrases = [national, provincial]
    .filter(({ track }) => division.countedFor.includes(track))
    .map((track) => say.standing.trackPhrase(standingFacts(programme, track, say)));
  if (phrases.length === 0) return describeTally(programme, standing, 'village', say);
  return say.standing.countySentence(placeName(division, say.language).text, phrases);
}

/** The same for the themes that count townships or villages. */
export function describeTally(
  programme: Programme,
  standing: CountyStanding,
  level: 'township' | 'village',
  say: Sentences,
): string {
  const tally = level === 'township' ? standing.townships : standing.villages;
  const track = trackOf(programme, tally.track).name[say.language];
  const phrase = say.standing.tallyPhrase(track, tallyFacts(level, tally));
  return say.standing.countySentence(placeName(standing.division, say.language).text, [phrase]);
}
