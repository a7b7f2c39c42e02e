import { describe, expect, it } from 'vitest';
import type { AccountFault, AccountInput } from '../../src/lib/server/accounts/accounts.ts';
import { goodPassword, newBrowser, openAccounts } from './accounts-site.ts';
import { actorNow } from '../../src/lib/server/accounts/sessions.ts';
import { databases } from './databases.ts';

const sound: AccountInput = {
  username: 'lin',
  name: '林芳',
  posts: ['county-clerk'],
  county: '131082',
};

function faultsOf(result: { readonly status: string; readonly faults?: readonly AccountFault[] }) {
  return (result.faults ?? []).map(({ field, code }) => `${field} ${code}`);
}

describe.each(databases)('the administrator of $name', ({ open }) => {
  it.each<[string, Record<string, unknown>, readonly string[]]>([
    ['no username', { username: '  ' }, ['username required']],
    ['a short username', { username: 'l' }, ['username too-short']],
    ['a long username', { username: 'l'.repeat(31) }, ['username too-long']],
    ['a space in the username', { username: 'lin fang' }, ['username wrong-form']],
    ['a sign in the username', { username: '<lin>' }, ['username wrong-form']],
    ['a sign at its end', { username: 'lin.' }, ['username wrong-form']],
    ['no name', { name: '' }, ['name required']],
    ['a long name', { name: '林'.repeat(41) }, ['name too-long']],
    ['a name that turns the line round', { name: 'lin\u202Egnaf' }, ['name wrong-form']],
    ['no post', { posts: [], county: null }, ['posts required']],
    ['a post there is not', { posts: ['king'], county: null }, ['posts unknown-post']],
    [
      'an administrator who approves',
      { posts: ['administrator', 'city-approver'], county: null },
      ['posts posts-do-not-combine'],
    ],
    [
      'an auditor who reports',
      { posts: ['auditor', 'county-clerk'] },
      ['posts posts-do-not-combine'],
    ],
    ['a county post without county', { county: null }, ['county county-required']],
    ['a county that is not here', { county: '110101' }, ['county unknown-county']],
    ['a post of the city with a county', { posts: ['city-clerk'] }, ['county county-not-allowed']],
    [
      'everything wrong',
      { username: '', name: '', posts: [], county: '1' },
      ['username required', 'name required', 'posts required', 'county county-not-allowed'],
    ],
  ])('is told of %s', async (_, wrong, faults) => {
    const { accounts, by } = await openAccounts(await open());
    const result = await accounts.create(by, { ...sound, ...wrong } as AccountInput);
    expect(faultsOf(result)).toEqual(faults);
    expect(await accounts.list()).toEqual([]);
  });

  it('gives no username twice, however it is written', async () => {
    const { accounts, by, create } = await openAccounts(await open());
    await create({});
    const { account: sun } = await create({ username: 'sun', name: '孙' });
    for (const username of ['lin', 'LIN', ' lin ', 'ｌｉｎ']) {
      const again = await accounts.create(by, { ...sound, username });
      expect(faultsOf(again)).toEqual(['username taken']);
      const renamed = await accounts.change(by, sun.id, 1, { ...sound, username });
      expect(faultsOf(renamed)).toEqual(['username taken']);
    }
    const both = await Promise.all(
      ['chen', 'chen'].map((username) => accounts.create(by, { ...sound, username })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['done', 'invalid']);
  });

  it('takes Chinese usernames, and sees them in order with the development zone', async () => {
    const { accounts, create } = await openAccounts(await open());
    const { account, password } = await create({ username: '张三', county: '131071' });
    expect(await accounts.find(account.id)).toEqual(account);
    expect(account).toMatchObject({ username: '张三', county: '131071', lastSignInAt: null });
    expect((await accounts.signIn(newBrowser().from, '张三', password)).status).toBe('signed-in');
    await create({ username: 'bai', name: '白' });
    expect((await accounts.list()).map(({ username }) => username)).toEqual(['bai', '张三']);
    expect((await accounts.names()).get(account.id)).toBe('林芳');
    expect(await accounts.find('nobody')).toBeNull();
  });

  it('changes an account only as it was seen', async () => {
    const { accounts, by, create } = await openAccounts(await open());
    const { account } = await create({});
    const changed = await accounts.change(by, account.id, 1, { ...sound, name: '林 芳' });
    expect(changed).toMatchObject({ status: 'done', account: { name: '林 芳', version: 2 } });
    const clash = await accounts.change(by, account.id, 1, { ...sound, name: '林方' });
    expect(clash).toMatchObject({ status: 'clash', account: { name: '林 芳', version: 2 } });
    expect(await accounts.setEnabled(by, account.id, 1, false)).toMatchObject({ status: 'clash' });
    expect(await accounts.change(by, 'nobody', 1, sound)).toEqual({ status: 'not-found' });
    expect(await accounts.setEnabled(by, 'nobody', 1, true)).toEqual({ status: 'not-found' });
    expect(await accounts.resetPassword(by, 'nobody')).toEqual({ status: 'not-found' });
    expect(await accounts.resetSecondFactor(by, 'nobody')).toEqual({ status: 'not-found' });
  });

  it('ends the sessions of whose posts, county or username change, not of a new name', async () => {
    const { accounts, by, clerk } = await openAccounts(await open());
    const { account, browser } = await clerk();
    await accounts.change(by, account.id, 1, { ...sound, name: '林方' });
    expect((await accounts.whoIs(browser.from.headers))?.actor.name).toBe('林方');
    for (const [version, change] of [
      [2, { posts: ['county-head'] }],
      [3, { posts: ['county-head'], county: '131002' }],
      [4, { posts: ['county-head'], county: '131002', username: 'fang' }],
    ] as const) {
      const changed = await accounts.change(by, account.id, version, { ...sound, ...change });
      if (changed.status !== 'done') throw new Error(JSON.stringify(changed));
      expect(await accounts.whoIs(browser.from.headers)).toBeNull();
      const { username } = changed.account;
      browser.keep((await accounts.signIn(browser.from, username, goodPassword)).cookies);
      expect((await accounts.whoIs(browser.from.headers))?.actor).toMatchObject({
        posts: ['county-head'],
        county: changed.account.county,
      });
    }
  });

  it('resets a password: shown once, to be changed, and no session is left', async () => {
    const { accounts, by, clerk } = await openAccounts(await open());
    const { account, browser } = await clerk();
    const reset = await accounts.resetPassword(by, account.id);
    if (reset.status !== 'done') throw new Error(JSON.stringify(reset));
    expect(reset.password).toMatch(/^(?:[A-HJ-NP-Za-km-z2-9]{4}-){3}[A-HJ-NP-Za-km-z2-9]{4}$/);
    expect(await accounts.whoIs(browser.from.headers)).toBeNull();
    expect((await accounts.signIn(browser.from, 'lin', goodPassword)).status).toBe('wrong');
    browser.keep((await accounts.signIn(browser.from, 'lin', reset.password)).cookies);
    expect((await accounts.whoIs(browser.from.headers))?.duty).toBe('change-password');
  });

  it('resets a second factor, which is then set up anew', async () => {
    const { accounts, approver, by, clock } = await openAccounts(await open());
    const { account, browser, code } = await approver();
    expect(await accounts.beginSecondFactor(browser.from, goodPassword)).toMatchObject({
      faults: [{ field: 'code', code: 'own-account' }],
    });
    await accounts.resetSecondFactor(by, account.id);
    expect(await accounts.whoIs(browser.from.headers)).toBeNull();
    browser.keep((await accounts.signIn(browser.from, 'zhao', goodPassword)).cookies);
    expect((await accounts.whoIs(browser.from.headers))?.duty).toBe('set-up-second-factor');
    clock.now += 60_000;
    expect(await accounts.finishSecondFactor(browser.from, code(clock.now))).toEqual({
      status: 'not-found',
    });
    expect((await accounts.beginSecondFactor(browser.from, goodPassword)).status).toBe('done');
  });

  it('cannot be lost: the last one is neither disabled nor given another post', async () => {
    const { accounts, by, create, clock } = await openAccounts(await open());
    const input = { posts: ['administrator'], county: null } as const;
    const { account: first } = await create({ ...input, username: 'guan', name: '管' });
    const other = { ...sound, username: 'guan', name: '管' };
    const last = ['posts last-administrator'];
    expect(faultsOf(await accounts.setEnabled(by, first.id, 1, false))).toEqual(last);
    expect(faultsOf(await accounts.change(by, first.id, 1, other))).toEqual(last);
    const { account: second } = await create({ ...input, username: 'li', name: '李' });
    // Each disables the other at the same time: one comes second, and is nobody any more.
    const both = await Promise.all([
      accounts.setEnabled({ actor: { ...second, county: null } }, first.id, 1, false),
      accounts.setEnabled({ actor: { ...first, county: null } }, second.id, 1, false),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['done', 'not-found']);
    const left = (await accounts.list()).find(({ state }) => state === 'active');
    expect(faultsOf(await accounts.setEnabled(by, left?.id ?? '', 1, false))).toEqual(last);
    clock.now += 1;
    expect(
      (
        await accounts.change(by, left?.id ?? '', 1, {
          username: left?.username ?? '',
          name: '管理',
          ...input,
        })
      ).status,
    ).toBe('done');
  });

  it('does nothing to the own account but change its name', async () => {
    const { accounts, create } = await openAccounts(await open());
    const input = { posts: ['administrator'], county: null } as const;
    const { account } = await create({ ...input, username: 'guan', name: '管' });
    await create({ ...input, username: 'li', name: '李' });
    const by = { actor: { ...account, county: null } };
    const own = ['posts own-account'];
    const approver = { ...account, posts: ['city-approver'] as const };
    expect(faultsOf(await accounts.change(by, account.id, 1, approver))).toEqual(own);
    expect(faultsOf(await accounts.setEnabled(by, account.id, 1, false))).toEqual(own);
    expect(faultsOf(await accounts.resetPassword(by, account.id))).toEqual(own);
    expect(faultsOf(await accounts.resetSecondFactor(by, account.id))).toEqual(own);
    const renamed = await accounts.change(by, account.id, 1, { ...account, name: '管理' });
    expect(renamed).toMatchObject({ status: 'done', account: { name: '管理' } });
  });

  it('ends at once what an account may do, also for a form that is on its way', async () => {
    const { accounts, by, clerk, create, database, log } = await openAccounts(await open());
    const { account } = await clerk();
    expect(await actorNow(database.read, account.id)).toMatchObject({ posts: ['county-clerk'] });
    await accounts.change(by, account.id, account.version, { ...sound, posts: ['county-head'] });
    expect(await actorNow(database.read, account.id)).toBeNull();
    const { account: never } = await create({ username: 'sun' });
    expect(await actorNow(database.read, never.id)).toBeNull();

    const input = { posts: ['administrator'], county: null } as const;
    const { account: administrator } = await create({ ...input, username: 'guan' });
    await create({ ...input, username: 'li' });
    await accounts.setEnabled(by, administrator.id, 1, false);
    const former = { actor: { ...administrator, county: null } };
    expect((await accounts.create(former, { ...sound, username: 'wu' })).status).toBe('not-found');
    expect((await accounts.resetPassword(former, account.id)).status).toBe('not-found');
    expect((await accounts.list()).map(({ username }) => username)).not.toContain('wu');
    const refused = (await log()).filter(({ action }) => action === 'permission.refused');
    expect(refused.map(({ outcome, details }) => [outcome, details])).toEqual(
      Array.from({ length: 2 }, () => [
        'refused',
        { action: 'account.manage', reason: 'not-signed-in' },
      ]),
    );
  });

  it('changes nothing that the log cannot tell of', async () => {
    const { accounts, by, clerk, database } = await openAccounts(await open());
    const { account, browser } = await clerk();
    const tables = async () =>
      JSON.stringify([
        await database.read.selectFrom('account_user').selectAll().execute(),
        await database.read.selectFrom('account_session').selectAll().execute(),
        await database.read.selectFrom('account_credential').selectAll().execute(),
        await database.read.selectFrom('account_past_password').selectAll().execute(),
      ]);
    const before = await tables();
    await database.read
      .updateTable('audit_seal')
      .set({ mac: '0'.repeat(64) })
      .execute();
    const refused = [
      accounts.create(by, { ...sound, username: 'sun' }),
      accounts.change(by, account.id, 1, { ...sound, county: '131002' }),
      accounts.setEnabled(by, account.id, 1, false),
      accounts.resetPassword(by, account.id),
      accounts.signIn(newBrowser().from, 'lin', goodPassword),
      accounts.signOut(browser.from),
      accounts.endSession(browser.from, null).then(() => accounts.signOut(browser.from)),
    ];
    for (const one of await Promise.allSettled(refused)) expect(one.status).toBe('rejected');
    expect(await tables()).toBe(before);
    expect(await accounts.whoIs(browser.from.headers)).not.toBeNull();
  });
});
