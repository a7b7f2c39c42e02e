/** Sessions: begun by a whole sign-in, ended by the person, the clock, or any change to the account. */
import { createHash, randomBytes } from 'node:crypto';
import type { Reader, Write } from '../db/database.ts';
import { secondFactorPosts, type Actor } from '../../domain/permission.ts';
import { postsOf, stateOf, toActor, type AccountRow } from './account-row.ts';
import type { Duty, Origin, OwnSession, SignedIn } from './accounts.ts';
import { sessionLength } from './auth.ts';
import { cookieName, readCookie, setCookie } from './cookies.ts';
import { noteFrom, readRules, toInstant, type Parts } from './parts.ts';
import type { PasswordPolicy } from './password-policy.ts';

const minute = 60_000;
const day = 1440 * minute;

/** A session's last request is written down once in this time, not at every one. */
const seenEvery = minute;

/** What the table says of a secret that only its owner has. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function sessionCookie(isSecure: boolean) {
  return cookieName('session', isSecure);
}

/** Begins a session for somebody who showed all that is asked; answers its cookies. */
export async function beginSession(
  { auth, devices, isSecure, now }: Parts,
  write: Write,
  user: Pick<AccountRow, 'id' | 'username'>,
  from: Origin,
): Promise<readonly string[]> {
  const begun = now();
  const at = new Date(begun);
  const old = toInstant(begun - sessionLength);
  await write.deleteFrom('account_session').where('created_at', '<=', old).execute();
  // Who signs in anew at the same browser leaves no session behind that nobody can see.
  const present = readCookie(from.headers, sessionCookie(isSecure));
  if (present) {
    await write.deleteFrom('account_session').where('token', '=', hashOfToken(present)).execute();
  }
  const token = randomBytes(32).toString('base64url');
  await auth.within(write, () =>
    auth.context.internalAdapter.createSession(
      user.id,
      false,
      {
        token: hashOfToken(token),
        createdAt: at,
        updatedAt: at,
        expiresAt: new Date(begun + sessionLength),
        lastSeenAt: toInstant(begun),
        ipAddress: from.address,
        userAgent: (from.headers.get('user-agent') ?? '').slice(0, 200),
      },
      true,
    ),
  );
  return [
    setCookie(sessionCookie(isSecure), token, sessionLength / 1000),
    devices.issue(user.username),
  ];
}

/** Ends every session of the account. */
export async function endSessionsOf(
  { auth }: Pick<Parts, 'auth'>,
  write: Write,
  userId: string,
): Promise<void> {
  await auth.within(write, () => auth.context.internalAdapter.deleteUserSessions(userId));
}

/** Ends every session of the account but for a new one of this browser; answers its cookies. */
export async function renewSession(
  parts: Parts,
  write: Write,
  user: Pick<AccountRow, 'id' | 'username'>,
  from: Origin,
): Promise<readonly string[]> {
  await endSessionsOf(parts, write, user.id);
  return await beginSession(parts, write, user, from);
}

/** What the person must do before anything else. */
function dutyOf(row: AccountRow, policy: PasswordPolicy, now: number): Duty {
  const { rotationDays } = policy;
  const isOld =
    rotationDays !== null && Date.parse(row.password_changed_at) + rotationDays * day < now;
  if (row.must_change_password === 1 || isOld) return 'change-password';
  const needsSecond = postsOf(row).some((post) => secondFactorPosts.has(post));
  return needsSecond && row.two_factor_enabled !== 1 ? 'set-up-second-factor' : 'none';
}

/** A request's session and its account's row. */
export interface Present extends SignedIn {
  readonly row: AccountRow;
}

