/**
 * The one place where the office's routes ask permission. It throws SvelteKit's redirects and
 * errors, so what comes after it is allowed:
 * not signed in → GET 303 to the sign-in, POST 401 with the form kept; a duty first (password,
 * second factor) → GET 303 to it, POST 403 with the form kept; refused → 403 and an audit row;
 * database full, locked or gone → 503 with the form kept. The words are on admin/+error.svelte.
 */
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { decide, type Action, type Subject } from '../../domain/permission.ts';
import type { SignedIn } from '../accounts/accounts.ts';
import type { JsonValue } from '../audit/audit.ts';
import { office } from '../office.ts';
import { databaseFault, type DatabaseFault } from './database-fault.ts';
import { errorMessage, logError } from './error-log.ts';
import { keptForm } from './kept-form.ts';
import { dutyHref, homeHref, signInHref } from './office-address.ts';
import { ruleOf, type Rule } from './route-permissions.ts';

export type GuardedEvent = Pick<
  RequestEvent,
  'request' | 'url' | 'route' | 'locals' | 'setHeaders'
>;

/** Seconds after which a database that was locked or gone may be asked again. */
const retryAfter = 30;

/** SvelteKit takes a header once for each request; two loads of one page may both be stopped. */
const told503 = new WeakSet<Request>();

/**
 * Who does it, where the permission table allows it. `subject` as far as it is known: call it once
 * without before anything is read, and again with the division and author of the record.
 */
export async function requirePermission(
  event: GuardedEvent,
  action: Action,
  subject?: Subject,
): Promise<SignedIn> {
  requireListed(event, action);
  const signedIn = await requireSession(event);
  if (signedIn.duty !== 'none') {
    if (isRead(event)) redirect(303, dutyHref(signedIn.duty));
    await stop(event, 403, { reason: 'duty', href: dutyHref(signedIn.duty) });
  }
  const decision = decide(signedIn.actor, action, subject);
  if (decision.status === 'allowed') return signedIn;
  // The entrance of the office leads everybody to a page of their own.
  const home = homeHref(signedIn);
  if (event.route.id === '/admin' && isRead(event) && home !== '/admin') redirect(303, home);
  await recordRefusal(event, signedIn, action, decision.reason, subject);
  return stop(event, 403, { reason: 'refused' });
}

/** Who is signed in, on pages that must be open whatever the duty: sign out, password, second factor. */
export async function requireSignedIn(event: GuardedEvent): Promise<SignedIn> {
  requireListed(event, 'signed-in');
  return requireSession(event);
}

/** On pages for who is not signed in: whoever is goes to the desk, or to the duty before it. */
export function requireNobody(event: GuardedEvent): void {
  requireListed(event, 'nobody');
  const { signedIn } = event.locals;
  if (signedIn) redirect(303, homeHref(signedIn));
}

/** Runs what asks the database, and tells one that is full, locked or gone from a fault of ours. */
export async function whileDatabaseAnswers<Value>(
  event: GuardedEvent,
  task: () => Promise<Value>,
): Promise<Value> {
  try {
    return await task();
  } catch (thrown) {
    const fault = databaseFault(thrown);
    if (!fault) throw thrown;
    return stopForDatabase(event, fault, thrown);
  }
}

/** The operation at hand must stand in the table under this rule; a page is drawn again after a POST. */
function requireListed({ route, request, url }: GuardedEvent, rule: Rule): void {
  const { id } = route;
  const search = url.searchParams;
  const listed = [request.method, 'GET'].map((method) => ruleOf({ route: id, method, search }));
  if (listed[0] === null || !listed.includes(rule)) {
    throw new Error(`route-permissions.ts does not list ${request.method} ${id} as ${rule}`);
  }
}

async function requireSession(event: GuardedEvent): Promise<SignedIn> {
  const { signedIn, databaseFault: fault } = event.locals;
  if (signedIn) return signedIn;
  // Who it is by could not be asked: that is not the same as nobody.
  if (fault) return stop(event, 503, { reason: `database-${fault}`, retryAfter });
  const { pathname, search } = event.url;
  if (isRead(event)) redirect(303, signInHref(pathname + search));
  return stop(event, 401, { reason: 'signed-out', href: signInHref('/admin/own-account') });
}

function isRead({ request }: GuardedEvent): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}

async function recordRefusal(
  event: GuardedEvent,
  { actor }: SignedIn,
  action: Action,
  reason: string,
  subject: Subject | undefined,
): Promise<void> {
  const details: Record<string, JsonValue> = { action, reason, path: event.url.pathname };
  await whileDatabaseAnswers(event, () =>
    office().record({
      actor: { id: actor.id, name: actor.name },
      action: 'permission.refused',
      outcome: 'refused',
      details,
      request: event.locals.request,
      ...(subject?.division !== undefined && { division: subject.division }),
    }),
  );
}

async function stopForDatabase(
  event: GuardedEvent,
  fault: DatabaseFault,
  thrown: unknown,
): Promise<never> {
  const { request, url } = event;
  const id = logError({ error: thrown, method: request.method, path: url.pathname, status: 503 });
  return stop(event, 503, { reason: `database-${fault}`, retryAfter, id });
}

async function stop(
  event: GuardedEvent,
  status: 401 | 403 | 503,
  told: Omit<App.Error, 'message' | 'kept'>,
): Promise<never> {
  const kept = await keptForm(event);
  if (told.retryAfter !== undefined && !told503.has(event.request)) {
    told503.add(event.request);
    event.setHeaders({ 'retry-after': String(told.retryAfter) });
  }
  error(status, {
    message: errorMessage(status, event.locals.lang),
    ...told,
    ...(kept && { kept }),
  });
}
