/** Signing in: a password, then, where there is one, the second factor. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Write } from '../db/database.ts';
import {
  findByUsername,
  findRow,
  passwordHashOf,
  stateOf,
  type AccountRow,
} from './account-row.ts';
import type { Origin, SignInResult } from './accounts.ts';
import { codeCounter, signInCounters } from './attempt-counters.ts';
import { forgetAttempts, reserveAttempt, takeBackAttempt } from './attempts.ts';
import { cookieName, readCookie, setCookie } from './cookies.ts';
import { isPassword } from './own-password.ts';
import { noteFrom, readRules, toInstant, type Parts } from './parts.ts';
import { useCode } from './second-factor.ts';
import { beginSession, hashOfToken } from './sessions.ts';
import { normalizeUsername, shortenedUsername } from './username.ts';

/** Seconds from the password to the code. */
const pendingSeconds = 600;

/** Longer ones are no username of ours. */
const longestUsername = 64;

function pendingCookie(isSecure: boolean) {
  return cookieName('sign-in', isSecure);
}

function pendingKey(token: string): string {
  return `sign-in:${hashOfToken(token)}`;
}

/** Why a sign-in was refused: for the log only. The person reads the same words for all. */
type Refusal = 'wrong-password' | 'unknown' | 'disabled' | 'dormant' | 'wait' | 'wrong-code';

async function noteRefusal(
  parts: Parts,
  write: Write,
  from: Origin,
  user: AccountRow | undefined,
  typed: string,
  reason: Refusal,
): Promise<void> {
  await noteFrom(parts, write, from, {
    actor: null,
    action: 'session.refused',
    ...(user && { subject: user.id }),
    outcome: 'refused',
    details: {
      username: user ? user.username : shortenedUsername(typed),
      reason,
    },
  });
}

function waiting(milliseconds: number): SignInResult {
  return { status: 'wait', retryAfter: Math.ceil(milliseconds / 1000), cookies: [] };
}

export async function signIn(
  parts: Parts,
  from: Origin,
  typed: string,
  password: string,
): Promise<SignInResult> {
  const { database, now } = parts;
  const username = normalizeUsername(typed.slice(0, longestUsername));
  const { policy, dormantDays } = await readRules(parts);
  const counters = signInCounters(parts, from, username, policy);
  const reservation = await database.write(async (write) => {
    const reserved = await reserveAttempt(write, counters.all, now());
    if (reserved.status === 'wait' && reserved.isFirst) {
      await noteRefusal(parts, write, from, await findByUsername(write, username), typed, 'wait');
    }
    return reserved;
  });
  if (reservation.status === 'wait') return waiting(reservation.milliseconds);
  const seen = await findByUsername(database.read, username);
  const isRight = await isPassword(parts, seen?.hash, password);
  return await database.write(async (write) => {
    const user = await findByUsername(write, username);
    const refusal = refusalOf(user, isRight && user?.hash === seen?.hash, dormantDays, now());
    if (!user || refusal) {
      await noteRefusal(parts, write, from, user, typed, refusal ?? 'unknown');
      return { status: 'wrong', cookies: [] };
    }
    await forgetAttempts(
      write,
      counters.own.map(({ key }) => key),
    );
    if (counters.shared) await takeBackAttempt(write, counters.shared, now());
    if (user.two_factor_enabled === 1) {
      const cookies = [await keepWaiting(parts, write, user, seen?.hash ?? '')];
      return { status: 'second-factor', cookies };
    }
    const cookies = await completeSignIn(parts, write, user, from, null);
    return { status: 'signed-in', cookies };
  });
}

function refusalOf(
  user: AccountRow | undefined,
  isRight: boolean,
  dormantDays: number,
  now: number,
): Refusal | null {
  if (!user) return 'unknown';
  if (!isRight) return 'wrong-password';
  const state = stateOf(user, dormantDays, now);
  return state === 'active' ? null : state;
}

/** Remembers that the password was right; answers the cookie that says so. */
async function keepWaiting(
  { isSecure, now }: Parts,
  write: Write,
  user: AccountRow,
  hash: string,
): Promise<string> {
  const at = toInstant(now());
  const token = randomBytes(32).toString('base64url');
  await write.deleteFrom('account_verification').where('expires_at', '<=', at).execute();
  await write
    .insertInto('account_verification')
    .values({
      id: randomUUID(),
      identifier: pendingKey(token),
      // With the password it was: one that was reset meanwhile opens nothing.
      value: JSON.stringify({ user: user.id, password: hashOfToken(hash) }),
      expires_at: toInstant(now() + pendingSeconds * 1000),
      created_at: at,
      updated_at: at,
    })
    .execute();
  return setCookie(pendingCookie(isSecure), token, pendingSeconds);
}

/** Who waits with this token for the code; `null` where too late or no longer allowed. */
async function findWaiting(
  parts: Parts,
  write: Write,
  token: string,
  dormantDays: number,
): Promise<AccountRow | null> {
  const pending = await write
    .selectFrom('account_verification')
    .select('value')
    .where('identifier', '=', pendingKey(token))
    .where('expires_at', '>', toInstant(parts.now()))
    .executeTakeFirst();
  if (!pending) return null;
  const { user, password }: { user: string; password: string } = JSON.parse(pending.value);
  const row = await findRow(write, user);
  if (!row || stateOf(row, dormantDays, parts.now()) !== 'active') return null;
  const hash = await passwordHashOf(write, user);
  return hash !== null && hashOfToken(hash) === password ? row : null;
}

export async function confirmSecondFactor(
  parts: Parts,
  from: Origin,
  code: string,
  kind: 'totp' | 'recovery',
): Promise<SignInResult | { readonly status: 'expired' }> {
  const token = readCookie(from.headers, pendingCookie(parts.isSecure));
  if (!token) return { status: 'expired' };
  const { policy, dormantDays } = await readRules(parts);
  return await parts.database.write(async (write) => {
    const user = await findWaiting(parts, write, token, dormantDays);
    if (!user) return { status: 'expired' };
    const counter = codeCounter(parts, from, user.username, policy);
    const reserved = await reserveAttempt(write, [counter], parts.now());
    if (reserved.status === 'wait') {
      if (reserved.isFirst) await noteRefusal(parts, write, from, user, '', 'wait');
      return waiting(reserved.milliseconds);
    }
    if (!(await useCode(parts, write, user.id, code, kind))) {
      await noteRefusal(parts, write, from, user, '', 'wrong-code');
      return { status: 'wrong', cookies: [] };
    }
    await forgetAttempts(write, [counter.key]);
    await write
      .deleteFrom('account_verification')
      .where('identifier', '=', pendingKey(token))
      .execute();
    const cookies = await completeSignIn(parts, write, user, from, kind);
    return {
      status: 'signed-in',
      cookies: [...cookies, setCookie(pendingCookie(parts.isSecure), '', 0)],
    };
  });
}

async function completeSignIn(
  parts: Parts,
  write: Write,
  user: AccountRow,
  from: Origin,
  secondFactor: 'totp' | 'recovery' | null,
): Promise<readonly string[]> {
  const at = toInstant(parts.now());
  await write
    .updateTable('account_user')
    .set({ last_sign_in_at: at, awake_since: at })
    .where('id', '=', user.id)
    .execute();
  const cookies = await beginSession(parts, write, user, from);
  await noteFrom(parts, write, from, {
    actor: user,
    action: 'session.signed-in',
    subject: user.id,
    details: { secondFactor },
  });
  return cookies;
}
