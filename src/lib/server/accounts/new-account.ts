/** Writes a new account: the user and the credential better-auth keeps of it. */
import type { Write } from '../db/database.ts';
import { findRow, type AccountRow } from './account-row.ts';
import type { AccountInput } from './accounts.ts';
import { toInstant, type Parts } from './parts.ts';

/** better-auth wants an address for everybody; `.invalid` never leads anywhere (RFC 2606 §2). */
export function addressOf(username: string): string {
  return `${username}@users.invalid`;
}

/** `input` tidied and without fault, its username not taken. */
export async function addAccount(
  { auth, now }: Parts,
  write: Write,
  input: AccountInput,
  hash: string,
  mustChangePassword: boolean,
): Promise<AccountRow> {
  const at = new Date(now());
  const id = await auth.within(write, async () => {
    const user = await auth.context.internalAdapter.createUser(
      {
        name: input.name,
        email: addressOf(input.username),
        emailVerified: false,
        createdAt: at,
        updatedAt: at,
        username: input.username,
        posts: JSON.stringify(input.posts),
        county: input.county,
        enabled: true,
        version: 1,
        mustChangePassword,
        passwordChangedAt: toInstant(now()),
        awakeSince: toInstant(now()),
      },
      { method: 'office' },
    );
    await auth.context.internalAdapter.linkAccount({
      userId: user.id,
      providerId: 'credential',
      accountId: user.id,
      password: hash,
    });
    return user.id;
  });
  const row = await findRow(write, id);
  if (!row) throw new Error('The account that was just written is not there.');
  return row;
}
