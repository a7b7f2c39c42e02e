/** The three cookies of an account: the session, a sign-in waiting for its code, a known device. */

export interface CookieName {
  readonly text: string;
  readonly isSecure: boolean;
}

/** `__Host-`: only over TLS, only this host, only the whole site (RFC 6265bis §4.1.3). */
export function cookieName(base: string, isSecure: boolean): CookieName {
  return { text: isSecure ? `__Host-${base}` : base, isSecure };
}

/** The value of a cookie; the first where it was sent twice; `null` where it was not. */
export function readCookie(headers: Headers, { text }: CookieName): string | null {
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const [name, ...value] = pair.trim().split('=');
    if (name === text) return value.join('=');
  }
  return null;
}

/** A whole Set-Cookie value; `maxAge` in seconds, 0 removes it. `value` needs no escaping. */
export function setCookie(name: CookieName, value: string, maxAge: number): string {
  const secure = name.isSecure ? '; Secure' : '';
  // Lax: who follows a link to the desk in a message is still signed in; no form of another site is.
  return `${name.text}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
}
