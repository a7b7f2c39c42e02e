import { describe, expect, it } from 'vitest';
import { openAccounts, day, goodPassword, minute, newBrowser } from './accounts-site.ts';
import { databases } from './databases.ts';

describe.each(databases)('accounts in $name', ({ open }) => {
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
