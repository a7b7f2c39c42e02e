/** What the administrator does to accounts, in the office or on the command line; resets stand apart. */
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
import { mayStill, noteBy } from './administrator.ts';
import { addAccount, addressOf } from './new-account.ts';
import { readRules, toInstant, type Parts } from './parts.ts';
import { temporaryPassword } from './random-words.ts';
import { endSessionsOf } from './sessions.ts';
import { updateAccount } from './update-account.ts';

function invalid(...faults: readonly AccountFault[]) {
  return { status: 'invalid', faults } as const;
}

const lastAdministrator = invalid({ field: 'posts', code: 'last-administrator' });
const ownAccount = invalid({ field: 'posts', code: 'own-account' });

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
): Promise<AccountResult<{ readonly account: Account; readonly password: string }>> {
  const { dormantDays } = await readRules(parts);
  const input = tidied(given);
  const faults = inputFaults(input, parts.counties());
  if (faults.length > 0) return invalid(...faults);
  const password = temporaryPassword();
  const hash = await parts.auth.context.password.hash(password);
  return await parts.database.write(async (write) => {
    if (!(await mayStill(parts, write, by, 'account.manage'))) return { status: 'not-found' };
    if (await isTaken(write, input.username, null)) {
      return invalid({ field: 'username', code: 'taken' });
    }
    // From now on there is an account: the set-up link has had its day.
    await write.deleteFrom('account_set_up').execute();
    const row = await addAccount(parts, write, input, hash, true);
    const account = toAccount(row, dormantDays, parts.now());
    await noteBy(parts, write, by, {
      action: 'account.created',
      subject: account.id,
      ...(account.county !== null && { division: account.county }),
      details: { ...described(account) },
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
    if (!row || !(await mayStill(parts, write, by, 'account.manage')))
      return { status: 'not-found' };
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
    const account = await updateAccount(parts, write, row, dormantDays, {
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
    await noteBy(parts, write, by, {
      action: 'account.changed',
      subject: id,
      ...(account.county !== null && { division: account.county }),
      details: { before: described(before), after: described(account) },
    });
    return { status: 'done', account };
  });
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
    if (!row || !(await mayStill(parts, write, by, 'account.manage')))
      return { status: 'not-found' };
    if (row.version !== version) {
      return { status: 'clash', account: toAccount(row, dormantDays, now) };
    }
    if (!isEnabled && by.actor?.id === id) return ownAccount;
    if (!isEnabled && (await isLastAdministrator(write, row, dormantDays, now))) {
      return lastAdministrator;
    }
    const account = await updateAccount(
      parts,
      write,
      row,
      dormantDays,
      isEnabled ? { enabled: 1, awake_since: toInstant(now) } : { enabled: 0 },
    );
    if (!isEnabled) await endSessionsOf(parts, write, id);
    await noteBy(parts, write, by, {
      action: isEnabled ? 'account.enabled' : 'account.disabled',
      subject: id,
      details: { username: account.username },
    });
    return { status: 'done', account };
  });
}
