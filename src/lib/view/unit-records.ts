/** By which records townships and villages stand as they do: a line for each day and document. */
import type { Day } from '../domain/date.ts';
import type { Division } from '../domain/division.ts';
import { foldInForce } from '../domain/fold.ts';
import type { Knowledge, TrackKnowledge } from '../domain/knowledge.ts';
import type { Sentences } from '../i18n/sentences.ts';
import { placeName, type NameView } from './place-name.ts';

export interface UnitRecordView {
  /** Of the day, the stage and the document together. */
  readonly id: string;
  readonly date: string;
  readonly stage: string;
  readonly isInferred: boolean;
  readonly batch: string | null;
  readonly names: readonly NameView[];
  readonly sourceId: string;
  /** Chinese in every language of the page. */
  readonly sourceTitle: string;
}

/** The records the units stand by on `at`, the earliest first; units of one record share its line. */
export function unitRecords(
  { sources }: Knowledge,
  track: TrackKnowledge,
  units: readonly Division[],
  at: Day,
  say: Sentences,
): readonly UnitRecordView[] {
  const standing = units.flatMap((division) => {
    const known = foldInForce(track.eventsOf(division.code), at).current;
    return known ? [{ division, known }] : [];
  });
  const lines = Map.groupBy(standing, ({ known: { event, stage } }) =>
    [event.effective, stage.id, event.source, event.certainty, event.batch ?? ''].join(' '),
  );
  return [...lines]
    .map(([id, members]) => ({ id, members, known: members[0]?.known }))
    .toSorted((a, b) => ((a.known?.effective.end ?? '') < (b.known?.effective.end ?? '') ? -1 : 1))
    .flatMap(({ id, members, known }): UnitRecordView[] =>
      known
        ? [
            {
              id,
              date: say.format.date(known.event.effective),
              stage: known.stage.name[say.language],
              isInferred: known.event.certainty === 'inferred',
              batch: known.event.batch ?? null,
              names: members.map(({ division }) => placeName(division, say.language)),
              sourceId: known.event.source,
              sourceTitle: sources.get(known.event.source)?.title ?? known.event.source,
            },
          ]
        : [],
    );
}
