import { describe, expect, it } from 'vitest';
import { openAccounts, goodPassword, minute, newBrowser } from './accounts-site.ts';
import { databases } from './databases.ts';

describe.each(databases)('accounts in $name', ({ open }) => {
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
});
