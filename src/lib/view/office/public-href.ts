/** Where everybody can see what was approved. */
import type { DivisionCode } from '../../domain/division.ts';
import type { Knowledge } from '../../domain/knowledge.ts';

/** The page of a county; of the prefecture, which has none of its own, the map. */
export function publicHref(knowledge: Knowledge, code: DivisionCode): string {
  return knowledge.divisions.get(code)?.level === 'county' ? `/county/${code}` : '/';
}
