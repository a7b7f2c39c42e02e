/** The dated history of one unit: every event known, those taken back among them, with the sources. */
import { shanghaiDay, type Day } from '../domain/date.ts';
import type { DivisionCode } from '../domain/division.ts';
import { historyOf, type HistoryEntry } from '../domain/history.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { StatusEvent } from '../domain/status.ts';
import type { Sentences } from '../i18n/sentences.ts';
import { stageWords } from './standing-words.ts';

export interface HistoryItemView {
  readonly id: string;
  readonly date: string;
  readonly track: string;
  readonly stage: string;
  readonly isInferred: boolean;
  /** Documents and reasons are in Chinese, whatever the page is. */
  readonly reason: string | null;
  readonly batch: string | null;
  readonly sourceId: string;
  readonly recorded: string;
  /** When and why it was taken back; `null`: it stands. */
  readonly retracted: string | null;
}

/** Newest first. `events` are all events of the data; those after `at` are left out. */
export function unitHistory(
  knowledge: Knowledge,
  events: readonly StatusEvent[],
  code: DivisionCode,
  at: Day,
  say: Sentences,
): readonly HistoryItemView[] {
  return historyOf(events, code, at, knowledge.knownAt)
    .toReversed()
    .flatMap((entry) => historyItem(knowledge, entry, say));
}

function historyItem(
  { programme, tracks }: Knowledge,
  { event, retractedBy }: HistoryEntry,
  say: Sentences,
): HistoryItemView[] {
  const onTrack = tracks.get(event.track);
  const stage = onTrack?.track.stages.find(({ id }) => id === event.stage);
  if (!onTrack || !stage) return [];
  const day = (instant: string) => shanghaiDay(Date.parse(instant));
  return [
    {
      id: event.id,
      date: say.format.date(event.effective),
      track: onTrack.track.name[say.language],
      stage: stageWords(programme, onTrack.track, stage, say),
      isInferred: event.certainty === 'inferred',
      reason: event.reason ?? null,
      batch: event.batch ?? null,
      sourceId: event.source,
      recorded: say.county.recordedOn(day(event.recordedAt)),
      retracted:
        retractedBy &&
        say.county.retractedBecause(day(retractedBy.recordedAt), retractedBy.reason ?? null),
    },
  ];
}
