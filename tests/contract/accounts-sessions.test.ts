import { describe, expect, it } from 'vitest';
import { openAccounts, day, goodPassword, hour, minute, newBrowser } from './accounts-site.ts';
import { databases } from './databases.ts';

describe.each(databases)('accounts in $name', ({ open }) => {
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
});
