/** Answers the front gives without asking SvelteKit: overload, and requests nobody can answer. */
import type { IncomingMessage } from 'node:http';
import { acceptedLanguage } from '../preferences.ts';
import { errorMessage } from './error-log.ts';
import { problemDocument, problemType } from './problem.ts';
import { chosenLanguage } from './reader-key.ts';
import { inertPolicy } from './security-headers.ts';
import { isMachinePath } from './shared-paths.ts';

export type RefusalKind =
  | 'overloaded'
  | 'bad-address'
  | 'address-too-long'
  | 'method-not-allowed'
  | 'length-required'
  | 'too-large'
  | 'failed';

export interface Refusal {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: Buffer;
}

const retryAfterSeconds = 2;

/**
 * As problem+json for machines, in the language of `Accept-Language`; else as one line of text, in the
 * language that was chosen for pages, if one was.
 */
export function refusal(
  kind: RefusalKind,
  request: Pick<IncomingMessage, 'url' | 'headers'>,
  securityHeaders: Readonly<Record<string, string>>,
): Refusal {
  const isMachine = isMachinePath(request.url?.split('?', 1)[0] ?? '');
  const { cookie, 'accept-language': accepted } = request.headers;
  const lang = (isMachine ? undefined : chosenLanguage(cookie)) ?? acceptedLanguage(accepted);
  const document =
    kind === 'failed'
      ? { type: 'about:blank', title: errorMessage(500, lang), status: 500, detail: '' }
      : problemDocument({ kind }, lang);
  const text = isMachine ? JSON.stringify(document) : `${document.title} ${document.detail}\n`;
  const body = Buffer.from(text);
  return {
    status: document.status,
    body,
    headers: [
      ...Object.entries(securityHeaders).flat(),
      'content-security-policy',
      inertPolicy,
      'content-type',
      isMachine ? problemType : 'text/plain; charset=utf-8',
      'content-length',
      String(body.length),
      'content-language',
      lang,
      'cache-control',
      'no-store',
      ...(kind === 'overloaded' ? ['retry-after', String(retryAfterSeconds)] : []),
      ...(kind === 'method-not-allowed' ? ['allow', 'GET, HEAD, OPTIONS'] : []),
      ...(isMachine ? ['access-control-allow-origin', '*'] : []),
    ],
  };
}
