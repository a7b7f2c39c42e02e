/** The documents behind what a map of a theme shows: of the events its units stand by, and of quotas. */
import type { Day } from '../domain/date.ts';
import { foldInForce } from '../domain/fold.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import { quotasOf } from '../domain/quota-standing.ts';
import type { Theme } from '../domain/theme.ts';
import type { Source } from '../domain/status.ts';

const tracksOf: Readonly<Record<Theme, readonly string[]>> = {
  national: ['national'],
  provincial: ['provincial'],
  both: ['national', 'provincial'],
  townships: ['township'],
  villages: ['village'],
};

/** Each once, the document that most units stand by first. */
export function mapSources(knowledge: Knowledge, theme: Theme, at: Day): readonly Source[] {
  const { tracks, sources } = knowledge;
  const times = new Map<string, number>();
  const cite = (source: string) => times.set(source, (times.get(source) ?? 0) + 1);
  for (const id of tracksOf[theme]) {
    for (const events of tracks.get(id)?.events.values() ?? []) {
      const source = foldInForce(events, at).current?.event.source;
      if (source !== undefined) cite(source);
    }
    for (const { source } of quotasOf(knowledge, id, at).values()) cite(source);
  }
  return [...times].toSorted(([, a], [, b]) => b - a).flatMap(([id]) => sources.get(id) ?? []);
}
