/** The accounts of a site with a clock that can be set, browsers that keep cookies, and phones. */
import { TOTP, URI } from 'otpauth';
import { createAuditLog } from '../../src/lib/server/audit/append.ts';
import type { Account, AccountInput, Origin } from '../../src/lib/server/accounts/accounts.ts';
import { createAccounts } from '../../src/lib/server/accounts/create-accounts.ts';
import type { Database } from '../../src/lib/server/db/database.ts';
import { createSettings } from '../../src/lib/server/settings/create-settings.ts';
import type { SettingValues } from '../../src/lib/server/settings/settings.ts';
import { auditKey } from './site.ts';

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A password both policies take. */
export const goodPassword = 'Kiefer-Bach-27-Wolke';

export interface Browser {
  /** A request with the cookies it holds. */
  readonly from: Origin;
  /** Keeps what an answer sets. */
  keep(cookies: readonly string[]): void;
  /** The names of the cookies it holds. */
  cookies(): readonly string[];
  /** A copy of it as it is now, as a thief of its cookies would have. */
  copy(): Browser;
}

export function newBrowser(address = '192.0.2.1', jar: Map<string, string> = new Map()): Browser {
  return {
    get from() {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const headers = new Headers({ cookie, 'user-agent': 'Test browser' });
      return { headers, address, request: 'r-1' };
    },
    keep: (cookies) => {
      for (const cookie of cookies) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        if (/Max-Age=0/.test(cookie)) jar.delete(name);
        else jar.set(name, value);
      }
    },
    cookies: () => [...jar.keys()],
    copy: () => newBrowser(address, new Map(jar)),
  };
}

/** An authenticator app that took the address in. */
export function phone(uri: string): (at: number) => string {
  const totp = URI.parse(uri);
  if (!(totp instanceof TOTP)) throw new Error(`no TOTP address: ${uri}`);
  return (at) => totp.generate({ timestamp: at });
}

export type AccountsSite = Awaited<ReturnType<typeof openAccounts>>;

/** `isSecure`: as behind https. */
export async function openAccounts(database: Database, isSecure = true) {
  const clock = { now: Date.parse('2026-03-02T01:00:00.000Z') };
  const audit = createAuditLog(auditKey);
  const settings = createSettings({ database, audit, now: () => clock.now });
  const secret = 'a key of the tests, which is no secret: 0123456789';
  const counties = ['131002', '131082', '131071'];
  const accounts = await createAccounts({
    database,
    audit,
    settings,
    secret,
    origin: isSecure ? 'https://map.example.cn' : null,
    counties: () => counties,
    now: () => clock.now,
  });
  const by = { actor: null };

  const change = async (values: Partial<Record<keyof SettingValues, string>>) => {
    const present = await settings.read();
    const texts = {
      passwordPolicy: present.values.passwordPolicy,
      reportingDueDays: String(present.values.reportingDueDays),
      dormantDays: String(present.values.dormantDays),
      idleMinutes: String(present.values.idleMinutes),
    };
    const changed = await settings.change(by, present.version, { ...texts, ...values });
    if (changed.status !== 'done') throw new Error(changed.status);
  };

  const create = async (input: Partial<AccountInput>) => {
    const whole: AccountInput = {
      username: 'lin',
      name: '林芳',
      posts: ['county-clerk'],
      county: '131082',
      ...input,
    };
    const made = await accounts.create(by, whole);
    if (made.status !== 'done') throw new Error(JSON.stringify(made));
    return made;
  };

  /** An account whose password is `goodPassword`, signed in with the browser. */
  const clerk = async (
    input: Partial<AccountInput> = {},
    browser: Browser = newBrowser(),
  ): Promise<{ readonly account: Account; readonly browser: Browser }> => {
    const { account, password } = await create(input);
    const signedIn = await accounts.signIn(browser.from, account.username, password);
    if (signedIn.status !== 'signed-in') throw new Error(signedIn.status);
    browser.keep(signedIn.cookies);
    const changed = await accounts.changePassword(browser.from, password, goodPassword);
    if (changed.status !== 'done') throw new Error(JSON.stringify(changed));
    browser.keep(changed.cookies);
    return { account, browser };
  };

  /** The same for a post with a second factor: with the phone and the recovery codes. */
  const approver = async (input: Partial<AccountInput> = {}) => {
    const { account, browser } = await clerk({
      username: 'zhao',
      name: '赵批',
      posts: ['city-approver'],
      county: null,
      ...input,
    });
    const begun = await accounts.beginSecondFactor(browser.from, goodPassword);
    if (begun.status !== 'done') throw new Error(JSON.stringify(begun));
    const code = phone(begun.uri);
    const finished = await accounts.finishSecondFactor(browser.from, code(clock.now));
    if (finished.status !== 'done') throw new Error(JSON.stringify(finished));
    browser.keep(finished.cookies);
    return { account, browser, code, recoveryCodes: begun.recoveryCodes };
  };

  const log = async () => {
    const rows = await database.read
      .selectFrom('audit')
      .selectAll()
      .where('action', '!=', 'setting.changed')
      .orderBy('seq')
      .execute();
    return rows.map(({ action, actor_name, outcome, details, subject }) => ({
      action,
      actor: actor_name,
      outcome,
      subject,
      details: JSON.parse(details) as Record<string, unknown>,
    }));
  };

  return { database, clock, accounts, settings, change, create, clerk, approver, log, by };
}
