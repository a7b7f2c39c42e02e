/** Submissions with what they say now: not every version changes the words, so it may be an older one's. */
import type { Reader } from './database.ts';

/** `submission` joined with its newest `revision`. */
export function withNewestRevision(read: Reader) {
  return read
    .selectFrom('submission')
    .innerJoin('submission_revision as revision', 'revision.submission', 'submission.id')
    .where('revision.version', '=', ({ selectFrom }) =>
      selectFrom('submission_revision as newest')
        .whereRef('newest.submission', '=', 'submission.id')
        .select(({ fn }) => fn.max('newest.version').as('version')),
    );
}
