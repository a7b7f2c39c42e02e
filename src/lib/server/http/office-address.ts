/** Where in the office somebody is led: to the sign-in and back, to a duty, to the own desk. */
import { decide } from '../../domain/permission.ts';
import type { Duty, SignedIn } from '../accounts/accounts.ts';

const signIn = '/admin/sign-in';

/** The sign-in that leads back to a path of this site. */
export function signInHref(next: string): string {
  return next === '/admin' ? signIn : `${signIn}?next=${encodeURIComponent(next)}`;
}

/**
 * The path to go on to, or `null`. Only pages of the office: whatever a browser would read as
 * another site (`//evil`, `/\evil`, `https:…`, control characters) is refused.
 */
export function safeNext(next: string | null): string | null {
  if (next === null || next.length > 2000 || !next.startsWith('/admin')) return null;
  // A `file:` address has no host, and is read like a web address otherwise (URL Standard, "special").
  const url = URL.parse(next, 'file:///');
  if (url === null || url.protocol !== 'file:' || url.host !== '') return null;
  // As the browser will read it: `/admin/../x` is not a page of the office.
  if (!/^\/admin(?:\/|$)/.test(url.pathname)) return null;
  if (url.pathname === signIn || url.pathname === '/admin/second-factor') return null;
  return url.pathname + url.search;
}

export function dutyHref(duty: Exclude<Duty, 'none'>): string {
  switch (duty) {
    case 'change-password':
      return '/admin/password';
    case 'set-up-second-factor':
      return '/admin/own-account/second-factor';
  }
}

/** The first page of the office for this person: a duty first, then what the posts are for. */
export function homeHref({ actor, duty }: Pick<SignedIn, 'actor' | 'duty'>): string {
  if (duty !== 'none') return dutyHref(duty);
  if (decide(actor, 'desk.read').status === 'allowed') return '/admin';
  if (decide(actor, 'account.manage').status === 'allowed') return '/admin/accounts';
  if (decide(actor, 'log.read').status === 'allowed') return '/admin/log';
  return '/admin/own-account';
}
