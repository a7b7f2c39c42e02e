import type { Cookies } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { putCookies } from './put-cookies.ts';

type Put = readonly [name: string, value: string, options: Parameters<Cookies['set']>[2]];

/** Gathers what would be set. */
function jar() {
  const put: Put[] = [];
  const cookies: Pick<Cookies, 'set'> = { set: (...all) => void put.push(all) };
  return { put, cookies };
}

describe('cookies of the accounts', () => {
  it('keep their value as it is and every attribute', () => {
    const { put, cookies } = jar();
    putCookies(cookies, [
      '__Host-session=a%2Bb.c=; Max-Age=1800; Path=/; HttpOnly; Secure; SameSite=Strict',
      'trace=; Path=/admin; Expires=Thu, 01 Jan 1970 00:00:00 GMT; SameSite=Lax',
    ]);
    const [session, trace] = put;
    expect(session?.slice(0, 2)).toEqual(['__Host-session', 'a%2Bb.c=']);
    expect(session?.[2]).toMatchObject({
      path: '/',
      maxAge: 1800,
      httpOnly: true,
      secure: true,
      sameSite: 'strict',
    });
    expect(session?.[2].encode?.('a%2Bb')).toBe('a%2Bb');
    expect(trace?.[2]).toMatchObject({ path: '/admin', httpOnly: false, sameSite: 'lax' });
    expect(trace?.[2].expires?.getTime()).toBe(0);
  });

  it('that have no name are left out', () => {
    const { put, cookies } = jar();
    putCookies(cookies, ['', '=x', 'no pair']);
    expect(put).toEqual([]);
  });
});
