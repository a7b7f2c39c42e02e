/** A text of a proposal that is longer than its field may be. */
import type { ProposalFault } from './submission.ts';

/** The fault of a text of more than `limit` UTF-16 code units; one left out is not too long. */
export function lengthFaults(
  field: string,
  text: string | undefined,
  limit: number,
): readonly ProposalFault[] {
  if (text === undefined || text.length <= limit) return [];
  return [{ field, code: 'too-long', values: { limit: String(limit) } }];
}
