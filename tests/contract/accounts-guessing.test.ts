import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  goodPassword,
  hour,
  minute,
  newBrowser,
  openAccounts,
  second,
  type AccountsSite,
  type Browser,
} from './accounts-site.ts';
import { databases } from './databases.ts';

/** What signing in answers; with the seconds where it is to wait. */
async function attempt(
  { accounts }: AccountsSite,
  username: string,
  password: string,
  browser: Browser = newBrowser('198.51.100.9'),
): Promise<string> {
  const answer = await accounts.signIn(browser.from, username, password);
  return answer.status === 'wait' ? `wait ${answer.retryAfter}` : answer.status;
}

/** Wrong passwords, each as soon as the site takes one; answers how long it made one wait each time. */
async function guess(
  site: AccountsSite,
  username: string,
  times: number,
  browser?: Browser,
): Promise<readonly number[]> {
  const waits: number[] = [];
  for (let at = 0; at < times; at++) {
    const first = await attempt(site, username, `guess ${at}`, browser);
    const wait = Number(/^wait (\d+)$/.exec(first)?.[1] ?? 0);
    site.clock.now += wait * second;
    if (wait > 0) await attempt(site, username, `guess ${at}`, browser);
    waits.push(wait);
  }
  return waits;
}

function deviceNameOf(username: string): string {
  return `__Host-device-${createHash('sha256').update(username).digest('hex').slice(0, 12)}`;
}

