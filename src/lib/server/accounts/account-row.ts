/** An account as it stands in the table, and as the port gives it. */
import { posts, type Actor, type Post } from '../../domain/permission.ts';
import type { AccountUserTable } from '../db/account-tables.ts';
import type { Reader } from '../db/database.ts';
import type { Account } from './accounts.ts';

/** A row of `account_user`. */
export type AccountRow = AccountUserTable;

const day = 86_400_000;

/** The posts of a row, in the order of domain/permission.ts. */
export function postsOf({ posts: text }: Pick<AccountRow, 'posts'>): readonly Post[] {
  const held: unknown = JSON.parse(text);
  return posts.filter((post) => Array.isArray(held) && held.includes(post));
}

/** Whether the account may be signed in to. `now` in milliseconds. */
export function stateOf(
  row: Pick<AccountRow, 'enabled' | 'awake_since'>,
  dormantDays: number,
  now: number,
): Account['state'] {
  if (row.enabled === 0) return 'disabled';
  return Date.parse(row.awake_since) + dormantDays * day < now ? 'dormant' : 'active';
}

export function toActor(row: Pick<AccountRow, 'id' | 'name' | 'posts' | 'county'>): Actor {
  return { id: row.id, name: row.name, posts: postsOf(row), county: row.county };
}

export function toAccount(row: AccountRow, dormantDays: number, now: number): Account {
  return {
    id: row.id,
    username: row.username,
    name: row.name,
    posts: postsOf(row),
    county: row.county,
    state: stateOf(row, dormantDays, now),
    hasSecondFactor: row.two_factor_enabled === 1,
    mustChangePassword: row.must_change_password === 1,
    lastSignInAt: row.last_sign_in_at,
    createdAt: row.created_at,
    version: row.version,
  };
}

export async function findRow(read: Reader, id: string): Promise<AccountRow | undefined> {
  return await read.selectFrom('account_user').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The row and its password's hash. `username` normalised. */
export async function findByUsername(
  read: Reader,
  username: string,
): Promise<(AccountRow & { readonly hash: string | null }) | undefined> {
  return await read
    .selectFrom('account_user')
    .innerJoin('account_credential', 'account_credential.user_id', 'account_user.id')
    .selectAll('account_user')
    .select('account_credential.password as hash')
    .where('account_user.username', '=', username)
    .where('account_credential.provider_id', '=', 'credential')
    .executeTakeFirst();
}

export async function passwordHashOf(read: Reader, userId: string): Promise<string | null> {
  const row = await read
    .selectFrom('account_credential')
    .select('password')
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst();
  return row?.password ?? null;
}
