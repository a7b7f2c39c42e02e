/**
 * A browser that signed in to an account before carries a cookie that says so. Guesses from elsewhere
 * are counted apart from its own, so that strangers lock out strangers (OWASP: "Slow Down Online
 * Guessing Attacks with Device Cookies").
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { cookieName, readCookie, setCookie, type CookieName } from './cookies.ts';

/** Half a year, in seconds. */
const maxAge = 180 * 86_400;

export interface Devices {
  /** The device's own number where its cookie for this account is genuine; else `null`. */
  read(headers: Headers, username: string): string | null;
  /** A Set-Cookie value that makes it a known device, by a new number. */
  issue(username: string): string;
}

/** `secret`: the site's; `username` as it is stored. */
export function createDevices(secret: string, isSecure: boolean): Devices {
  const key = createHmac('sha256', secret).update('device cookie').digest();
  const markOf = (username: string, nonce: string) =>
    createHmac('sha256', key).update(`${nonce}.${username}`).digest();
  // A cookie for each account: clerks share machines.
  const nameOf = (username: string): CookieName => {
    const short = createHash('sha256').update(username).digest('hex').slice(0, 12);
    return cookieName(`device-${short}`, isSecure);
  };
  return {
    read: (headers, username) => {
      const [nonce = '', mark = ''] = (readCookie(headers, nameOf(username)) ?? '').split('.');
      const given = Buffer.from(mark, 'base64url');
      const right = markOf(username, nonce);
      return given.length === right.length && timingSafeEqual(given, right) ? nonce : null;
    },
    issue: (username) => {
      const nonce = randomBytes(16).toString('base64url');
      const mark = markOf(username, nonce).toString('base64url');
      return setCookie(nameOf(username), `${nonce}.${mark}`, maxAge);
    },
  };
}
