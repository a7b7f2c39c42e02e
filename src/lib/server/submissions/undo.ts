/** The draft that takes back what an approved submission wrote. */
import { recordCount, undoing, undoKey } from '../../domain/undo.ts';
import { readFacts } from '../facts/read-facts.ts';
import { draftIn } from './edit.ts';
import type { SubmissionsOptions } from './options.ts';
import { rowOf } from './submission-rows.ts';
import type { By, Submissions } from './submissions.ts';

/** One draft for each person, however often it is asked for. */
export async function undo(
  options: SubmissionsOptions,
  by: By,
  id: string,
  reason: string,
): ReturnType<Submissions['undo']> {
  const names = await options.names();
  return options.database.write(async (write) => {
    const row = await rowOf(write, id);
    if (!row) return { status: 'not-found' };
    const facts = await readFacts(write);
    const { proposal } = undoing(facts, id, reason);
    const records = recordCount(proposal);
    if (records === 0) return { status: 'nothing' };
    return draftIn(options, write, by, {
      division: row.division,
      proposal,
      key: undoKey(facts, id),
      names,
      details: { undoes: id, records },
    });
  });
}
