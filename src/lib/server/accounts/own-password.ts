/** One's own password: asked again before what matters, and changed. */
import type { AccountResult, Origin } from './accounts.ts';
import { passwordHashOf } from './account-row.ts';
import { attemptKey } from './attempt-counters.ts';
import { waitAfter } from './attempt-policy.ts';
import { forgetAttempts, reserveAttempt } from './attempts.ts';
import { noteFrom, readRules, toInstant, type Parts } from './parts.ts';
import { passwordFault } from './password-policy.ts';
import { replacePassword, wasUsedBefore } from './password-history.ts';
import { readPresent, renewSession, stillStands, type Present } from './sessions.ts';

/** Longer ones are wrong without being hashed. */
const longestPassword = 1024;

/** Whether a password is that of this hash; where there is none it takes as long and is not. */
export async function isPassword(
  { auth, dummyHash }: Pick<Parts, 'auth' | 'dummyHash'>,
  hash: string | null | undefined,
  password: string,
): Promise<boolean> {
  const isRight = await auth.context.password.verify({
    hash: hash ?? dummyHash,
    password: password.slice(0, longestPassword),
  });
  return isRight && typeof hash === 'string' && password.length <= longestPassword;
}

/**
 * Asks somebody signed in for the present password. At the policy's lock the session ends: whoever
 * guesses there does not know it, and signing in has its own counters.
 */
export async function checkOwnPassword(
  parts: Parts,
  from: Origin,
  { actor, session }: Present,
  password: string,
): Promise<'right' | 'wrong' | 'ended'> {
  const { policy } = await readRules(parts);
  const counter = {
    key: attemptKey('own-password', actor.id),
    // No delay before: the person is there, and has the session to lose.
    waitAfter: (failures: number) =>
      failures >= policy.lockAfter ? waitAfter(policy.lockAfter, policy) : 0,
  };
  const reserved = await parts.database.write((write) =>
    reserveAttempt(write, [counter], parts.now()),
  );
  const hash = await passwordHashOf(parts.database.read, actor.id);
  const isRight = reserved.status === 'go' && (await isPassword(parts, hash, password));
  return await parts.database.write(async (write) => {
    if (isRight) {
      await forgetAttempts(write, [counter.key]);
      return 'right';
    }
    const row = await write
      .selectFrom('account_attempt')
      .select('failures')
      .where('key', '=', counter.key)
      .executeTakeFirst();
    const isOver = reserved.status === 'wait' || (row?.failures ?? 0) >= policy.lockAfter;
    if (isOver) await write.deleteFrom('account_session').where('id', '=', session).execute();
    await noteFrom(parts, write, from, {
      actor,
      action: isOver ? 'session.ended' : 'session.refused',
      subject: isOver ? session : actor.id,
      outcome: 'refused',
      details: { reason: 'wrong-password' },
    });
    return isOver ? 'ended' : 'wrong';
  });
}

/** Every other session ends, and this one is renewed. */
export async function changePassword(
  parts: Parts,
  from: Origin,
  current: string,
  next: string,
): Promise<AccountResult<{ readonly cookies: readonly string[] }>> {
  const present = await readPresent(parts, from.headers);
  if (!present) return { status: 'not-found' };
  const { policy } = await readRules(parts);
  const { actor, row } = present;
  const fault = passwordFault(policy, next, row.username, 'newPassword');
  if (fault) return { status: 'invalid', faults: [fault] };
  const check = await checkOwnPassword(parts, from, present, current);
  if (check === 'ended') return { status: 'not-found' };
  if (check === 'wrong') {
    return { status: 'invalid', faults: [{ field: 'password', code: 'wrong-password' }] };
  }
  const before = await passwordHashOf(parts.database.read, actor.id);
  if (await wasUsedBefore(parts, actor.id, next, policy.remembered)) {
    const values = { count: String(policy.remembered) };
    return { status: 'invalid', faults: [{ field: 'newPassword', code: 'used-before', values }] };
  }
  const hash = await parts.auth.context.password.hash(next);
  return await parts.database.write(async (write) => {
    // Reset or disabled while the hashes were made.
    const isAsSeen = (await passwordHashOf(write, actor.id)) === before;
    if (!isAsSeen || !(await stillStands(write, present))) {
      return { status: 'not-found' };
    }
    await replacePassword(parts, write, actor.id, hash);
    await write
      .updateTable('account_user')
      .set({ must_change_password: 0, password_changed_at: toInstant(parts.now()) })
      .where('id', '=', actor.id)
      .execute();
    const cookies = await renewSession(parts, write, row, from);
    await noteFrom(parts, write, from, {
      actor,
      action: 'account.password-changed',
      subject: actor.id,
    });
    return { status: 'done', cookies };
  });
}
