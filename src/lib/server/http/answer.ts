/** An answer made ready: written to any number of connections without another thought. */
import type { Captured } from './capture.ts';
import { entityTag } from './conditional.ts';
import { encodeBody, type Encoding } from './encoding.ts';
import { isPreferenceCookie } from './reader-key.ts';
import { inertPolicy } from './security-headers.ts';

/** Names and values in turn, as `writeHead` takes them without copying. */
type FlatHeaders = readonly string[];

export interface Answer {
  readonly status: number;
  readonly headers: FlatHeaders;
  readonly body: Buffer;
  /** `null` for answers that cannot be conditional. */
  readonly validators: { readonly etag: string; readonly lastModified: number | null } | null;
  /** For 304: the headers that RFC 9110 §15.4.5 asks for. */
  readonly unchangedHeaders: FlatHeaders;
}

/** Hop-by-hop or ours to set; the handler's weak tag is for a body in no particular coding. */
const replaced: ReadonlySet<string> = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'transfer-encoding',
]);
/** RFC 9110 §15.4.5, and what guards the page: a cache takes these over from a 304. */
const keptWhenUnchanged: ReadonlySet<string> = new Set([
  'access-control-allow-origin',
  'access-control-expose-headers',
  'cache-control',
  'content-security-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'last-modified',
  'permissions-policy',
  'referrer-policy',
  'set-cookie',
  'strict-transport-security',
  'vary',
  'x-content-type-options',
  'x-frame-options',
]);
const storedStatuses: ReadonlySet<number> = new Set([200, 400, 404]);

/** Whether the answer may be kept and given to everybody with the same key. */
export function isShareable({ status, headers }: Captured): boolean {
  if (!storedStatuses.has(status)) return false;
  const control = String(headers.get('cache-control') ?? '');
  if (!/\bpublic\b/.test(control) || /\b(no-store|private)\b/.test(control)) return false;
  const cookies = headers.get('set-cookie') ?? [];
  return (typeof cookies === 'string' ? [cookies] : cookies).every(isPreferenceCookie);
}

/**
 * The answer with these headers where it lacks them: SvelteKit's last resort, when a hook fails, has
 * none of ours. Nothing keeps such an answer.
 */
export function guarded(captured: Captured, guards: Readonly<Record<string, string>>): Captured {
  const defaults = {
    'content-security-policy': inertPolicy,
    ...guards,
    ...(captured.status >= 500 && { 'cache-control': 'no-store' }),
  };
  return { ...captured, headers: new Map([...Object.entries(defaults), ...captured.headers]) };
}

/** The captured answer in a coding, with its own strong tag where it is shareable. */
export async function prepareAnswer(captured: Captured, wanted: Encoding): Promise<Answer> {
  const { body, encoding } = await encodeBody(captured.body, wanted);
  const headers: string[] = [];
  const unchangedHeaders: string[] = [];
  for (const [name, value] of captured.headers) {
    if (replaced.has(name)) continue;
    for (const single of typeof value === 'string' ? [value] : value) {
      headers.push(name, single);
      if (keptWhenUnchanged.has(name)) unchangedHeaders.push(name, single);
    }
  }
  if (encoding !== 'identity') headers.push('content-encoding', encoding);
  headers.push('content-length', String(body.length));
  if (captured.status !== 200 || !isShareable(captured)) {
    return { status: captured.status, headers, body, validators: null, unchangedHeaders };
  }
  const etag = entityTag(body, encoding);
  headers.push('etag', etag);
  unchangedHeaders.push('etag', etag);
  const date = captured.headers.get('last-modified');
  const lastModified = typeof date === 'string' ? Date.parse(date) : null;
  return { status: 200, headers, body, validators: { etag, lastModified }, unchangedHeaders };
}
