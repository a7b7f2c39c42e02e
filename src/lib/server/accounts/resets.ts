/** A password or second factor the administrator resets, for whoever forgot or lost it. */
import { findRow } from './account-row.ts';
import type { Account, AccountResult, AccountsBy } from './accounts.ts';
import { mayStill, noteBy } from './administrator.ts';
import { attemptKey } from './attempt-counters.ts';
import { forgetAttempts } from './attempts.ts';
import { readRules, toInstant, type Parts } from './parts.ts';
import { replacePassword } from './password-history.ts';
import { temporaryPassword } from './random-words.ts';
import { endSessionsOf } from './sessions.ts';
import { updateAccount } from './update-account.ts';

/** One's own is changed with the present one, not reset without it. */
const ownAccount = {
  status: 'invalid',
  faults: [{ field: 'posts', code: 'own-account' }],
} as const;

export async function resetPassword(
  parts: Parts,
  by: AccountsBy,
  id: string,
): Promise<AccountResult<{ readonly account: Account; readonly password: string }>> {
  if (by.actor?.id === id) return ownAccount;
  const { dormantDays } = await readRules(parts);
  const password = temporaryPassword();
  const hash = await parts.auth.context.password.hash(password);
  return await parts.database.write(async (write) => {
    const row = await findRow(write, id);
    if (!row || !(await mayStill(parts, write, by, 'account.manage')))
      return { status: 'not-found' };
    await replacePassword(parts, write, id, hash);
    const account = await updateAccount(parts, write, row, dormantDays, {
      must_change_password: 1,
      password_changed_at: toInstant(parts.now()),
    });
    await endSessionsOf(parts, write, id);
    // Whoever forgot it has run into the waits.
    await forgetAttempts(write, [
      attemptKey('strangers', row.username),
      attemptKey('own-password', id),
    ]);
    await noteBy(parts, write, by, {
      action: 'account.password-reset',
      subject: id,
      details: { username: account.username },
    });
    return { status: 'done', account, password };
  });
}

export async function resetSecondFactor(
  parts: Parts,
  by: AccountsBy,
  id: string,
): Promise<AccountResult> {
  if (by.actor?.id === id) return ownAccount;
  const { dormantDays } = await readRules(parts);
  return await parts.database.write(async (write) => {
    const row = await findRow(write, id);
    if (!row || !(await mayStill(parts, write, by, 'account.manage')))
      return { status: 'not-found' };
    await write.deleteFrom('account_second_factor').where('user_id', '=', id).execute();
    const account = await updateAccount(parts, write, row, dormantDays, { two_factor_enabled: 0 });
    await endSessionsOf(parts, write, id);
    await forgetAttempts(write, [attemptKey('codes-of-strangers', row.username)]);
    await noteBy(parts, write, by, {
      action: 'account.second-factor-reset',
      subject: id,
      details: { username: account.username },
    });
    return { status: 'done', account };
  });
}
