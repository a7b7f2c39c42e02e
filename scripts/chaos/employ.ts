/** A person with an account, ready to work, for drills and benches that act through the site's own forms. */
import { randomBytes } from 'node:crypto';
import type { Post } from '../../src/lib/domain/permission.ts';
import type { Accounts, Origin } from '../../src/lib/server/accounts/accounts.ts';
import { codeOf } from '../../src/lib/server/accounts/totp.ts';

/** A new account through all its duties; answers its Cookie header. */
export async function employ(
  accounts: Accounts,
  username: string,
  posts: readonly Post[],
): Promise<string> {
  const input = { username, name: `演练${username}`, posts, county: null };
  const created = await accounts.create({ actor: null }, input);
  if (created.status !== 'done') throw new Error(JSON.stringify(created));
  const jar = new Map<string, string>();
  const from = (): Origin => ({
    headers: new Headers({ cookie: cookieHeader(jar) }),
    address: '127.0.0.1',
    request: 'chaos',
  });
  const signedIn = await accounts.signIn(from(), username, created.password);
  keep(jar, signedIn.cookies);
  const password = `Aa1!${randomBytes(15).toString('base64url')}`;
  const changed = await accounts.changePassword(from(), created.password, password);
  if (changed.status !== 'done') throw new Error(JSON.stringify(changed));
  keep(jar, changed.cookies);
  const present = await accounts.whoIs(from().headers);
  if (present?.duty !== 'set-up-second-factor') return cookieHeader(jar);

  const begun = await accounts.beginSecondFactor(from(), password);
  if (begun.status !== 'done') throw new Error(JSON.stringify(begun));
  const secret = new URL(begun.uri).searchParams.get('secret') ?? '';
  const code = codeOf(fromBase32(secret), Math.floor(Date.now() / 30_000));
  const finished = await accounts.finishSecondFactor(from(), code);
  if (finished.status !== 'done') throw new Error(JSON.stringify(finished));
  keep(jar, finished.cookies);
  return cookieHeader(jar);
}

function keep(jar: Map<string, string>, cookies: readonly string[]): void {
  for (const cookie of cookies) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (name === undefined || value === undefined) continue;
    if (/;\s*max-age=0\b/i.test(cookie)) jar.delete(name);
    else jar.set(name, value);
  }
}

function cookieHeader(jar: ReadonlyMap<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}

/** RFC 4648 §6, as the authenticator app reads it. */
function fromBase32(text: string): Uint8Array {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...text]
    .map((char) => alphabet.indexOf(char).toString(2).padStart(5, '0'))
    .join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}
