import { describe, expect, it } from 'vitest';
import { cookieName, readCookie, setCookie } from './cookies.ts';

describe('a cookie', () => {
  it('behind TLS is bound to the host; without it, it has another name', () => {
    expect(setCookie(cookieName('session', true), 'abc', 60)).toBe(
      '__Host-session=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure',
    );
    expect(setCookie(cookieName('session', false), '', 0)).toBe(
      'session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax',
    );
  });

  it.each([
    ['a=1; session=x=y; b=2', 'x=y'],
    ['session=first; session=second', 'first'],
    ['xsession=1;session=2', '2'],
    ['sessio=1', null],
    ['', null],
  ])('is read from “%s”', (cookie, value) => {
    expect(readCookie(new Headers({ cookie }), cookieName('session', false))).toBe(value);
    expect(readCookie(new Headers({ cookie }), cookieName('session', true))).toBeNull();
  });
});
