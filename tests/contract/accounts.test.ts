import { describe, expect, it } from 'vitest';
import {
  openAccounts,
  day,
  goodPassword,
  hour,
  minute,
  newBrowser,
  phone,
} from './accounts-site.ts';
import { databases } from './databases.ts';
import { verifyLog } from './site.ts';

function tokenOf(path: string | null): string {
  return /^\/admin\/set-up\/([\w-]{43})$/.exec(path ?? '')?.[1] ?? '';
}

describe.each(databases)('accounts in $name', ({ open }) => {
  it('go the whole way from the set-up link to a disabled clerk', async () => {
    const site = await openAccounts(await open());
    const { accounts, clock } = site;
    const token = tokenOf(await accounts.setUpLink('start'));
    expect(await accounts.isSetUpOpen(token)).toBe(true);

    // The first administrator: signed in at once, and held to the second factor.
    const admin = newBrowser();
    const input = { username: 'Guan', name: '管 理', password: goodPassword };
    const made = await accounts.setUp(admin.from, token, input);
    if (made.status !== 'done') throw new Error(JSON.stringify(made));
    admin.keep(made.cookies);
    expect(await accounts.whoIs(admin.from.headers)).toMatchObject({
      actor: { name: '管 理', posts: ['administrator'], county: null },
      duty: 'set-up-second-factor',
    });
    const [listed] = await accounts.list();
    expect(listed?.lastSignInAt).toBe(new Date(clock.now).toISOString());
    expect(await accounts.isSetUpOpen(token)).toBe(false);
    expect(await accounts.setUpLink('start')).toBeNull();

    const wrongBegin = await accounts.beginSecondFactor(admin.from, 'not it');
    expect(wrongBegin).toMatchObject({ faults: [{ field: 'password', code: 'wrong-password' }] });
    const begun = await accounts.beginSecondFactor(admin.from, goodPassword);
    if (begun.status !== 'done') throw new Error(JSON.stringify(begun));
    expect(begun.recoveryCodes).toHaveLength(10);
    const code = phone(begun.uri);
    expect(await accounts.finishSecondFactor(admin.from, '000000')).toMatchObject({
      faults: [{ field: 'code', code: 'wrong-code' }],
    });
    const before = admin.copy();
    const finished = await accounts.finishSecondFactor(admin.from, code(clock.now));
    if (finished.status !== 'done') throw new Error(JSON.stringify(finished));
    admin.keep(finished.cookies);
    const administrator = await accounts.whoIs(admin.from.headers);
    expect(administrator?.duty).toBe('none');
    expect(await accounts.whoIs(before.from.headers)).toBeNull();

    // A clerk: first sign-in, first password.
    const by = { actor: administrator?.actor ?? null, request: 'r-2' };
    const created = await accounts.create(by, {
      username: 'lin',
      name: '林芳',
      posts: ['county-clerk', 'county-head'],
      county: '131082',
    });
    if (created.status !== 'done') throw new Error(JSON.stringify(created));
    expect(created.account).toMatchObject({
      state: 'active',
      mustChangePassword: true,
      version: 1,
    });
    const clerk = newBrowser('192.0.2.7');
    const signedIn = await accounts.signIn(clerk.from, ' LIN ', created.password);
    expect(signedIn.status).toBe('signed-in');
    clerk.keep(signedIn.cookies);
    expect((await accounts.whoIs(clerk.from.headers))?.duty).toBe('change-password');
    const changed = await accounts.changePassword(clerk.from, created.password, goodPassword);
    if (changed.status !== 'done') throw new Error(JSON.stringify(changed));
    clerk.keep(changed.cookies);
    expect(await accounts.whoIs(clerk.from.headers)).toMatchObject({
      actor: { posts: ['county-clerk', 'county-head'], county: '131082' },
      duty: 'none',
    });
    expect(await accounts.hasHead('131082', ['somebody'])).toBe(true);
    expect(await accounts.hasHead('131082', [created.account.id])).toBe(false);
    expect(await accounts.hasHead('131002', ['somebody'])).toBe(false);

    // The administrator again, with a code, then with a recovery code.
    clock.now += minute;
    const again = newBrowser();
    const first = await accounts.signIn(again.from, 'guan', goodPassword);
    expect(first.status).toBe('second-factor');
    again.keep(first.cookies);
    expect(await accounts.whoIs(again.from.headers)).toBeNull();
    const second = await accounts.confirmSecondFactor(again.from, code(clock.now), 'totp');
    expect(second.status).toBe('signed-in');
    again.keep('cookies' in second ? second.cookies : []);
    expect(again.cookies()).not.toContain('__Host-sign-in');
    expect(await accounts.whoIs(again.from.headers)).toMatchObject({ duty: 'none' });

    // Disabled: gone at once.
    const disabled = await accounts.setEnabled(by, created.account.id, 1, false);
    expect(disabled).toMatchObject({ status: 'done', account: { state: 'disabled', version: 2 } });
    expect(await accounts.whoIs(clerk.from.headers)).toBeNull();
    expect((await accounts.signIn(clerk.from, 'lin', goodPassword)).status).toBe('wrong');
    expect(await accounts.hasHead('131082', ['somebody'])).toBe(false);

    const log = await site.log();
    expect(log[0]?.details).toEqual({ by: 'start', expiresAt: '2026-03-03T01:00:00.000Z' });
    expect(JSON.stringify(log)).not.toContain(token);
    expect(log.map(({ action, actor }) => `${action} ${actor}`)).toEqual([
      'account.set-up-link null',
      'account.set-up 管 理',
      'session.refused 管 理',
      'session.refused 管 理',
      'account.second-factor-on 管 理',
      'account.created 管 理',
      'session.signed-in 林芳',
      'account.password-changed 林芳',
      'session.signed-in 管 理',
      'account.disabled 管 理',
      'session.refused null',
    ]);
    expect(await verifyLog(site.database.read)).toBeNull();
  });

  it('let a link be used once, by one of two, for a day, and the newest only', async () => {
    const { accounts, clock, database } = await openAccounts(await open());
    const old = tokenOf(await accounts.setUpLink('start'));
    const token = tokenOf(await accounts.setUpLink('start'));
    expect(await accounts.isSetUpOpen(old)).toBe(false);
    expect(await accounts.isSetUpOpen('x')).toBe(false);
    const rows = await database.read.selectFrom('account_set_up').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);

    clock.now += day;
    const input = { username: 'guan', name: '管理', password: goodPassword };
    expect((await accounts.setUp(newBrowser().from, token, input)).status).toBe('closed');

    const fresh = tokenOf(await accounts.setUpLink('start'));
    const racers = ['guan', 'li', 'wang', 'sun'].map((username) =>
      accounts.setUp(newBrowser().from, fresh, { ...input, username }),
    );
    const results = (await Promise.all(racers)).map(({ status }) => status);
    expect(results.toSorted()).toEqual(['closed', 'closed', 'closed', 'done']);
    expect(await accounts.list()).toHaveLength(1);
  });

  it('name every fault of the first account beside its field', async () => {
    const { accounts } = await openAccounts(await open());
    const token = tokenOf(await accounts.setUpLink('start'));
    const refused = await accounts.setUp(newBrowser().from, token, {
      username: 'a b',
      name: '  ',
      password: 'short',
    });
    expect(refused).toEqual({
      status: 'invalid',
      faults: [
        { field: 'username', code: 'wrong-form' },
        { field: 'name', code: 'required' },
        { field: 'password', code: 'too-short', values: { min: '10' } },
      ],
    });
    expect(await accounts.isSetUpOpen(token)).toBe(true);
  });

  it('take no code twice, and a recovery code once', async () => {
    const { accounts, approver, clock } = await openAccounts(await open());
    const { code, recoveryCodes } = await approver();
    const [recovery = ''] = recoveryCodes;
    const attempt = async (given: string, kind: 'totp' | 'recovery') => {
      const browser = newBrowser();
      browser.keep((await accounts.signIn(browser.from, 'zhao', goodPassword)).cookies);
      return (await accounts.confirmSecondFactor(browser.from, given, kind)).status;
    };
    // The code that put it in force is still in its window.
    expect(await attempt(code(clock.now), 'totp')).toBe('wrong');
    clock.now += 30_000;
    expect(await attempt(code(clock.now), 'totp')).toBe('signed-in');
    expect(await attempt(code(clock.now), 'totp')).toBe('wrong');
    expect(await attempt(recovery.toUpperCase().replace('-', ' '), 'recovery')).toBe('signed-in');
    expect(await attempt(recovery, 'recovery')).toBe('wrong');
    clock.now += 5 * minute;
    expect(await attempt(code(clock.now - 5 * minute), 'totp')).toBe('wrong');
  });

  it('ask the password anew where the code comes late, or the password was reset meanwhile', async () => {
    const { accounts, approver, clock, by } = await openAccounts(await open());
    const { account, code } = await approver();
    const browser = newBrowser();
    browser.keep((await accounts.signIn(browser.from, 'zhao', goodPassword)).cookies);
    const late = browser.copy();
    clock.now += 10 * minute;
    const answer = await accounts.confirmSecondFactor(late.from, code(clock.now), 'totp');
    expect(answer).toEqual({ status: 'expired' });
    browser.keep((await accounts.signIn(browser.from, 'zhao', goodPassword)).cookies);
    await accounts.resetPassword(by, account.id);
    expect(await accounts.confirmSecondFactor(browser.from, code(clock.now), 'totp')).toEqual({
      status: 'expired',
    });
    expect(await accounts.confirmSecondFactor(newBrowser().from, '123456', 'totp')).toEqual({
      status: 'expired',
    });
  });

  it('end sessions when idle, and after twelve hours in any case', async () => {
    const { accounts, clerk, clock } = await openAccounts(await open());
    const { browser } = await clerk();
    clock.now += 29 * minute;
    expect(await accounts.whoIs(browser.from.headers)).not.toBeNull();
    clock.now += 29 * minute;
    expect(await accounts.whoIs(browser.from.headers)).not.toBeNull();
    const idle = browser.copy();
    for (let used = 58 * minute; used + 20 * minute < 12 * hour; used += 20 * minute) {
      clock.now += 20 * minute;
      expect(await accounts.whoIs(browser.from.headers)).not.toBeNull();
    }
    clock.now += 20 * minute;
    expect(await accounts.whoIs(browser.from.headers)).toBeNull();
    idle.keep((await accounts.signIn(idle.from, 'lin', goodPassword)).cookies);
    clock.now += 30 * minute;
    expect(await accounts.whoIs(idle.from.headers)).toBeNull();
  });

  it('list one’s own sessions and end one, all others, or this one', async () => {
    const { accounts, clerk, log } = await openAccounts(await open());
    const { browser } = await clerk();
    const [second, third] = [newBrowser('192.0.2.2'), newBrowser('192.0.2.3')];
    for (const other of [second, third]) {
      other.keep((await accounts.signIn(other.from, 'lin', goodPassword)).cookies);
    }
    const stranger = (await clerk({ username: 'sun', name: '孙' })).browser;
    const sessions = await accounts.ownSessions(browser.from);
    expect(sessions.map(({ address }) => address).toSorted()).toEqual([
      '192.0.2.1',
      '192.0.2.2',
      '192.0.2.3',
    ]);
    expect(sessions.filter(({ isThisOne }) => isThisOne)).toMatchObject([
      { address: '192.0.2.1', userAgent: 'Test browser' },
    ]);
    const ofSecond = sessions.find(({ address }) => address === '192.0.2.2')?.id ?? '';
    await accounts.endSession(stranger.from, ofSecond);
    expect(await accounts.whoIs(second.from.headers)).not.toBeNull();
    await accounts.endSession(browser.from, ofSecond);
    expect(await accounts.whoIs(second.from.headers)).toBeNull();
    await accounts.endSession(browser.from, null);
    expect(await accounts.whoIs(third.from.headers)).toBeNull();
    expect(await accounts.ownSessions(browser.from)).toHaveLength(1);
    const stolen = browser.copy();
    const [once] = await Promise.all([
      accounts.signOut(browser.from),
      accounts.signOut(browser.from),
    ]);
    browser.keep(once);
    const signedOut = (await log()).filter(({ action }) => action === 'session.signed-out');
    expect(signedOut).toHaveLength(1);
    expect(browser.cookies()).not.toContain('__Host-session');
    expect(await accounts.whoIs(stolen.from.headers)).toBeNull();
    expect(await accounts.ownSessions(stolen.from)).toEqual([]);
  });

  it('end the other sessions when the password changes, and refuse the last five', async () => {
    const { accounts, clerk } = await openAccounts(await open());
    const { browser } = await clerk();
    const other = newBrowser();
    other.keep((await accounts.signIn(other.from, 'lin', goodPassword)).cookies);
    const next = (at: number) => `Tanne-Hügel-${at}3-Mond`;
    let present = goodPassword;
    for (const at of [1, 2, 3, 4]) {
      const changed = await accounts.changePassword(browser.from, present, next(at));
      if (changed.status !== 'done') throw new Error(JSON.stringify(changed));
      browser.keep(changed.cookies);
      present = next(at);
    }
    expect(await accounts.whoIs(other.from.headers)).toBeNull();
    for (const used of [goodPassword, next(1), next(4)]) {
      expect(await accounts.changePassword(browser.from, present, used)).toEqual({
        status: 'invalid',
        faults: [{ field: 'newPassword', code: 'used-before', values: { count: '5' } }],
      });
    }
    const fifth = await accounts.changePassword(browser.from, present, next(5));
    browser.keep(fifth.status === 'done' ? fifth.cookies : []);
    expect((await accounts.changePassword(browser.from, next(5), goodPassword)).status).toBe(
      'done',
    );
  });

  it('want a new password after ninety days under dengbao, never under modern', async () => {
    const { accounts, clerk, clock, change } = await openAccounts(await open());
    await change({ dormantDays: '365' });
    await clerk();
    clock.now += 91 * day;
    const browser = newBrowser();
    browser.keep((await accounts.signIn(browser.from, 'lin', goodPassword)).cookies);
    expect((await accounts.whoIs(browser.from.headers))?.duty).toBe('change-password');
    await change({ passwordPolicy: 'modern' });
    expect((await accounts.whoIs(browser.from.headers))?.duty).toBe('none');
  });

  it('put accounts to sleep that nobody used, until they are enabled again', async () => {
    const { accounts, clerk, clock, by } = await openAccounts(await open());
    const { account, browser } = await clerk();
    clock.now += 90 * day + minute;
    expect((await accounts.signIn(browser.from, 'lin', goodPassword)).status).toBe('wrong');
    const asleep = await accounts.find(account.id);
    expect(asleep?.state).toBe('dormant');
    await accounts.setEnabled(by, account.id, asleep?.version ?? 0, true);
    expect((await accounts.signIn(browser.from, 'lin', goodPassword)).status).toBe('signed-in');
  });

  it('end a session when somebody guesses the present password in it', async () => {
    const { accounts, clerk } = await openAccounts(await open());
    const { browser } = await clerk();
    for (let at = 1; at < 5; at++) {
      const wrong = await accounts.changePassword(browser.from, `guess ${at}`, 'Eiche-Feld-88-Rad');
      expect(wrong).toMatchObject({ faults: [{ field: 'password', code: 'wrong-password' }] });
    }
    expect(await accounts.changePassword(browser.from, 'guess 5', 'Eiche-Feld-88-Rad')).toEqual({
      status: 'not-found',
    });
    expect(await accounts.whoIs(browser.from.headers)).toBeNull();
  });

  it('set cookies that only the site’s own requests carry', async () => {
    const database = await open();
    const { accounts, create } = await openAccounts(database);
    const { password } = await create({});
    const { cookies } = await accounts.signIn(newBrowser().from, 'lin', password);
    expect(cookies[0]).toMatch(
      /^__Host-session=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(cookies[1]).toMatch(/^__Host-device-[0-9a-f]{12}=/);
    const plain = await openAccounts(database, false);
    const http = await plain.accounts.signIn(newBrowser().from, 'lin', password);
    expect(http.cookies[0]).toMatch(
      /^session=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/,
    );
  });

  it('keep no password, code, token or secret in the log or in the clear', async () => {
    const site = await openAccounts(await open());
    const { accounts, approver, create, clock, database } = site;
    const { browser, code, recoveryCodes } = await approver();
    const other = await create({});
    clock.now += minute;
    const again = newBrowser();
    again.keep((await accounts.signIn(again.from, 'zhao', goodPassword)).cookies);
    await accounts.confirmSecondFactor(again.from, '111111', 'totp');
    const shown = code(clock.now);
    await accounts.confirmSecondFactor(again.from, shown, 'totp');
    await accounts.signIn(newBrowser().from, 'MyPassword-typed-in-the-wrong-field', 'x');
    const secrets = [
      goodPassword,
      other.password,
      shown,
      ...recoveryCodes,
      'password-typed-in',
      ...(browser.from.headers.get('cookie') ?? '').split('; ').map((pair) => pair.split('=')[1]),
    ];
    const logged = JSON.stringify(await site.log());
    expect(logged).toContain('MyP…');
    const stored = JSON.stringify([
      await database.read.selectFrom('account_user').selectAll().execute(),
      await database.read.selectFrom('account_session').selectAll().execute(),
      await database.read.selectFrom('account_credential').selectAll().execute(),
      await database.read.selectFrom('account_second_factor').selectAll().execute(),
      await database.read.selectFrom('account_attempt').selectAll().execute(),
    ]);
    for (const secret of secrets) {
      expect(secret).toBeTruthy();
      expect(logged).not.toContain(secret);
      expect(stored).not.toContain(secret);
    }
  });
});
