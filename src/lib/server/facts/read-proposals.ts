/** What waits for approval, as the events it would be: shown as under review, never counted. */
import * as v from 'valibot';
import { proposedEvents } from '../../domain/proposed-events.ts';
import type { StatusEvent } from '../../domain/status.ts';
import { proposalSchema } from '../../domain/submission.ts';
import type { Reader } from '../db/database.ts';
import { withNewestRevision } from '../db/newest-revision.ts';

/** The events of all submissions in the state `submitted`, by submission id, as their newest revision says. */
export async function readProposals(read: Reader): Promise<readonly StatusEvent[]> {
  const rows = await withNewestRevision(read)
    .where('submission.state', '=', 'submitted')
    .orderBy('submission.id')
    .select(['submission.id', 'submission.updated_at', 'revision.proposal'])
    .execute();
  return rows.flatMap(({ id, updated_at: recordedAt, proposal }) =>
    proposedEvents(id, v.parse(proposalSchema, JSON.parse(proposal)).changes, recordedAt),
  );
}

/**
 * When what is under review last changed, at the latest: an instant in UTC, empty where nothing ever
 * was. Of all states, since one that was withdrawn has changed it too.
 */
export async function proposalsChangedAt(read: Reader): Promise<string> {
  const { newest } = await read
    .selectFrom('submission')
    .select(({ fn }) => fn.max('updated_at').as('newest'))
    .executeTakeFirstOrThrow();
  return newest ?? '';
}
