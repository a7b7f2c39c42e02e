/** The quotas set so far: since when, by which document, the latest first. */
import { shanghaiDay } from '../../domain/date.ts';
import type { Knowledge } from '../../domain/knowledge.ts';
import { quotaSum, type KnownQuota } from '../../domain/quota.ts';
import { quotasOf, quotaTarget } from '../../domain/quota-standing.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { nameOf, trackName } from './proposal-words.ts';
import { sumWords } from './quota-sum.ts';

export interface QuotaHistoryItem {
  readonly id: string;
  readonly since: string;
  readonly recorded: string;
  /** Titles of documents are Chinese, whatever the page is. */
  readonly document: string;
  readonly documentNumber: string | null;
  readonly parts: readonly {
    readonly track: string;
    readonly counties: string;
    /** Of all counties, from that day on. */
    readonly sum: string;
  }[];
}

/** What one document set with effect from one date, together. */
export function quotaHistory(knowledge: Knowledge, say: Sentences): readonly QuotaHistoryItem[] {
  const known = [...knowledge.tracks.values()].flatMap(({ quotas }) => quotas);
  const groups = Map.groupBy(known, ({ quota }) => `${quota.source} ${quota.effective}`);
  return [...groups]
    .map(([id, members]) => ({ id, members, last: members.at(-1) }))
    .flatMap(({ id, members, last }) => (last ? [{ id, members, last }] : []))
    .sort(
      (a, b) =>
        compare(b.last.effective.end, a.last.effective.end) ||
        compare(b.last.quota.recordedAt, a.last.quota.recordedAt),
    )
    .map(({ id, members, last: { quota } }) => {
      const source = knowledge.sources.get(quota.source);
      return {
        id,
        since: say.quota.since(quota.effective),
        recorded: say.quota.recorded(shanghaiDay(Date.parse(quota.recordedAt))),
        document: source?.title ?? quota.source,
        documentNumber: source?.documentNumber ?? null,
        parts: partsOf(knowledge, members, say),
      };
    });
}

function partsOf(
  knowledge: Knowledge,
  members: readonly KnownQuota[],
  say: Sentences,
): QuotaHistoryItem['parts'] {
  return [...Map.groupBy(members, ({ quota }) => quota.track)].map(([track, ofTrack]) => {
    const at = ofTrack.reduce((last, { effective: { end } }) => (end > last ? end : last), '');
    const inForce = [...quotasOf(knowledge, track, at).values()].map(({ count }) => count);
    const required = quotaTarget(knowledge, track, at)?.required ?? null;
    return {
      track: trackName(knowledge, track, say),
      counties: say.quota.countsOf(
        ofTrack
          .toSorted((a, b) => compare(a.quota.division, b.quota.division))
          .map(({ quota: { division, count } }) => ({
            name: nameOf(knowledge, division, say),
            count,
          })),
      ),
      sum: sumWords(quotaSum(inForce, required), say.quota.sumTemplates),
    };
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
