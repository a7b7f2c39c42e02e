/** Sessions, cookies and headers over HTTP: what ends a session, who may send a form, what TLS adds. */
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseAddress } from '../../../src/lib/server/db/open.ts';
import { sessionLength } from '../../../src/lib/server/accounts/auth.ts';
import { defaultSettings } from '../../../src/lib/server/settings/setting-values.ts';
import { ownPassword, type NewColleague } from '../../office/employ.ts';
import { colleague, startPreparedSite, type PreparedSite } from './prepared-office.ts';

const people: readonly NewColleague[] = [
  { username: 'admin', posts: ['administrator'] },
  { username: 'clerk', posts: ['county-clerk'], county: '131082' },
  { username: 'idle', posts: ['city-clerk'] },
  { username: 'long', posts: ['city-clerk'] },
];
const minute = 60_000;

interface Sent {
  readonly method?: string;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | URLSearchParams;
}

async function ask(
  site: PreparedSite<unknown>,
  path: string,
  { method = 'GET', cookie, headers, body }: Sent = {},
) {
  const answer = await fetch(site.origin + path, {
    method,
    headers: { accept: 'text/html', ...(cookie && { cookie }), ...headers },
    ...(body !== undefined && { body }),
    redirect: 'manual',
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** Whether the cookie opens the desk. */
async function isSignedIn(site: PreparedSite<unknown>, cookie: string): Promise<boolean> {
  const { status, headers } = await ask(site, '/admin/own-account', { cookie });
  if (status === 200) return true;
  expect(status).toBe(303);
  expect(headers.get('location')).toMatch(/^\/admin\/sign-in/);
  return false;
}

describe('a session over plain HTTP, inside an office', () => {
  let site: PreparedSite<null>;
  beforeAll(async () => {
    site = await startPreparedSite({}, people, async () => null);
  }, 120_000);
  afterAll(() => site.stop());
  const cookieOf = (username: string) => colleague(site, username).cookie;

  /** Puts the clock of a session back, as the hours would. */
  function age(username: string, column: 'created_at' | 'last_seen_at', by: number): void {
    const database = new BetterSqlite(databaseAddress({ databaseUrl: null, varDir: site.varDir }));
    try {
      const { changes } = database
        .prepare(`update account_session set ${column} = ? where user_id = ?`)
        .run(new Date(Date.now() - by).toISOString(), colleague(site, username).actor.id);
      expect(changes).toBe(1);
    } finally {
      database.close();
    }
  }

  it('ends at once when the account is disabled, and is not there again when it is enabled', async () => {
    const { actor, cookie } = colleague(site, 'clerk');
    expect(await isSignedIn(site, cookie)).toBe(true);
    const change = async (action: 'disable' | 'enable') => {
      const path = `/admin/accounts/${actor.id}`;
      const page = await ask(site, path, { cookie: cookieOf('admin') });
      const version = /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? '';
      const answer = await ask(site, `${path}?/${action}`, {
        method: 'POST',
        cookie: cookieOf('admin'),
        headers: { origin: site.origin },
        body: new URLSearchParams({ confirm: 'yes', version }),
      });
      expect(answer.status).toBe(303);
    };
    await change('disable');
    expect(await isSignedIn(site, cookie)).toBe(false);
    const form = { method: 'POST', cookie, headers: { origin: site.origin } };
    const late = await ask(site, '/admin?/confirm', { ...form, body: new URLSearchParams() });
    expect(late.status).toBe(401);
    const signIn = (): Promise<{ status: number }> =>
      ask(site, '/admin/sign-in', {
        method: 'POST',
        headers: { origin: site.origin },
        body: new URLSearchParams({ username: 'clerk', password: ownPassword }),
      });
    expect((await signIn()).status).toBe(401);
    await change('enable');
    expect(await isSignedIn(site, cookie)).toBe(false);
    expect((await signIn()).status).toBe(303);
  });

  it('ends after the idle time, and not a minute before', async () => {
    const idle = defaultSettings.idleMinutes * minute;
    age('idle', 'last_seen_at', idle - minute);
    expect(await isSignedIn(site, cookieOf('idle'))).toBe(true);
    age('idle', 'last_seen_at', idle + 1000);
    expect(await isSignedIn(site, cookieOf('idle'))).toBe(false);
  });

  it('ends after twelve hours however busy it was', async () => {
    age('long', 'created_at', sessionLength - minute);
    expect(await isSignedIn(site, cookieOf('long'))).toBe(true);
    age('long', 'created_at', sessionLength + 1000);
    expect(await isSignedIn(site, cookieOf('long'))).toBe(false);
  });

  const types = [
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'application/json',
    'application/octet-stream',
    '',
  ];
  it.each(types)('takes no form of another site, sent as “%s”', async (type) => {
    const cookie = cookieOf('admin');
    const foreign: readonly Readonly<Record<string, string>>[] = [
      { origin: 'https://elsewhere.example' },
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      {},
    ];
    for (const headers of foreign) {
      for (const [method, path] of [
        ['POST', '/admin/settings'],
        ['POST', '/admin/sign-out'],
        ['POST', '/admin/sign-in'],
        ['DELETE', '/admin/settings'],
      ] as const) {
        const answer = await ask(site, path, {
          method,
          cookie,
          headers: { ...headers, ...(type && { 'content-type': type }) },
          body: 'version=1',
        });
        expect([path, answer.status]).toEqual([path, 403]);
      }
    }
    expect(await isSignedIn(site, cookie)).toBe(true);
  });

  it('has cookies that no script reads, and nothing of TLS', async () => {
    const answer = await ask(site, '/admin/sign-in', {
      method: 'POST',
      headers: { origin: site.origin },
      body: new URLSearchParams({ username: 'clerk', password: ownPassword }),
    });
    const set = answer.headers.getSetCookie();
    expect(set.length).toBeGreaterThan(0);
    for (const cookie of set) {
      expect(cookie).toMatch(/HttpOnly/i);
      expect(cookie).toMatch(/SameSite=Lax/i);
      expect(cookie).not.toMatch(/Secure|Domain=/i);
    }
    expect(answer.headers.get('strict-transport-security')).toBeNull();
  });
});

describe('a site behind TLS', () => {
  const origin = 'https://map.example.cn';
  let site: PreparedSite<null>;
  beforeAll(async () => {
    site = await startPreparedSite({ ORIGIN: origin }, people.slice(0, 2), async () => null);
  }, 120_000);
  afterAll(() => site.stop());

  it('sets __Host- cookies, and signs in by them alone', async () => {
    const answer = await ask(site, '/admin/sign-in', {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ username: 'clerk', password: ownPassword }),
    });
    expect(answer.status).toBe(303);
    const set = answer.headers.getSetCookie();
    const session = set.find((cookie) => cookie.startsWith('__Host-session='));
    // RFC 6265bis §4.1.3.2: Secure, the whole site, no Domain.
    for (const cookie of set) {
      expect(cookie).toMatch(/^__Host-/);
      expect(cookie).toMatch(/; Secure/i);
      expect(cookie).toMatch(/; Path=\/(;|$)/i);
      expect(cookie).toMatch(/; HttpOnly/i);
      expect(cookie).not.toMatch(/Domain=/i);
    }
    const [pair = ''] = (session ?? '').split(';');
    expect(await isSignedIn(site, pair)).toBe(true);
    expect(await isSignedIn(site, pair.replace('__Host-', ''))).toBe(false);
  });

  it('takes forms of its own address only', async () => {
    const { cookie } = colleague(site, 'admin');
    const send = async (from: string) => {
      const { status } = await ask(site, '/admin/settings', {
        method: 'POST',
        cookie,
        headers: { origin: from },
        body: new URLSearchParams({ version: '0' }),
      });
      return status;
    };
    expect(await send(site.origin)).toBe(403);
    expect(await send('http://map.example.cn')).toBe(403);
    expect(await send(origin)).toBe(400);
  });

  it.each(['/', '/admin/sign-in', '/api/v1/status.json', '/healthz', '/favicon.ico', '/%zz'])(
    '%s is to be asked for by TLS only, and guarded',
    async (path) => {
      const { headers, text } = await ask(site, path);
      expect(text.length).toBeGreaterThan(0);
      expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8,}/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain('default-src');
      expect(policy).not.toContain('unsafe-eval');
      expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
    },
  );
});
