/** The passwords an account had. */
import type { Write } from '../db/database.ts';
import { passwordHashOf } from './account-row.ts';
import { toInstant, type Parts } from './parts.ts';
import { passwordPolicies } from './password-policy.ts';

/** As many as any policy asks about, besides the present one. */
const kept = Math.max(...Object.values(passwordPolicies).map(({ remembered }) => remembered)) - 1;

/** Whether it is one of the last `remembered`, the present one among them. */
export async function wasUsedBefore(
  { database, auth }: Pick<Parts, 'database' | 'auth'>,
  userId: string,
  password: string,
  remembered: number,
): Promise<boolean> {
  const present = await passwordHashOf(database.read, userId);
  const past = await database.read
    .selectFrom('account_past_password')
    .select('hash')
    .where('user_id', '=', userId)
    .orderBy('ordinal', 'desc')
    .limit(Math.max(remembered - 1, 0))
    .execute();
  const hashes = [present, ...past.map(({ hash }) => hash)].filter((hash) => hash !== null);
  for (const hash of hashes) {
    if (await auth.context.password.verify({ hash, password })) return true;
  }
  return false;
}

/** Puts a new hash in the place of the present one, which is remembered. */
export async function replacePassword(
  { auth, now }: Pick<Parts, 'auth' | 'now'>,
  write: Write,
  userId: string,
  hash: string,
): Promise<void> {
  const present = await passwordHashOf(write, userId);
  if (present !== null) {
    await write
      .insertInto('account_past_password')
      .values({ user_id: userId, hash: present, replaced_at: toInstant(now()) })
      .execute();
  }
  const newest = await write
    .selectFrom('account_past_password')
    .select('ordinal')
    .where('user_id', '=', userId)
    .orderBy('ordinal', 'desc')
    .limit(kept)
    .execute();
  const oldest = newest.at(-1)?.ordinal;
  if (oldest !== undefined) {
    await write
      .deleteFrom('account_past_password')
      .where('user_id', '=', userId)
      .where('ordinal', '<', oldest)
      .execute();
  }
  await auth.within(write, () => auth.context.internalAdapter.updatePassword(userId, hash));
}
