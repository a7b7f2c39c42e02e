import { describe, expect, it } from 'vitest';
import { openAccounts, day, goodPassword, minute, newBrowser, phone } from './accounts-site.ts';
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
});
