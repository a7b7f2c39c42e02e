/** The city's inbox: what waits for approval, the oldest first. */
import { daysBetween, shanghaiDay, type Day } from '../../domain/date.ts';
import type { Knowledge } from '../../domain/knowledge.ts';
import type { ReviewEffect } from '../../domain/review.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { submissionHref } from './desk-view.ts';
import { effectLine } from './effect-view.ts';
import { headlineOf, nameOf } from './proposal-words.ts';
import type { SubmissionSummary } from '../../domain/recorded-submission.ts';

export interface InboxRowView {
  readonly id: string;
  readonly href: string;
  readonly county: string;
  readonly what: string;
  /** Title of the document, in Chinese; `null`: none was named. */
  readonly document: string | null;
  readonly since: string;
  readonly from: string;
  readonly effect: string;
  readonly isOwn: boolean;
}

export interface InboxView {
  readonly total: string;
  readonly rows: readonly InboxRowView[];
  /** Counties with something in the inbox, for the filter. */
  readonly counties: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string;
}

export interface WaitingSubmission extends SubmissionSummary {
  readonly effect: ReviewEffect;
}

export function inboxView(
  knowledge: Knowledge,
  waiting: readonly WaitingSubmission[],
  at: { readonly today: Day; readonly county: string; readonly reader: string },
  say: Sentences,
): InboxView {
  const codes = [...new Set(waiting.map(({ division }) => division))].sort();
  const chosen = codes.includes(at.county) ? at.county : '';
  const rows = waiting
    .filter(({ division }) => chosen === '' || division === chosen)
    .toSorted((a, b) => Date.parse(a.updatedAt) - Date.parse(b.updatedAt))
    .map((submission): InboxRowView => {
      const { id, division, proposal, author, updatedAt } = submission;
      const day = shanghaiDay(Date.parse(updatedAt));
      return {
        id,
        href: submissionHref(id),
        county: nameOf(knowledge, division, say),
        what: headlineOf(knowledge, division, proposal, say),
        document: proposal.source?.title ?? null,
        since: say.review.waitingSince(
          say.review.moment(updatedAt),
          Math.max(0, daysBetween(day, at.today)),
        ),
        from: author.name,
        effect: effectLine(knowledge, submission.effect, say),
        isOwn: author.id === at.reader,
      };
    });
  return {
    total: say.review.total(rows.length),
    rows,
    counties: codes.map((code) => ({ value: code, label: nameOf(knowledge, code, say) })),
    chosen,
  };
}
