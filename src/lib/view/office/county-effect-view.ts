/** What a list would change county by county, in words. */
import type { CountyEffect } from '../../domain/county-effect.ts';
import type { Knowledge } from '../../domain/knowledge.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { nameOf } from './proposal-words.ts';

export interface CountyEffectView {
  readonly code: string;
  readonly county: string;
  readonly before: string;
  readonly after: string;
  readonly quota: string;
}

/** Nothing for a list of one county: the sentence about the target says it all. */
export function countyEffectView(
  knowledge: Knowledge,
  effects: readonly CountyEffect[],
  say: Sentences,
): readonly CountyEffectView[] {
  if (effects.length < 2) return [];
  return effects.map(({ division, before, after, quota }) => ({
    code: division,
    county: nameOf(knowledge, division, say),
    before: say.quota.countOf(before),
    after: say.quota.countOf(after),
    quota: quota === null ? say.quota.words.notSet : say.quota.countOf(quota),
  }));
}
