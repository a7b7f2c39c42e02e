/** What the form of the quotas proposes. What is wrong with it is for `faultsOf` to say. */
import { intervalOf, type Day } from '../../domain/date.ts';
import type { Knowledge } from '../../domain/knowledge.ts';
import { quotasOf } from '../../domain/quota-standing.ts';
import type { Proposal, ProposalFault, ProposedQuotas } from '../../domain/submission.ts';
import { readBoxes, type DateBoxes } from './date-boxes.ts';
import type { QuotaForm } from './quota-form.ts';
import type { QuotaSeat, QuotaTrack } from './quota-seats.ts';
import { sourceOf } from './report-proposal.ts';
import { wholeNumberOf } from './typed-text.ts';

/** Only what differs from the quotas in force is proposed. `today` in Asia/Shanghai. */
export function quotaProposal(
  form: QuotaForm,
  tracks: readonly QuotaTrack[],
  knowledge: Knowledge,
  today: Day,
): { readonly proposal: Proposal; readonly faults: readonly ProposalFault[] } {
  const faults: ProposalFault[] = [];
  const read = (boxes: DateBoxes, field: string): string => {
    const date = readBoxes(boxes);
    if (date.status === 'wrong') faults.push({ field, code: 'not-a-date' });
    return date.status === 'date' ? date.date : '';
  };
  const effective = read(form.effective, 'quotas.effective');
  const source = sourceOf(form, read(form.documentDate, 'source.date'));
  // The day as of which a quota is told to be the same as before.
  const from = intervalOf(effective)?.end ?? today;
  const counts = tracks.flatMap(({ id, seats }) => {
    const inForce = quotasOf(knowledge, id, from);
    return seats.flatMap((seat) =>
      asksForMore(form, seat, inForce.get(seat.division)?.count)
        ? [{ division: seat.division, track: id, count: form.counts[seat.field] ?? '' }]
        : [],
    );
  });
  const quotas: ProposedQuotas = { effective, counts };
  const proposal: Proposal = {
    changes: [],
    ...(source && { source }),
    reporting: [],
    ...(counts.length > 0 && { quotas }),
    ...(form.note !== '' && { note: form.note }),
  };
  return { proposal, faults };
}

/** Whether the field says anything that is not so already. */
function asksForMore(form: QuotaForm, { field }: QuotaSeat, inForce: number | undefined): boolean {
  const text = form.counts[field] ?? '';
  const count = wholeNumberOf(text);
  // What is no number is for its fault to be told.
  return text !== '' && (count === null || count !== inForce);
}
