/** Lists of submissions: those of a filter, and what the desk of one division shows. */
import { decide, type Actor } from '../../domain/permission.ts';
import type { SubmissionSummary } from '../../domain/recorded-submission.ts';
import type { SubmissionState } from '../../domain/submission.ts';
import type { Reader } from '../db/database.ts';
import { withNewestRevision } from '../db/newest-revision.ts';
import type { SubmissionsOptions } from './options.ts';
import { proposalFrom, summaryOf, type Names } from './submission-rows.ts';
import type { ListFilter } from './submissions.ts';
import { awaitingOf } from './turn.ts';

/** Somebody still has to do something about it. */
const open: readonly SubmissionState[] = ['draft', 'submitted', 'returned'];
const finished: readonly SubmissionState[] = ['withdrawn', 'approved'];

/** Those the actor may read, newest first. */
export async function listSubmissions(
  options: SubmissionsOptions,
  actor: Actor,
  { states, awaiting, division }: ListFilter = {},
): Promise<readonly SubmissionSummary[]> {
  const listed = await withTurns(
    options,
    await select(options.database.read, readable(options, actor, division), await options.names(), {
      states: awaiting ? ['submitted'] : states,
    }),
  );
  return awaiting ? listed.filter((submission) => submission.awaiting === awaiting) : listed;
}

/** All that is open in the division, then the newest `most` of what is finished. */
export async function listDesk(
  options: SubmissionsOptions,
  actor: Actor,
  division: string,
  most: number,
): Promise<readonly SubmissionSummary[]> {
  const divisions = readable(options, actor, division);
  const names = await options.names();
  // Of one moment: what is approved meanwhile stands in one of the two.
  const found = await options.database.snapshot(async (read) => [
    ...(await select(read, divisions, names, { states: open })),
    ...(await select(read, divisions, names, { states: finished, limit: most })),
  ]);
  return withTurns(options, found);
}

/** The divisions whose submissions the actor may read, or of these the one that is asked for. */
function readable({ data }: SubmissionsOptions, actor: Actor, only?: string): readonly string[] {
  return data()
    .divisions.filter(({ level }) => level === 'county' || level === 'prefecture')
    .map(({ code }) => code)
    .filter((code) => only === undefined || code === only)
    .filter((division) => decide(actor, 'submission.read', { division }).status === 'allowed');
}

/** Those of the divisions, newest first. */
async function select(
  read: Reader,
  divisions: readonly string[],
  names: Names,
  {
    states,
    limit,
  }: { readonly states?: readonly SubmissionState[] | undefined; readonly limit?: number },
): Promise<readonly SubmissionSummary[]> {
  if (divisions.length === 0 || states?.length === 0) return [];
  const rows = await withNewestRevision(read)
    .selectAll('submission')
    .select('revision.proposal')
    .where('submission.division', 'in', divisions)
    .$if(states !== undefined, (query) => query.where('submission.state', 'in', states ?? []))
    .orderBy('submission.updated_at', 'desc')
    .orderBy('submission.id', 'desc')
    .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
    .execute();
  return rows.map(({ proposal, ...row }) => summaryOf(row, proposalFrom(proposal), names));
}

/** With whose turn each is: a county may have lost its head since. */
async function withTurns(
  options: SubmissionsOptions,
  found: readonly SubmissionSummary[],
): Promise<readonly SubmissionSummary[]> {
  const listed: SubmissionSummary[] = [];
  for (const submission of found) {
    listed.push({ ...submission, awaiting: await awaitingOf(options, submission) });
  }
  return listed;
}
