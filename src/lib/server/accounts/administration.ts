/** What the administrator does to accounts, in the office or on the command line. */
import type { Write } from '../db/database.ts';
import { inputFaults, tidied } from './account-input.ts';
import {
  findByUsername,
  findRow,
  stateOf,
  postsOf,
  toAccount,
  type AccountRow,
} from './account-row.ts';
import type { Account, AccountFault, AccountInput, AccountResult, AccountsBy } from './accounts.ts';
import { attemptKey } from './attempt-counters.ts';
import { forgetAttempts } from './attempts.ts';
import { addAccount, addressOf } from './new-account.ts';
import { actorOf, note, readRules, toInstant, type Parts } from './parts.ts';
import { replacePassword } from './password-history.ts';
import { temporaryPassword } from './random-words.ts';
import { endSessionsOf } from './sessions.ts';

type WithPassword = AccountResult<{ readonly account: Account; readonly password: string }>;

function invalid(...faults: readonly AccountFault[]) {
  return { status: 'invalid', faults } as const;
}

const lastAdministrator = invalid({ field: 'posts', code: 'last-administrator' });
const ownAccount = invalid({ field: 'posts', code: 'own-account' });

/** How an audit row says who: the command line has no account. */
function byWhom({ actor, request }: AccountsBy) {
  return {
    actor: actorOf(actor),
    ...(request !== undefined && { request }),
  };
}

function origin({ actor }: AccountsBy): { readonly by?: 'command-line' } {
  return actor ? {} : { by: 'command-line' };
}

/** Whether who began it may still do it: disabled or given another post meanwhile, nobody may. */
async function mayStill(write: Write, { actor }: AccountsBy): Promise<boolean> {
  if (!actor) return true;
  const row = await findRow(write, actor.id);
  return row?.enabled === 1 && postsOf(row).includes('administrator');
}

/** Whether nobody but this account could administer the site now. */
async function isLastAdministrator(
  write: Write,
  row: AccountRow,
  dormantDays: number,
  now: number,
): Promise<boolean> {
  const isActive = (other: AccountRow) =>
    postsOf(other).includes('administrator') && stateOf(other, dormantDays, now) === 'active';
  if (!isActive(row)) return false;
  const others = await write
    .selectFrom('account_user')
    .selectAll()
    .where('id', '!=', row.id)
    .execute();
  return !others.some(isActive);
}

async function isTaken(write: Write, username: string, id: string | null): Promise<boolean> {
  const holder = await findByUsername(write, username);
  return holder !== undefined && holder.id !== id;
}

export async function createAccount(
  parts: Parts,
  by: AccountsBy,
  given: AccountInput,
): Promise<WithPassword> {
  const { dormantDays } = await readRules(parts);
  const input = tidied(given);
  const faults = inputFaults(input, parts.counties());
  if (faults.length > 0) return invalid(...faults);
  const password = temporaryPassword();
  const hash = await parts.auth.context.password.hash(password);
  return await parts.database.write(async (write) => {
    if (!(await mayStill(write, by))) return { status: 'not-found' };
    if (await isTaken(write, input.username, null)) {
      return invalid({ field: 'username', code: 'taken' });
    }
    // From now on there is an account: the set-up link has had its day.
    await write.deleteFrom('account_set_up').execute();
    const row = await addAccount(parts, write, input, hash, true);
    const account = toAccount(row, dormantDays, parts.now());
    await note(parts, write, {
      ...byWhom(by),
      action: 'account.created',
      subject: account.id,
      ...(account.county !== null && { division: account.county }),
      details: { ...described(account), ...origin(by) },
    });
    return { status: 'done', account, password };
  });
}

function described({ username, name, posts, county }: AccountInput) {
  return { username, name, posts: [...posts], county };
}

function sameAs(one: AccountInput, other: AccountInput): boolean {
  return one.county === other.county && one.posts.join() === other.posts.join();
}

