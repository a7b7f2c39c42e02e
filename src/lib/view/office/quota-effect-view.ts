/** What the quotas of a submission would change, as an approver sees it: county by county, and the sum. */
import type { Knowledge } from '../../domain/knowledge.ts';
import type { QuotasEffect } from '../../domain/quota-effect.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { nameOf, trackName } from './proposal-words.ts';
import { sumWords } from './quota-sum.ts';

export interface QuotaEffectView {
  readonly title: string;
  /** The day both sides are told of. */
  readonly asOf: string;
  readonly tracks: readonly {
    readonly id: string;
    readonly name: string;
    readonly rows: readonly {
      readonly code: string;
      readonly county: string;
      readonly before: string;
      readonly after: string;
    }[];
  }[];
  readonly sums: readonly string[];
}

/** `null`: it changes none. */
export function quotaEffectView(
  knowledge: Knowledge,
  effect: QuotasEffect | null,
  say: Sentences,
): QuotaEffectView | null {
  if (!effect || effect.counties.length === 0) return null;
  const told = (count: number | null) =>
    count === null ? say.quota.words.notSet : say.quota.countOf(count);
  const byTrack = Map.groupBy(effect.counties, ({ track }) => track);
  return {
    title: say.quota.words.effect,
    asOf: say.quota.asOf(effect.at),
    tracks: [...byTrack].map(([id, counties]) => ({
      id,
      name: trackName(knowledge, id, say),
      rows: counties.map(({ division, before, after }) => ({
        code: division,
        county: nameOf(knowledge, division, say),
        before: told(before),
        after: told(after),
      })),
    })),
    sums: quotaSums(knowledge, effect, say),
  };
}

/** 市级森林乡镇：合计48，要求50，还差2 → 合计50，与要求一致 */
export function quotaSums(
  knowledge: Knowledge,
  { sums }: QuotasEffect,
  say: Sentences,
): readonly string[] {
  return sums.map(({ track, before, after }) =>
    say.quota.sumChange(
      trackName(knowledge, track, say),
      sumWords(before, say.quota.sumTemplates),
      sumWords(after, say.quota.sumTemplates),
    ),
  );
}
