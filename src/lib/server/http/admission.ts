/**
 * What every request to the office passes before its route is asked: an id, the origin check, the
 * rate limits, who it is by; and the line in the log after it. Public addresses pass the id and the
 * check, and are logged where they fail.
 */
import type { Handle, RequestEvent } from '@sveltejs/kit';
import type { Accounts } from '../accounts/accounts.ts';
import type { Config } from '../config.ts';
import { formLimit, isUpload } from './body-limit.ts';
import { databaseFault } from './database-fault.ts';
import { isFromOwnPages } from './origin-check.ts';
import { logRequest, requestId } from './log.ts';
import { problemDocument, type ProblemKind } from './problem.ts';
import { createRateLimits, type Admission, type RateLimits } from './rate-limit.ts';
import { ruleOf } from './route-permissions.ts';
import { isOfficePath } from './shared-paths.ts';

/** Routes of forms that try a password, a code or a token; an address has many spellings (`%73ign-in`). */
const guessable: ReadonlySet<string | null> = new Set([
  '/admin/sign-in',
  '/admin/second-factor',
  '/admin/set-up/[token]',
]);

/** Reading what is sent there is dear, whatever its size. */
const readers: ReadonlySet<string | null> = new Set(['/admin/import', '/admin/places']);

export function createAdmission(
  { origin, addressHeader }: Pick<Config, 'origin' | 'addressHeader'>,
  office: () => { readonly accounts: Pick<Accounts, 'whoIs'> },
  limits: RateLimits = createRateLimits(),
  elapsed: () => number = () => performance.now(),
): Handle {
  return async ({ event, resolve }) => {
    const { request, url, locals } = event;
    const begun = elapsed();
    locals.request = requestId(request.headers.get('x-request-id'), addressHeader !== null);
    locals.signedIn = null;
    const response = await admit(event, () => resolve(event));
    const isOffice = isOfficePath(url.pathname);
    // A public answer is kept for many readers: it is of no one request.
    if (isOffice) response.headers.set('x-request-id', locals.request);
    if (isOffice || response.status >= 500) {
      logRequest({
        id: locals.request,
        method: request.method,
        url,
        status: response.status,
        milliseconds: elapsed() - begun,
        actor: actorOf(event),
      });
    }
    return response;
  };

  function actorOf({ locals }: RequestEvent): string | null {
    return locals.signedIn?.actor.id ?? null;
  }

  async function admit(
    event: RequestEvent,
    resolve: () => Response | Promise<Response>,
  ): Promise<Response> {
    const { request, url, locals } = event;
    const asked = {
      method: request.method,
      origin: request.headers.get('origin'),
      secFetchSite: request.headers.get('sec-fetch-site'),
      site: origin ?? url.origin,
    };
    if (!isFromOwnPages(asked)) return refuse(event, 'foreign-page');
    if (!isOfficePath(url.pathname)) return resolve();
    // SvelteKit looks a form action up by any name, those that every object has included.
    const operation = { route: event.route.id, method: request.method, search: url.searchParams };
    if (request.method === 'POST' && event.route.id !== null && ruleOf(operation) === null) {
      return refuse(event, 'unknown-operation');
    }
    try {
      locals.signedIn = await office().accounts.whoIs(request.headers);
    } catch (error) {
      const fault = databaseFault(error);
      if (!fault) throw error;
      // The guard answers, and keeps what was typed: nobody is known while the database is gone.
      locals.databaseFault = fault;
    }
    const admission = await count(event);
    if (admission.status === 'wait') return refuse(event, 'too-many', admission.retryAfter);
    return resolve();
  }

  async function count({ request, route, url, locals, getClientAddress }: RequestEvent) {
    const allowed: Admission = { status: 'allowed' };
    if (request.method !== 'POST') return allowed;
    if (guessable.has(route.id)) return await limits.signIn(getClientAddress());
    const isLarge = Number(request.headers.get('content-length')) > formLimit;
    const isFile = isLarge && isUpload(url.pathname + url.search);
    if (!isFile && !readers.has(route.id)) return allowed;
    return await limits.upload(locals.signedIn?.actor.id ?? getClientAddress());
  }

  function refuse(event: RequestEvent, kind: ProblemKind, retryAfter?: number): Response {
    const { lang } = event.locals;
    const { title, detail, status } = problemDocument({ kind }, lang);
    return new Response(`${title} ${detail}\n`, {
      status,
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'content-language': lang,
        'cache-control': 'no-store',
        ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
      },
    });
  }
}