/** Who the request is by; `null`: nobody, or one whose session or account no longer stands. */
export async function readPresent(parts: Parts, headers: Headers): Promise<Present | null> {
  const { database, isSecure, now } = parts;
  const token = readCookie(headers, sessionCookie(isSecure));
  if (!token) return null;
  const found = await database.read
    .selectFrom('account_session')
    .innerJoin('account_user', 'account_user.id', 'account_session.user_id')
    .selectAll('account_user')
    .select([
      'account_session.id as session',
      'account_session.created_at as session_begun',
      'account_session.last_seen_at',
    ])
    .where('account_session.token', '=', hashOfToken(token))
    .executeTakeFirst();
  if (!found) return null;
  const { session, session_begun, last_seen_at, ...row } = found;
  const { idleMinutes, dormantDays, policy } = await readRules(parts);
  const at = now();
  const lastSeen = Date.parse(last_seen_at);
  if (Date.parse(session_begun) + sessionLength <= at) return null;
  if (lastSeen + idleMinutes * minute <= at) return null;
  if (stateOf(row, dormantDays, at) !== 'active') return null;
  if (lastSeen + seenEvery <= at) await markSeen(database.read, session, toInstant(at));
  return { actor: toActor(row), session, duty: dutyOf(row, policy, at), row };
}

/**
 * Who somebody is inside a write; `null`: disabled, or signed out everywhere. A request is known by its
 * head, and its body may take a minute to come: what was taken from the account meanwhile is gone.
 */
export async function actorNow(write: Reader, id: string): Promise<Actor | null> {
  const row = await write
    .selectFrom('account_user')
    .innerJoin('account_session', 'account_session.user_id', 'account_user.id')
    .selectAll('account_user')
    .where('account_user.id', '=', id)
    .where('account_user.enabled', '=', 1)
    .limit(1)
    .executeTakeFirst();
  return row ? toActor(row) : null;
}

/** Whether the session still stands inside a write: an account reset or disabled since has none. */
export async function stillStands(write: Write, { session }: Present): Promise<boolean> {
  const row = await write
    .selectFrom('account_session')
    .select('id')
    .where('id', '=', session)
    .executeTakeFirst();
  return row !== undefined;
}

/** Not under the write lock: nothing is decided by it but when the session falls asleep. */
async function markSeen(read: Reader, session: string, at: string): Promise<void> {
  await read
    .updateTable('account_session')
    .set({ last_seen_at: at })
    .where('id', '=', session)
    .execute();
}

/** The sessions of the person the request is by that still stand, the last used first. */
export async function readOwnSessions(
  parts: Parts,
  { headers }: Origin,
): Promise<readonly OwnSession[]> {
  const present = await readPresent(parts, headers);
  if (!present) return [];
  const { idleMinutes } = await readRules(parts);
  const at = parts.now();
  const rows = await parts.database.read
    .selectFrom('account_session')
    .selectAll()
    .where('user_id', '=', present.actor.id)
    .where('created_at', '>', toInstant(at - sessionLength))
    .where('last_seen_at', '>', toInstant(at - idleMinutes * minute))
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    isThisOne: row.id === present.session,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    address: row.ip_address || null,
    userAgent: row.user_agent || null,
  }));
}

/** Ends one session of one's own, or with `null` all but this one. */
export async function endOwnSession(parts: Parts, from: Origin, id: string | null): Promise<void> {
  const present = await readPresent(parts, from.headers);
  if (!present) return;
  await parts.database.write(async (write) => {
    const own = write.deleteFrom('account_session').where('user_id', '=', present.actor.id);
    const ended = await (
      id === null ? own.where('id', '!=', present.session) : own.where('id', '=', id)
    )
      .returning('id')
      .execute();
    for (const session of ended) {
      await noteFrom(parts, write, from, {
        actor: present.actor,
        action: 'session.ended',
        subject: session.id,
      });
    }
  });
}

/** Ends the request's session; answers the cookie that removes its cookie. */
export async function signOut(parts: Parts, from: Origin): Promise<readonly string[]> {
  const present = await readPresent(parts, from.headers);
  if (present) {
    await parts.database.write(async (write) => {
      const ended = await write
        .deleteFrom('account_session')
        .where('id', '=', present.session)
        .returning('id')
        .executeTakeFirst();
      // Pressed twice: it ended once.
      if (!ended) return;
      await noteFrom(parts, write, from, {
        actor: present.actor,
        action: 'session.signed-out',
        subject: present.session,
      });
    });
  }
  return [setCookie(sessionCookie(parts.isSecure), '', 0)];
}
