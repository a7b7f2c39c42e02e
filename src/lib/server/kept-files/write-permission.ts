/** Whether a file may be kept, settled or taken away: asked in the write, by the account as it is then. */
import { decide, type Decision } from '../../domain/permission.ts';
import type { Write } from '../db/database.ts';
import type { SubmissionsOptions } from '../submissions/options.ts';
import type { By } from '../submissions/submissions.ts';
import { refuse } from '../submissions/turn.ts';
import type { KeptFile } from './kept-file.ts';

/** A refusal is written into the log. */
export async function writePermission(
  options: SubmissionsOptions,
  write: Write,
  by: By,
  { division, author }: Pick<KeptFile, 'division' | 'author'>,
): Promise<Decision> {
  const action = 'submission.write';
  const actor = await options.actorNow(write, by.actor.id);
  const decision = decide(actor, action, { division, author });
  if (decision.status === 'refused') {
    const at = new Date(options.now()).toISOString();
    await refuse(options, write, by, { at, action, reason: decision.reason, division });
  }
  return decision;
}
