/** The request line, taken apart without making a URL of it: this runs on every request. */

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

function isWellFormed(path: string): boolean {
  if (path.includes('#') || path.includes('\\')) return false;
  if (!path.includes('%')) return true;
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}
