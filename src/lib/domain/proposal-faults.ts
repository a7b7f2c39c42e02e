/** Everything that is wrong with a proposal, each at its field, as the facts are known now. */
import { intervalOf, isDay, type Day } from './date.ts';
import type { Division } from './division.ts';
import { changeFaults } from './change-faults.ts';
import { needsDocument } from './needs-document.ts';
import { indexFacts, isWithin, type KnownFacts } from './proposal-facts.ts';
import type { ProgrammeData } from './programme-data.ts';
import type { Proposal, ProposalFault, ProposalFaultCode } from './submission.ts';

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

/** Longest texts, in UTF-16 code units. */
export const maxLengths = {
  title: 300,
  publisher: 200,
  documentNumber: 100,
  date: 10,
  location: 500,
  note: 2000,
} as const;

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
]);

/** The faults of a proposal, in the order of its fields. None: approved, it makes valid facts. */
export function faultsOf(proposal: Proposal, context: ProposalContext): readonly ProposalFault[] {
  const facts = indexFacts(context.data, proposal);
  const reporting = facts.divisions.get(context.division);
  if (!reporting) {
    const values = { division: context.division };
    return [{ field: 'division', code: 'unknown-division', values }];
  }
  if (proposal.changes.length > maxChanges) {
    const values = { limit: String(maxChanges) };
    return [{ field: 'changes', code: 'too-long', values }];
  }
  const faults = [
    ...nothingFaults(proposal, reporting, facts),
    ...changeFaults(proposal.changes, reporting, facts, context.today),
    ...sourceFaults(proposal, context.today),
    ...documentFaults(proposal, facts, context),
    ...reportingFaults(proposal, reporting, facts, context.today),
    ...lengthFaults('note', proposal.note, maxLengths.note),
  ];
  if (context.mode === 'submit') return faults;
  return faults.filter(({ code }) => !onlyWhenSubmitted.has(code));
}

/** A submission that would leave everything as it is. */
function nothingFaults(
  { changes, reporting }: Proposal,
  division: Division,
  facts: KnownFacts,
): readonly ProposalFault[] {
  const moves = reporting.some(
    ({ track, completeTo }) => facts.reportedTo(track, division.code) !== completeTo,
  );
  return changes.length > 0 || moves ? [] : [{ field: 'changes', code: 'nothing' }];
}

function sourceFaults({ source }: Proposal, today: Day): readonly ProposalFault[] {
  if (!source) return [];
  const faults: ProposalFault[] = [];
  for (const name of ['title', 'publisher'] as const) {
    if (source[name] === '') faults.push({ field: `source.${name}`, code: 'required' });
  }
  for (const name of ['title', 'publisher', 'documentNumber', 'location'] as const) {
    faults.push(...lengthFaults(`source.${name}`, source[name], maxLengths[name]));
  }
  if (source.date === undefined) return faults;
  const interval = intervalOf(source.date);
  if (!interval) faults.push({ field: 'source.date', code: 'not-a-date' });
  else if (interval.start > today) {
    faults.push({ field: 'source.date', code: 'future', values: { today } });
  }
  return faults;
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

function reportingFaults(
  { reporting }: Proposal,
  division: Division,
  facts: KnownFacts,
  today: Day,
): readonly ProposalFault[] {
  const seen = new Set<string>();
  return reporting.flatMap(({ track: id, completeTo }, index) => {
    const fault = (
      name: 'track' | 'completeTo',
      code: ProposalFaultCode,
      values?: Readonly<Record<string, string>>,
    ): readonly ProposalFault[] => [
      { field: `reporting.${index}.${name}`, code, ...(values && { values }) },
    ];
    if (id === '') return fault('track', 'required');
    if (!facts.tracks.has(id)) return fault('track', 'unknown-track');
    if (seen.has(id)) return fault('track', 'twice', { track: id });
    seen.add(id);
    const hasUnits = facts.unitsOf(id).some((unit) => isWithin(unit.code, division.code, facts));
    if (!hasUnits) return fault('track', 'not-counted', { track: id });
    if (completeTo === '') return fault('completeTo', 'required');
    if (!isDay(completeTo)) return fault('completeTo', 'not-a-date');
    if (completeTo > today) return fault('completeTo', 'future', { today });
    const before = facts.reportedTo(id, division.code);
    if (before !== null && completeTo < before) {
      return fault('completeTo', 'earlier-than-before', { track: id, before });
    }
    return [];
  });
}

function lengthFaults(
  field: string,
  text: string | undefined,
  limit: number,
): readonly ProposalFault[] {
  if (text === undefined || text.length <= limit) return [];
  return [{ field, code: 'too-long', values: { limit: String(limit) } }];
}
