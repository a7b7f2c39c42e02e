/** What a submission proposes, in a line and in full. */
import type { DivisionCode } from '../../domain/division.ts';
import type { Knowledge } from '../../domain/knowledge.ts';
import type { Change, Proposal } from '../../domain/submission.ts';
import type { ReachedEvent, StatusEvent } from '../../domain/status.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { placeName } from '../place-name.ts';

/** The name of a division; of a code that names none, the code. */
export function nameOf(knowledge: Knowledge, code: DivisionCode, say: Sentences): string {
  const division = knowledge.divisions.get(code);
  return division ? placeName(division, say.language).text : code;
}

/** The name of a track; of an id that names none, the id. */
export function trackName(knowledge: Knowledge, id: string, say: Sentences): string {
  return knowledge.tracks.get(id)?.track.name[say.language] ?? id;
}

/** The stage by its own name, as the list of stages has it. */
export function stageName(
  knowledge: Knowledge,
  track: string,
  stage: string,
  say: Sentences,
): string {
  const known = knowledge.tracks.get(track)?.track.stages.find(({ id }) => id === stage);
  return known?.name[say.language] ?? stage;
}

/** 三河市：省级森林城市 授予称号，2025年11月 */
export function headlineOf(
  knowledge: Knowledge,
  division: DivisionCode,
  proposal: Proposal,
  say: Sentences,
): string {
  const { changes, reporting, quotas, places } = proposal;
  const [first] = changes;
  const place = nameOf(knowledge, division, say);
  if (proposal.undoes) return say.review.undoOf(place, proposal.undoes.submission);
  if (!first && quotas) return say.quota.headline(place, quotas.effective || null);
  if (!first && places) return say.placing.headline(place, places.length);
  const track = first?.track || reporting[0]?.track || '';
  const told = trackName(knowledge, track, say) || say.review.incomplete;
  if (!first) return say.review.headline(place, told, null, null);
  const level = knowledge.tracks.get(track)?.track.level ?? 'county';
  const hasUnits = level === 'township' || level === 'village';
  const units =
    hasUnits && first.division !== ''
      ? say.review.someUnits(nameOf(knowledge, first.division, say), changes.length, level)
      : null;
  const what = [units, changeWords(knowledge, first, say)].filter(Boolean).join(' ');
  const day = first.kind === 'retraction' ? null : first.effective;
  return say.review.headline(place, told, what, day === '' ? null : day);
}

function changeWords(knowledge: Knowledge, change: Change, say: Sentences): string {
  if (change.kind === 'retraction') return say.review.retractionOf(null);
  const stage =
    change.stage === ''
      ? say.review.incomplete
      : stageName(knowledge, change.track, change.stage, say);
  return change.kind === 'correction' ? say.review.correctionOf(stage) : stage;
}

/** A recorded event, as one line: 授予称号，2025年11月（三河市） */
export function eventLine(knowledge: Knowledge, event: ReachedEvent, say: Sentences): string {
  return say.review.headline(
    nameOf(knowledge, event.division, say),
    trackName(knowledge, event.track, say),
    stageName(knowledge, event.track, event.stage, say),
    event.effective,
  );
}

/** The recorded event of that id, whatever became of it. */
export function eventOfId(events: readonly StatusEvent[], id: string): ReachedEvent | null {
  const event = events.find((known) => known.id === id);
  return event?.kind === 'reached' ? event : null;
}
