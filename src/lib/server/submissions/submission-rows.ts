/** Reads submissions as the desk shows them. */
import type { Selectable } from 'kysely';
import * as v from 'valibot';
import { proposalSchema, type Proposal } from '../../domain/submission.ts';
import type { Reader } from '../db/database.ts';
import type { SubmissionTable } from '../db/schema.ts';
import type {
  AttachedFile,
  SubmissionDetail,
  SubmissionSummary,
} from '../../domain/recorded-submission.ts';

export type SubmissionRow = Selectable<SubmissionTable>;
export type Names = ReadonlyMap<string, string>;

const person = (id: string, names: Names) => ({ id, name: names.get(id) ?? id });

/** As it was stored: `cleanProposal` has one order of members. */
export function proposalText(proposal: Proposal): string {
  return JSON.stringify(proposal);
}

/** The proposal of a stored text. */
export function proposalFrom(text: string): Proposal {
  return v.parse(proposalSchema, JSON.parse(text));
}

export function rowOf(read: Reader, id: string): Promise<SubmissionRow | undefined> {
  return read.selectFrom('submission').selectAll().where('id', '=', id).executeTakeFirst();
}

/** What it said at a version: not every step changes the words. `null` where there is no such version. */
export async function proposalAt(
  read: Reader,
  { id, version: newest }: Pick<SubmissionRow, 'id' | 'version'>,
  version: number,
): Promise<Proposal | null> {
  if (version > newest) return null;
  const revision = await read
    .selectFrom('submission_revision')
    .select('proposal')
    .where('submission', '=', id)
    .where('version', '<=', version)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  return revision ? proposalFrom(revision.proposal) : null;
}

/** What it says now. */
export async function newestProposal(read: Reader, row: SubmissionRow): Promise<Proposal> {
  const proposal = await proposalAt(read, row, row.version);
  // The first revision is written with the submission, and none is ever removed.
  if (!proposal) throw new Error(`The submission ${row.id} has no revision.`);
  return proposal;
}

export function summaryOf(row: SubmissionRow, proposal: Proposal, names: Names): SubmissionSummary {
  return {
    id: row.id,
    division: row.division,
    state: row.state,
    awaiting: row.awaiting,
    version: row.version,
    author: person(row.author, names),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    proposal,
  };
}

/** The submission with its steps, oldest first, and its files. */
export async function detailOf(
  read: Reader,
  row: SubmissionRow,
  names: Names,
): Promise<SubmissionDetail> {
  const proposal = await newestProposal(read, row);
  const steps = await read
    .selectFrom('submission_step')
    .select(['step', 'version', 'actor', 'at', 'note'])
    .where('submission', '=', row.id)
    .orderBy('ordinal')
    .execute();
  return {
    ...summaryOf(row, proposal, names),
    steps: steps.map((step) => ({ ...step, actor: person(step.actor, names) })),
    files: await filesOf(read, row.id),
  };
}

/** Without their content, in the order in which they were attached. */
async function filesOf(read: Reader, submission: string): Promise<readonly AttachedFile[]> {
  const rows = await read
    .selectFrom('submission_file')
    .innerJoin('file', 'file.hash', 'submission_file.hash')
    .select(['file.hash', 'submission_file.name', 'file.media_type', 'file.size'])
    .where('submission_file.submission', '=', submission)
    .orderBy('submission_file.attached_at')
    .orderBy('file.hash')
    .execute();
  return rows.map(({ hash, name, media_type: mediaType, size }) => ({
    hash,
    name,
    mediaType,
    size,
  }));
}

export async function fileCountOf(read: Reader, submission: string): Promise<number> {
  const { count } = await read
    .selectFrom('submission_file')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('submission', '=', submission)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Accounts that wrote any of it: the first words, a later version, or attached a file. */
export async function writersOf(read: Reader, id: string): Promise<readonly string[]> {
  const steps = await read
    .selectFrom('submission_step')
    .select('actor')
    .distinct()
    .where('submission', '=', id)
    .where('step', 'in', ['drafted', 'saved', 'submitted'])
    .execute();
  return steps.map(({ actor }) => actor);
}
