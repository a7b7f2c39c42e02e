/** What the positions of a submission say and change, in lines. */
import type { Knowledge } from '../../domain/knowledge.ts';
import type { PlacesEffect } from '../../domain/place-effect.ts';
import type { Proposal } from '../../domain/submission.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { nameOf } from './proposal-words.ts';

/** 新增20个单位的位置 */
export function placesEffectLines(effect: PlacesEffect | null, say: Sentences): readonly string[] {
  return effect ? say.placing.effect(effect.counts) : [];
}

/** Units named one by one; of a whole prefecture's the first. */
const mostNamed = 30;

/** Whose positions are given, and whose are taken back. */
export function placesLines(
  knowledge: Knowledge,
  { places = [] }: Proposal,
  say: Sentences,
): readonly { readonly label: string; readonly value: string }[] {
  const line = (label: string, isTaken: boolean) => {
    const units = places.filter(({ geometry }) => (geometry === null) === isTaken);
    if (units.length === 0) return [];
    const names = units.slice(0, mostNamed).map(({ division }) => nameOf(knowledge, division, say));
    const rest = units.length - names.length;
    return [{ label, value: say.format.list(names) + (rest > 0 ? say.placing.more(rest) : '') }];
  };
  return [...line(say.placing.says.given, false), ...line(say.placing.says.takenBack, true)];
}
