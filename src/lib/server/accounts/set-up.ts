/** The one-time link that makes the first administrator. There is no default account. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Reader } from '../db/database.ts';
import { inputFaults, tidied } from './account-input.ts';
import { toAccount } from './account-row.ts';
import type { Accounts, AccountFault } from './accounts.ts';
import { addAccount } from './new-account.ts';
import { note, noteFrom, readRules, toInstant, type Parts } from './parts.ts';
import { passwordFault } from './password-policy.ts';
import { beginSession, hashOfToken } from './sessions.ts';

const validFor = 24 * 3_600_000;

async function hasAccount(read: Reader): Promise<boolean> {
  const row = await read.selectFrom('account_user').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** A new link's path, which ends the one before; `null` once there is an account. */
export async function makeSetUpLink(
  parts: Pick<Parts, 'database' | 'audit' | 'now'>,
  by: 'start' | 'command-line',
): Promise<string | null> {
  return await parts.database.write(async (write) => {
    await write.deleteFrom('account_set_up').execute();
    if (await hasAccount(write)) return null;
    const token = randomBytes(32).toString('base64url');
    const expiresAt = toInstant(parts.now() + validFor);
    await write
      .insertInto('account_set_up')
      .values({ id: 1, token_hash: hashOfToken(token), expires_at: expiresAt })
      .execute();
    await note(parts, write, {
      actor: null,
      action: 'account.set-up-link',
      details: { by, expiresAt },
    });
    return `/admin/set-up/${token}`;
  });
}

/** Whether no account exists and the token is that of the open link. */
export async function isSetUpOpen(
  { now }: Pick<Parts, 'now'>,
  read: Reader,
  token: string,
): Promise<boolean> {
  const link = await read.selectFrom('account_set_up').selectAll().executeTakeFirst();
  if (!link || Date.parse(link.expires_at) <= now()) return false;
  const given = Buffer.from(hashOfToken(token));
  const right = Buffer.from(link.token_hash);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return false;
  return !(await hasAccount(read));
}

export async function setUp(
  parts: Parts,
  ...[from, token, given]: Parameters<Accounts['setUp']>
): ReturnType<Accounts['setUp']> {
  const { database, auth } = parts;
  if (!(await isSetUpOpen(parts, database.read, token))) return { status: 'closed' };
  const { policy, dormantDays } = await readRules(parts);
  const input = tidied({
    username: given.username,
    name: given.name,
    posts: ['administrator'],
    county: null,
  });
  const faults: readonly (AccountFault | null)[] = [
    ...inputFaults(input, parts.counties()),
    passwordFault(policy, given.password, input.username, 'password'),
  ];
  const found = faults.filter((fault) => fault !== null);
  if (found.length > 0) return { status: 'invalid', faults: found };
  const hash = await auth.context.password.hash(given.password);
  return await database.write(async (write) => {
    // Two people with the link: the second comes after the first has been written.
    if (!(await isSetUpOpen(parts, write, token))) return { status: 'closed' };
    await write.deleteFrom('account_set_up').execute();
    const row = await addAccount(parts, write, input, hash, false);
    await write
      .updateTable('account_user')
      .set({ last_sign_in_at: toInstant(parts.now()) })
      .where('id', '=', row.id)
      .execute();
    const cookies = await beginSession(parts, write, row, from);
    const account = toAccount(row, dormantDays, parts.now());
    await noteFrom(parts, write, from, {
      actor: account,
      action: 'account.set-up',
      subject: account.id,
      details: { username: account.username, posts: account.posts },
    });
    return { status: 'done', cookies };
  });
}
