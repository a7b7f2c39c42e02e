/** The request line, taken apart without making a URL of it: this runs on every request. */
import type { IncomingMessage } from 'node:http';

/** Longest address answered; browsers and proxies agree on no less than 2,000 characters. */
const longestTarget = 4096;

export type RequestTarget =
  | { readonly status: 'ok'; readonly path: string; readonly target: string }
  | { readonly status: 'too-long' }
  | { readonly status: 'malformed' };

const tooLong: RequestTarget = { status: 'too-long' };
const malformed: RequestTarget = { status: 'malformed' };
/** RFC 9112 §3.2.2: a server must understand the absolute form; its host means nothing here. */
const absoluteForm = /^https?:\/\/[^/?#]*/i;

/** Path and query as they were sent; an empty query is the same as none. */
export function readTarget(url: string): RequestTarget {
  if (url.length > longestTarget) return tooLong;
  let target = url;
  if (!target.startsWith('/')) {
    if (!absoluteForm.test(target)) return malformed;
    target = target.replace(absoluteForm, '');
    if (!target.startsWith('/')) target = `/${target}`;
  }
  const query = target.indexOf('?');
  const path = query === -1 ? target : target.slice(0, query);
  if (query === target.length - 1) target = path;
  return isWellFormed(path) ? { status: 'ok', path, target } : malformed;
}

/** Where it is resolved, a path with `.` or `..` is another path than it seems. Browsers send none. */
const dotSegment = /\/\.{1,2}(?:\/|$)/;

function isWellFormed(path: string): boolean {
  if (path.includes('#') || path.includes('\\')) return false;
  if (!path.includes('%')) return !path.includes('/.') || !dotSegment.test(path);
  try {
    const decoded = decodeURIComponent(path);
    return !decoded.includes('\0') && !dotSegment.test(decoded);
  } catch {
    return false;
  }
}

const host = /^(?:[\w.-]{1,253}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i;

/**
 * Whether the `Host` header is one (RFC 9110 §7.2), so that nothing but a host comes of it when an
 * address is made with it. HTTP/1.0 may leave it out; then it is `localhost`.
 */
export function tidyHost({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  headers.host ??= 'localhost';
  return host.test(headers.host) && URL.canParse(`http://${headers.host}`);
}
