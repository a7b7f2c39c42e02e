/** The positions that one approved submission gave and that still hold. */
import type { Knowledge } from '../../domain/knowledge.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { submissionHref } from './desk-view.ts';
import { pathOf } from './import-row.ts';

export interface TakeBackView {
  readonly units: readonly { readonly value: string; readonly label: string }[];
  readonly backHref: string;
}

export function takeBackView(
  knowledge: Knowledge,
  submission: string,
  say: Sentences,
): TakeBackView {
  // Places are `<id of the submission>-p1`… (proposed-events.ts).
  const own = `${submission}-p`;
  return {
    units: [...knowledge.places.values()]
      .filter(({ id }) => id.startsWith(own))
      .map(({ division }) => ({ value: division, label: pathOf(knowledge, division, say) })),
    backHref: submissionHref(submission),
  };
}

export function takeBackHref(submission: string): string {
  return `/admin/places/take-back/${encodeURIComponent(submission)}`;
}
