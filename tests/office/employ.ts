/**
 * People with accounts, ready to work, made through the site's own parts: for tests, drills and
 * benches that then act through its pages.
 */
import { TOTP, URI } from 'otpauth';
import type { Actor, Post } from '../../src/lib/domain/permission.ts';
import type { Accounts, Duty, Origin } from '../../src/lib/server/accounts/accounts.ts';

export interface NewColleague {
  readonly username: string;
  readonly posts: readonly Post[];
  readonly county?: string;
  /** Left undone: what must still be done before the office opens. */
  readonly duty?: Exclude<Duty, 'none'>;
}

export interface Colleague {
  readonly username: string;
  readonly password: string;
  readonly actor: Actor;
  readonly duty: Duty;
  /** The Cookie header of a session that stands. */
  readonly cookie: string;
  /** Of who has a second factor. */
  readonly app: TOTP | null;
}

/** Satisfies both password policies. */
export const ownPassword = 'Seven trees on hill 26';

/** A new account through all its duties but the one that is to stay. Rejects where one is refused. */
export async function employ(accounts: Accounts, who: NewColleague): Promise<Colleague> {
  const { username, posts, county = null, duty } = who;
  const created = await accounts.create(
    { actor: null },
    { username, name: `测试${username}`, posts, county },
  );
  if (created.status !== 'done') throw new Error(`${username}: ${JSON.stringify(created)}`);
  const jar = new Map<string, string>();
  const header = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const from = (): Origin => ({
    headers: new Headers({ cookie: header() }),
    address: '127.0.0.1',
    request: 'prepared',
  });
  const keep = (cookies: readonly string[]) => {
    for (const cookie of cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/;\s*max-age=0\b/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
  };
  const told = async (password: string, app: TOTP | null): Promise<Colleague> => {
    const present = await accounts.whoIs(from().headers);
    if (!present || present.duty !== (duty ?? 'none')) {
      throw new Error(`${username} is held by ${present?.duty ?? 'nothing: not signed in'}`);
    }
    return { username, password, actor: present.actor, duty: present.duty, cookie: header(), app };
  };

  keep((await accounts.signIn(from(), username, created.password)).cookies);
  if (duty === 'change-password') return told(created.password, null);
  const changed = await accounts.changePassword(from(), created.password, ownPassword);
  if (changed.status !== 'done') throw new Error(`${username}: ${JSON.stringify(changed)}`);
  keep(changed.cookies);
  const present = await accounts.whoIs(from().headers);
  if (duty !== undefined || present?.duty !== 'set-up-second-factor') {
    return told(ownPassword, null);
  }
  const begun = await accounts.beginSecondFactor(from(), ownPassword);
  if (begun.status !== 'done') throw new Error(`${username}: ${JSON.stringify(begun)}`);
  const app = URI.parse(begun.uri);
  if (!(app instanceof TOTP)) throw new Error(`${username}: no authenticator app`);
  const finished = await accounts.finishSecondFactor(from(), app.generate());
  if (finished.status !== 'done') throw new Error(`${username}: ${JSON.stringify(finished)}`);
  keep(finished.cookies);
  return told(ownPassword, app);
}
