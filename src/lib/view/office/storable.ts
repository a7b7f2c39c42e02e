/** What of a proposal a draft can keep, so that its files have a place while the rest is put right. */
import type { Change, Proposal, ProposalFault } from '../../domain/submission.ts';

/** The same proposal with every field that has a fault left empty; too long a text is cut. */
export function storableProposal(proposal: Proposal, faults: readonly ProposalFault[]): Proposal {
  const at = new Map(faults.map((fault) => [fault.field, fault]));
  if (at.has('changes') || at.has('division')) return { changes: [], reporting: [] };
  const { source, note, quotas, places } = proposal;
  return {
    changes: proposal.changes.map((change, index) => emptied(change, `changes.${index}`, at)),
    ...(source && { source: emptied(source, 'source', at) }),
    reporting: proposal.reporting.filter(
      (_, index) => !faults.some(({ field }) => field.startsWith(`reporting.${index}.`)),
    ),
    ...(quotas && {
      quotas: {
        ...emptied(quotas, 'quotas', at),
        counts: quotas.counts.map((row, index) => emptied(row, `quotas.counts.${index}`, at)),
      },
    }),
    ...(places && {
      places: places.filter(
        (_, index) => !faults.some(({ field }) => `${field}.`.startsWith(`places.${index}.`)),
      ),
    }),
    ...(note !== undefined && { note: emptied({ note }, '', at).note }),
  };
}

function emptied<Part extends Change | object>(
  part: Part,
  path: string,
  at: ReadonlyMap<string, ProposalFault>,
): Part {
  const entries = Object.entries(part).map(([name, value]) => {
    const fault = at.get(path === '' ? name : `${path}.${name}`);
    if (!fault || typeof value !== 'string') return [name, value];
    const limit = fault.code === 'too-long' ? Number(fault.values?.['limit'] ?? 0) : 0;
    return [name, value.slice(0, limit).toWellFormed()];
  });
  // The same names with texts for texts: only what a text says has changed.
  return Object.fromEntries(entries) as Part;
}
