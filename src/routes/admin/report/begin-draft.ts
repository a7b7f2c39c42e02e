/** Begins the draft of a form, whatever kind of form it is. */
import { randomUUID } from 'node:crypto';
import { cleanProposal } from '$lib/domain/clean-proposal.ts';
import type { Proposal } from '$lib/domain/submission.ts';
import { office } from '$lib/server/office.ts';
import type { By } from '$lib/server/submissions/submissions.ts';
import { storableProposal } from '$lib/view/office/storable.ts';
import { isOpen } from './report-screen.ts';

/**
 * Starts the draft. What a draft cannot keep is left out of it and told beside its field, so that
 * the files have a place. A form that was sent and then used for another report begins anew.
 */
export async function begin(by: By, division: string, proposal: Proposal, key: string) {
  const { submissions } = office();
  const start = async (given: Proposal, of: string) => {
    const result = await submissions.draft(by, division, given, of);
    return result.status === 'clash' && !isOpen(result.submission)
      ? submissions.draft(by, division, given, randomUUID())
      : result;
  };
  const result = await start(proposal, key);
  if (result.status !== 'invalid') return { result, faults: [] };
  const { faults } = result;
  return { result: await start(storableProposal(proposal, faults), key), faults };
}

/** Whether two proposals say the same. */
export function isSame(a: Proposal, b: Proposal | null): boolean {
  const text = (proposal: Proposal) => JSON.stringify(cleanProposal(proposal));
  return b !== null && text(a) === text(b);
}
