/** Drafting, saving, submitting and withdrawing: the clerk's part. */
import { cleanProposal } from '../../domain/clean-proposal.ts';
import { shanghaiDay } from '../../domain/date.ts';
import { countyPosts, decide } from '../../domain/permission.ts';
import { plainText } from '../../domain/plain-text.ts';
import type { Awaiting, Proposal, SubmissionState } from '../../domain/submission.ts';
import type { JsonValue } from '../audit/audit.ts';
import type { Write } from '../db/database.ts';
import { draftFaults, factsInside, judge } from './judge-proposal.ts';
import type { SubmissionsOptions } from './options.ts';
import { freshId } from './submission-id.ts';
import {
  detailOf,
  fileCountOf,
  proposalAt,
  proposalText,
  rowOf,
  type Names,
  type SubmissionRow,
} from './submission-rows.ts';
import type { By, SubmissionResult } from './submissions.ts';
import { advance, awaitingOf, entryBy, refuse, takeTurn } from './turn.ts';

/** While it is with the clerk. What was withdrawn is not lost: it can be taken up again. */
export const editable: readonly SubmissionState[] = ['draft', 'returned', 'withdrawn'];

const maxKey = 100;

export async function draft(
  options: SubmissionsOptions,
  by: By,
  division: string,
  given: Proposal,
  key = '',
): Promise<SubmissionResult> {
  const names = await options.names();
  return options.database.write((write) =>
    draftIn(options, write, by, { division, proposal: given, key, names }),
  );
}

/** What a draft is begun with. */
export interface Beginning {
  readonly division: string;
  readonly proposal: Proposal;
  /** The same author's same key makes one draft. */
  readonly key: string;
  readonly names: Names;
  /** More for the row of the log: where the draft comes from. */
  readonly details?: Readonly<Record<string, JsonValue>>;
}

/** Begins a draft inside a write that does more; all but `done` have written nothing. */
export async function draftIn(
  options: SubmissionsOptions,
  write: Write,
  by: By,
  { division, proposal: given, key, names, details }: Beginning,
): Promise<SubmissionResult> {
  const { audit } = options;
  const proposal = cleanProposal(given);
  const clientKey = plainText(key).slice(0, maxKey) || null;
  const now = options.now();
  const at = new Date(now).toISOString();
  const author = by.actor.id;
  const actor = await options.actorNow(write, author);
  const decision = decide(actor, 'submission.write', { division, author });
  if (decision.status === 'refused') {
    const { reason } = decision;
    await refuse(options, write, by, { at, action: 'submission.write', reason, division });
    return { status: 'refused', decision };
  }
  const reporting = options.data().divisions.find(({ code }) => code === division);
  if (reporting?.level !== 'county' && reporting?.level !== 'prefecture') {
    return { status: 'invalid', faults: [{ field: 'division', code: 'unknown-division' }] };
  }
  const earlier = clientKey === null ? undefined : await rowByKey(write, author, clientKey);
  if (earlier) {
    const submission = await detailOf(write, earlier, names);
    // Told the version of words that were saved since, the sender would save over them.
    if (proposalText(submission.proposal) === proposalText(proposal)) {
      return { status: 'done', submission };
    }
    return { status: 'clash', seen: await proposalAt(write, earlier, 1), submission };
  }
  const faults = await draftFaults(options, write, proposal, division, now);
  if (faults.length > 0) return { status: 'invalid', faults };
  const id = await freshId(write, () => options.newId(shanghaiDay(now)));
  const row: SubmissionRow = {
    id,
    division,
    state: 'draft',
    awaiting: null,
    version: 1,
    author,
    created_at: at,
    updated_at: at,
    client_key: clientKey,
  };
  await write.insertInto('submission').values(row).execute();
  await write
    .insertInto('submission_revision')
    .values({
      submission: id,
      version: 1,
      proposal: proposalText(proposal),
      author,
      saved_at: at,
    })
    .execute();
  await write
    .insertInto('submission_step')
    .values({ submission: id, version: 1, step: 'drafted', actor: author, at, note: null })
    .execute();
  await audit.append(write, {
    ...entryBy(by, at),
    action: 'submission.drafted',
    division,
    subject: id,
    details: { version: 1, ...details },
  });
  return { status: 'done', submission: await detailOf(write, row, names) };
}

function rowByKey(write: Write, author: string, key: string): Promise<SubmissionRow | undefined> {
  return write
    .selectFrom('submission')
    .selectAll()
    .where('author', '=', author)
    .where('client_key', '=', key)
    .executeTakeFirst();
}

export function save(
  options: SubmissionsOptions,
  by: By,
  id: string,
  version: number,
  given: Proposal,
): Promise<SubmissionResult> {
  const proposal = cleanProposal(given);
  return takeTurn<never>(options, by, {
    action: 'submission.write',
    id,
    version,
    states: editable,
    task: async (turn) => {
      const { write, row, now } = turn;
      const faults = await draftFaults(options, write, proposal, row.division, now);
      if (faults.length > 0) return { status: 'invalid', faults };
      await advance(options, turn, {
        state: 'draft',
        step: 'saved',
        proposal,
        action: 'submission.saved',
      });
      return { status: 'done' };
    },
  });
}

export async function submit(
  options: SubmissionsOptions,
  by: By,
  id: string,
  version: number,
  given: Proposal,
): Promise<SubmissionResult> {
  const proposal = cleanProposal(given);
  const seen = await rowOf(options.database.read, id);
  const awaiting = seen ? await nextAwaiting(options, by, seen) : 'city';
  const result = await takeTurn<never>(options, by, {
    action: 'submission.write',
    id,
    version,
    states: editable,
    task: async (turn) => {
      const { write, row, now } = turn;
      const faults = judge(await factsInside(options, write), proposal, {
        division: row.division,
        now,
        fileCount: await fileCountOf(write, row.id),
        mode: 'submit',
        extent: options.extent(),
      });
      if (faults.length > 0) return { status: 'invalid', faults };
      await advance(options, turn, {
        state: 'submitted',
        awaiting,
        step: 'submitted',
        proposal,
        action: 'submission.submitted',
        details: {
          awaiting,
          changes: proposal.changes.length,
          ...(proposal.quotas && { quotas: proposal.quotas.counts.length }),
          ...(proposal.places && { places: proposal.places.length }),
        },
      });
      return { status: 'done' };
    },
  });
  if (result.status === 'done') await options.changed();
  return result;
}

/** A report of the county goes to its head first, if it has one; what the city itself writes does not. */
function nextAwaiting(
  options: SubmissionsOptions,
  { actor }: By,
  { id, division }: SubmissionRow,
): Promise<Awaiting | null> {
  const isOfCounty = actor.posts.some((post) => countyPosts.has(post));
  const awaiting = isOfCounty ? 'county-head' : 'city';
  return awaitingOf(options, { id, awaiting, division }, [actor.id]);
}

export async function withdraw(
  options: SubmissionsOptions,
  by: By,
  id: string,
  version: number,
): Promise<SubmissionResult> {
  let wasUnderReview = false;
  const result = await takeTurn<never>(options, by, {
    action: 'submission.write',
    id,
    version,
    states: ['draft', 'submitted', 'returned'],
    task: async (turn) => {
      wasUnderReview = turn.row.state === 'submitted';
      await advance(options, turn, {
        state: 'withdrawn',
        step: 'withdrawn',
        action: 'submission.withdrawn',
      });
      return { status: 'done' };
    },
  });
  if (result.status === 'done' && wasUnderReview) await options.changed();
  return result;
}
