/** Judges a proposal by the facts as the transaction sees them. */
import { shanghaiDay } from '../../domain/date.ts';
import type { ProgrammeData } from '../../domain/programme-data.ts';
import { faultsOf, type ProposalContext } from '../../domain/proposal-faults.ts';
import type { Proposal, ProposalFault } from '../../domain/submission.ts';
import type { Write } from '../db/database.ts';
import { readFacts } from '../facts/read-facts.ts';
import type { SubmissionsOptions } from './options.ts';
import { groundFaults } from './place-faults.ts';

/** The data with the facts of the database, read inside the transaction. */
export async function factsInside(
  { data }: Pick<SubmissionsOptions, 'data'>,
  write: Write,
): Promise<ProgrammeData> {
  return { ...data(), status: await readFacts(write) };
}

/**
 * The faults of a draft. Only what it would take back is asked of the facts, so only then are they
 * read: a save is made often, and by many.
 */
export async function draftFaults(
  options: Pick<SubmissionsOptions, 'data' | 'extent'>,
  write: Write,
  proposal: Proposal,
  division: string,
  now: number,
): Promise<readonly ProposalFault[]> {
  const namesEvents = proposal.undoes || proposal.changes.some(({ kind }) => kind !== 'reached');
  const data = namesEvents ? await factsInside(options, write) : options.data();
  const extent = options.extent();
  return judge(data, proposal, { division, now, fileCount: 0, mode: 'draft', extent });
}

type Judged = Pick<ProposalContext, 'division' | 'fileCount' | 'mode'> & {
  readonly now: number;
  /** As `checkStatus` takes it: what it would refuse once it is a fact is refused here. */
  readonly extent: ReturnType<SubmissionsOptions['extent']>;
};

export function judge(
  data: ProgrammeData,
  proposal: Proposal,
  { now, extent, ...rest }: Judged,
): readonly ProposalFault[] {
  const faults = faultsOf(proposal, { data, today: shanghaiDay(now), ...rest });
  return [...faults, ...groundFaults(proposal.places ?? [], extent, faults)];
}
