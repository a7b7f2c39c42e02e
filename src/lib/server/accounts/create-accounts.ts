/** The accounts of a site, over its database. */
import { randomBytes } from 'node:crypto';
import { findRow, postsOf, stateOf, toAccount } from './account-row.ts';
import type { Accounts } from './accounts.ts';
import { changeAccount, createAccount, setEnabled } from './administration.ts';
import { createAuth } from './auth.ts';
import { createDevices } from './device-cookie.ts';
import { changePassword } from './own-password.ts';
import { readRules, type AccountsOptions, type Parts } from './parts.ts';
import { beginSecondFactor, finishSecondFactor } from './second-factor.ts';
import { resetPassword, resetSecondFactor } from './resets.ts';
import { endOwnSession, readOwnSessions, readPresent, signOut } from './sessions.ts';
import { isSetUpOpen, makeSetUpLink, setUp } from './set-up.ts';
import { confirmSecondFactor, signIn } from './sign-in.ts';

/** The port over these options. Nothing is written before it is first used. */
export async function createAccounts(options: AccountsOptions): Promise<Accounts> {
  const { database, secret, origin } = options;
  const isSecure = origin?.startsWith('https:') ?? false;
  const auth = await createAuth(database, secret, origin);
  const parts: Parts = {
    ...options,
    auth,
    isSecure,
    devices: createDevices(secret, isSecure),
    dummyHash: await auth.context.password.hash(randomBytes(32).toString('base64url')),
  };
  return {
    whoIs: async (headers) => {
      const present = await readPresent(parts, headers);
      return present && { actor: present.actor, session: present.session, duty: present.duty };
    },
    setUpLink: (by) => makeSetUpLink(parts, by),
    isSetUpOpen: (token) => isSetUpOpen(parts, database.read, token),
    setUp: (from, token, input) => setUp(parts, from, token, input),
    signIn: (from, username, password) => signIn(parts, from, username, password),
    confirmSecondFactor: (from, code, kind) => confirmSecondFactor(parts, from, code, kind),
    signOut: (from) => signOut(parts, from),
    changePassword: (from, current, next) => changePassword(parts, from, current, next),
    beginSecondFactor: (from, password) => beginSecondFactor(parts, from, password),
    finishSecondFactor: (from, code) => finishSecondFactor(parts, from, code),
    ownSessions: (from) => readOwnSessions(parts, from),
    endSession: (from, id) => endOwnSession(parts, from, id),
    list: async () => {
      const { dormantDays } = await readRules(parts);
      const rows = await database.read
        .selectFrom('account_user')
        .selectAll()
        .orderBy('username')
        .execute();
      return rows.map((row) => toAccount(row, dormantDays, parts.now()));
    },
    find: async (id) => {
      const { dormantDays } = await readRules(parts);
      const row = await findRow(database.read, id);
      return row ? toAccount(row, dormantDays, parts.now()) : null;
    },
    create: (by, input) => createAccount(parts, by, input),
    change: (by, id, version, input) => changeAccount(parts, by, id, version, input),
    setEnabled: (by, id, version, isEnabled) => setEnabled(parts, by, id, version, isEnabled),
    resetPassword: (by, id) => resetPassword(parts, by, id),
    resetSecondFactor: (by, id) => resetSecondFactor(parts, by, id),
    names: async () => {
      const rows = await database.read.selectFrom('account_user').select(['id', 'name']).execute();
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
    hasHead: async (county, except) => {
      const { dormantDays } = await readRules(parts);
      const rows = await database.read
        .selectFrom('account_user')
        .selectAll()
        .where('county', '=', county)
        .execute();
      return rows.some(
        (row) =>
          !except.includes(row.id) &&
          postsOf(row).includes('county-head') &&
          stateOf(row, dormantDays, parts.now()) === 'active',
      );
    },
  };
}