export async function changeAccount(
  parts: Parts,
  by: AccountsBy,
  id: string,
  version: number,
  given: AccountInput,
): Promise<AccountResult> {
  const { dormantDays } = await readRules(parts);
  const now = parts.now();
  const input = tidied(given);
  return await parts.database.write(async (write) => {
    const row = await findRow(write, id);
    if (!row || !(await mayStill(write, by))) return { status: 'not-found' };
    const before = toAccount(row, dormantDays, now);
    if (before.version !== version) return { status: 'clash', account: before };
    const faults = inputFaults(input, parts.counties());
    if (faults.length > 0) return invalid(...faults);
    if (await isTaken(write, input.username, id)) {
      return invalid({ field: 'username', code: 'taken' });
    }
    const isOtherPost = !sameAs(before, input);
    if (isOtherPost && by.actor?.id === id) return ownAccount;
    if (
      !input.posts.includes('administrator') &&
      (await isLastAdministrator(write, row, dormantDays, now))
    ) {
      return lastAdministrator;
    }
    const account = await update(parts, write, row, dormantDays, {
      username: input.username,
      display_username: input.username,
      email: addressOf(input.username),
      name: input.name,
      posts: JSON.stringify(input.posts),
      county: input.county,
    });
    if (isOtherPost || before.username !== input.username) {
      await endSessionsOf(parts, write, id);
    }
    await note(parts, write, {
      ...byWhom(by),
      action: 'account.changed',
      subject: id,
      ...(account.county !== null && { division: account.county }),
      details: { before: described(before), after: described(account), ...origin(by) },
    });
    return { status: 'done', account };
  });
}

/** Writes columns and raises the version. */
async function update(
  { now }: Pick<Parts, 'now'>,
  write: Write,
  row: AccountRow,
  dormantDays: number,
  columns: Partial<AccountRow>,
): Promise<Account> {
  const changed = await write
    .updateTable('account_user')
    .set({ ...columns, version: row.version + 1, updated_at: toInstant(now()) })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return toAccount(changed, dormantDays, now());
}

export async function setEnabled(
  parts: Parts,
  by: AccountsBy,
  id: string,
  version: number,
  isEnabled: boolean,
): Promise<AccountResult> {
  const { dormantDays } = await readRules(parts);
  const now = parts.now();
  return await parts.database.write(async (write) => {
    const row = await findRow(write, id);
    if (!row || !(await mayStill(write, by))) return { status: 'not-found' };
    if (row.version !== version) {
      return { status: 'clash', account: toAccount(row, dormantDays, now) };
    }
    if (!isEnabled && by.actor?.id === id) return ownAccount;
    if (!isEnabled && (await isLastAdministrator(write, row, dormantDays, now))) {
      return lastAdministrator;
    }
    const account = await update(
      parts,
      write,
      row,
      dormantDays,
      isEnabled ? { enabled: 1, awake_since: toInstant(now) } : { enabled: 0 },
    );
    if (!isEnabled) await endSessionsOf(parts, write, id);
    await note(parts, write, {
      ...byWhom(by),
      action: isEnabled ? 'account.enabled' : 'account.disabled',
      subject: id,
      details: { username: account.username, ...origin(by) },
    });
    return { status: 'done', account };
  });
}

export async function resetPassword(
  parts: Parts,
  by: AccountsBy,
  id: string,
): Promise<WithPassword> {
  // One's own is changed with the present one (`changePassword`), not reset without it.
  if (by.actor?.id === id) return ownAccount;
  const { dormantDays } = await readRules(parts);
  const password = temporaryPassword();
  const hash = await parts.auth.context.password.hash(password);
  return await parts.database.write(async (write) => {
    const row = await findRow(write, id);
    if (!row || !(await mayStill(write, by))) return { status: 'not-found' };
    await replacePassword(parts, write, id, hash);
    const account = await update(parts, write, row, dormantDays, {
      must_change_password: 1,
      password_changed_at: toInstant(parts.now()),
    });
    await endSessionsOf(parts, write, id);
    // Whoever forgot it has run into the waits.
    await forgetAttempts(write, [
      attemptKey('strangers', row.username),
      attemptKey('own-password', id),
    ]);
    await note(parts, write, {
      ...byWhom(by),
      action: 'account.password-reset',
      subject: id,
      details: { username: account.username, ...origin(by) },
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
    if (!row || !(await mayStill(write, by))) return { status: 'not-found' };
    await write.deleteFrom('account_second_factor').where('user_id', '=', id).execute();
    const account = await update(parts, write, row, dormantDays, { two_factor_enabled: 0 });
    await endSessionsOf(parts, write, id);
    await forgetAttempts(write, [attemptKey('codes-of-strangers', row.username)]);
    await note(parts, write, {
      ...byWhom(by),
      action: 'account.second-factor-reset',
      subject: id,
      details: { username: account.username, ...origin(by) },
    });
    return { status: 'done', account };
  });
}