describe.each(databases)('who guesses passwords in $name', ({ open }) => {
  it('waits longer and longer, and at five failures is locked out', async () => {
    const site = await openAccounts(await open());
    await site.create({});
    expect(await guess(site, 'lin', 11)).toEqual([0, 0, 0, 1, 2, 1800, 0, 0, 1, 2, 3600]);
  });

  it('learns nothing of whether the account exists', async () => {
    const site = await openAccounts(await open());
    await site.create({});
    const known = await guess(site, 'lin', 7, newBrowser('198.51.100.1'));
    const unknown = await guess(site, 'nobody', 7, newBrowser('198.51.100.2'));
    expect(unknown).toEqual(known);
  });

  it('waits for an account that does not exist as long as for one that does', async () => {
    const site = await openAccounts(await open());
    await site.create({});
    const fastest = async (username: string) => {
      const times: number[] = [];
      for (let at = 0; at < 4; at++) {
        const begun = performance.now();
        expect(await attempt(site, username, 'x', newBrowser(`203.0.113.${at}`))).toBe('wrong');
        times.push(performance.now() - begun);
        site.clock.now += 25 * hour;
      }
      return Math.min(...times);
    };
    // Hashing takes many times what the database does: without it the answer comes far too soon.
    expect(await fastest('nobody')).toBeGreaterThan((await fastest('lin')) / 2);
  });

  it('is held off by a site that was started anew', async () => {
    const site = await openAccounts(await open());
    await site.create({});
    await guess(site, 'lin', 5);
    const { now } = site.clock;
    const restarted = await openAccounts(site.database);
    restarted.clock.now = now;
    expect(await attempt(restarted, 'lin', goodPassword)).toBe('wait 1800');
  });

  it('cannot lock the person out who signed in at this browser before', async () => {
    const site = await openAccounts(await open());
    const { browser } = await site.clerk();
    browser.keep(await site.accounts.signOut(browser.from));
    await guess(site, 'lin', 5);
    expect(await attempt(site, 'lin', goodPassword, newBrowser())).toBe('wait 1800');
    expect(await attempt(site, 'lin', goodPassword, browser)).toBe('signed-in');
    // The stranger’s lock stands: somebody else’s success does not open it.
    expect(await attempt(site, 'lin', goodPassword, newBrowser())).toBe('wait 1800');
    site.clock.now += 30 * minute;
    expect(await attempt(site, 'lin', goodPassword, newBrowser())).toBe('signed-in');
  });

  it('is counted at a known browser too, apart from everybody else', async () => {
    const site = await openAccounts(await open());
    const { browser } = await site.clerk();
    await guess(site, 'lin', 5, browser);
    expect(await attempt(site, 'lin', goodPassword, browser)).toBe('wait 1800');
    expect(await attempt(site, 'lin', goodPassword, newBrowser())).toBe('signed-in');
  });

  it('gains nothing from a cookie of another account or of his own making', async () => {
    const site = await openAccounts(await open());
    await site.clerk();
    const { browser: other } = await site.clerk({ username: 'sun', name: '孙' });
    const names = other.cookies().filter((name) => name.includes('device'));
    const mark = new RegExp(`${names[0]}=([^;]*)`).exec(
      other.from.headers.get('cookie') ?? '',
    )?.[1];
    await guess(site, 'lin', 5);
    const known = await site.clerk({ username: 'wei', name: '魏' });
    for (const value of [mark, 'nonce.AAAA', `x${mark}`, '']) {
      // The name the cookie of `lin` has, whatever its value.
      const forged = newBrowser('198.51.100.50', new Map([[deviceNameOf('lin'), value ?? '']]));
      expect(await attempt(site, 'lin', goodPassword, forged)).toBe('wait 1800');
    }
    expect(known.browser.cookies()).toContain(deviceNameOf('wei'));
  });

  it('makes his address wait after thirty, an own account notwithstanding, but nobody known there', async () => {
    const site = await openAccounts(await open());
    const address = '192.0.2.1';
    const office = newBrowser(address);
    await site.clerk({}, office);
    for (let at = 0; at < 29; at++) {
      expect(await attempt(site, `user${at}`, 'x', newBrowser(address))).toBe('wrong');
    }
    // A right password takes back its own try, and no other.
    expect(await attempt(site, 'lin', goodPassword, newBrowser(address))).toBe('signed-in');
    expect(await attempt(site, 'user50', 'x', newBrowser(address))).toBe('wrong');
    expect(await attempt(site, 'user51', 'x', newBrowser(address))).toBe('wait 60');
    expect(await attempt(site, 'lin', goodPassword, newBrowser(address))).toBe('wait 60');
    expect(await attempt(site, 'lin', goodPassword, office)).toBe('signed-in');
    expect(await attempt(site, 'user51', 'x', newBrowser('192.0.2.8'))).toBe('wrong');
  });

  it('gets no more tries by trying fifty at once', async () => {
    const site = await openAccounts(await open());
    await site.create({});
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) => attempt(site, 'lin', `guess ${at}`)),
    );
    expect(answers.filter((answer) => answer === 'wrong')).toHaveLength(3);
    expect(answers.filter((answer) => answer === 'wait 1')).toHaveLength(47);
  });

  it('is locked at ten failures for a quarter of an hour under the modern policy', async () => {
    const site = await openAccounts(await open());
    await site.change({ passwordPolicy: 'modern' });
    await site.create({});
    const waits = await guess(site, 'lin', 11);
    expect(waits).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 32, 900]);
  });

  it('gets five codes, from wherever, and the person at a known browser is not held to them', async () => {
    const site = await openAccounts(await open());
    const { accounts, approver, clock } = site;
    const { browser, code } = await approver();
    clock.now += minute;
    const thief = newBrowser('198.51.100.9');
    thief.keep((await accounts.signIn(thief.from, 'zhao', goodPassword)).cookies);
    const answers: string[] = [];
    for (const guessed of ['000000', '111111', '222222', 'abc', '']) {
      const answer = await accounts.confirmSecondFactor(thief.from, guessed, 'totp');
      answers.push(answer.status);
      clock.now += 3 * second;
    }
    expect(answers).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong']);
    thief.keep((await accounts.signIn(thief.from, 'zhao', goodPassword)).cookies);
    const locked = await accounts.confirmSecondFactor(thief.from, code(clock.now), 'totp');
    expect(locked).toMatchObject({ status: 'wait' });
    browser.keep((await accounts.signIn(browser.from, 'zhao', goodPassword)).cookies);
    const person = await accounts.confirmSecondFactor(browser.from, code(clock.now), 'totp');
    expect(person.status).toBe('signed-in');
  });

  it('leaves one row for each try that counted, and one for each wait he ran into', async () => {
    const site = await openAccounts(await open());
    const { account } = await site.create({});
    await guess(site, 'lin', 3);
    for (let at = 0; at < 4; at++) expect(await attempt(site, 'lin', 'x')).toBe('wait 1');
    const refused = (await site.log()).filter(({ action }) => action === 'session.refused');
    const address = '198.51.100.9';
    const wrong = {
      outcome: 'refused',
      subject: account.id,
      details: { username: 'lin', reason: 'wrong-password', address },
    };
    expect(refused).toMatchObject([
      wrong,
      wrong,
      wrong,
      { details: { username: 'lin', reason: 'wait', address } },
    ]);
  });
});
