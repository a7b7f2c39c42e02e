/** Everything that is wrong with a proposal, each at its field, as the facts are known now. */
import { changeFaults } from './change-faults.ts';
import type { Day } from './date.ts';
import type { Division } from './division.ts';
import { lengthFaults } from './length-faults.ts';
import { needsDocument } from './needs-document.ts';
import { placeFaults } from './place-faults.ts';
import { indexFacts, type KnownFacts } from './proposal-facts.ts';
import type { ProgrammeData } from './programme-data.ts';
import { quotaFaults } from './quota-faults.ts';
import { reportingFaults } from './reporting-faults.ts';
import { sourceFaults } from './source-faults.ts';
import type { Proposal, ProposalFault, ProposalFaultCode } from './submission.ts';
import { undoFaults } from './undo-faults.ts';

export interface ProposalContext {
  /** The facts known now. */
  readonly data: ProgrammeData;
  /** Code of the division the submission is of. */
  readonly division: string;
  /** Today in Asia/Shanghai. */
  readonly today: Day;
  /** Files attached so far. */
  readonly fileCount: number;
  /** A draft may be unfinished; what is submitted, or approved, may not. */
  readonly mode: 'draft' | 'submit';
}

/** Changes one submission may hold: more than the townships and villages of a prefecture. */
export const maxChanges = 5000;

/** Longest note, in UTF-16 code units. */
const maxNote = 2000;

/** What an unfinished draft may have; and what another approval may bring about while it is written. */
const onlyWhenSubmitted: ReadonlySet<ProposalFaultCode> = new Set([
  'required',
  'nothing',
  'document-required',
  'file-required',
  'same-as-now',
  'already-retracted',
  'twice',
  'earlier-than-before',
  'changed-since',
]);

/** The faults of a proposal, in the order of its fields. None: approved, it makes valid facts. */
export function faultsOf(proposal: Proposal, context: ProposalContext): readonly ProposalFault[] {
  const facts = indexFacts(context.data, proposal);
  const division = facts.divisions.get(context.division);
  if (!division) {
    const values = { division: context.division };
    return [{ field: 'division', code: 'unknown-division', values }];
  }
  if (proposal.changes.length > maxChanges) {
    const values = { limit: String(maxChanges) };
    return [{ field: 'changes', code: 'too-long', values }];
  }
  const isUndoing = proposal.undoes !== undefined;
  const faults = [
    ...nothingFaults(proposal, division, facts),
    ...changeFaults(proposal.changes, division, facts, context.today),
    ...sourceFaults(proposal.source, context.today),
    ...documentFaults(proposal, facts, context),
    ...reportingFaults(proposal.reporting, division, facts, context.today, isUndoing),
    ...quotaFaults(proposal.quotas, division, facts, context.today, isUndoing),
    ...placeFaults(proposal.places ?? [], division, facts),
    ...undoFaults(proposal, context.data.status),
    ...lengthFaults('note', proposal.note, maxNote),
  ];
  if (context.mode === 'submit') return faults;
  return faults.filter(({ code }) => !onlyWhenSubmitted.has(code));
}

/** A submission that would leave everything as it is. */
function nothingFaults(
  { changes, reporting, quotas, places = [] }: Proposal,
  division: Division,
  facts: KnownFacts,
): readonly ProposalFault[] {
  const moves = reporting.some(
    ({ track, completeTo }) => facts.reportedTo(track, division.code) !== completeTo,
  );
  const given = changes.length + (quotas?.counts.length ?? 0) + places.length;
  return given > 0 || moves ? [] : [{ field: 'changes', code: 'nothing' }];
}

/** A title that counts needs a document, with its file (issue 3, §3). */
function documentFaults(
  proposal: Proposal,
  facts: KnownFacts,
  { fileCount, today }: ProposalContext,
): readonly ProposalFault[] {
  if (!needsDocument(proposal.changes, facts, today)) return [];
  const faults: ProposalFault[] = [];
  if (!proposal.source) faults.push({ field: 'source.title', code: 'document-required' });
  if (fileCount === 0) faults.push({ field: 'files', code: 'file-required' });
  return faults;
}
