/** Ids of submissions: readable over the telephone, and identifiers as the log has them. */
import { randomInt } from 'node:crypto';
import type { Day } from '../../domain/date.ts';
import { sourceIdOf } from '../../domain/proposed-events.ts';
import type { Write } from '../db/database.ts';

/** Crockford's base 32: no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 5;

/** `R20261123-7KQ2M`: the day, and one of 33 million. Not a secret. */
export function newSubmissionId(today: Day): string {
  let suffix = '';
  while (suffix.length < length) suffix += alphabet.charAt(randomInt(alphabet.length));
  return `R${today.replaceAll('-', '')}-${suffix}`;
}

/** An id that neither a submission nor a source in the log has. Rejects where chance gives none. */
export async function freshId(write: Write, newId: () => string): Promise<string> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const id = newId();
    const submission = await write
      .selectFrom('submission')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst();
    const source = await write
      .selectFrom('source')
      .select('id')
      .where('id', '=', sourceIdOf(id))
      .executeTakeFirst();
    if (!submission && !source) return id;
  }
  throw new Error('No id is free for a new submission.');
}
