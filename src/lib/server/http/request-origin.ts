import type { RequestEvent } from '@sveltejs/kit';
import type { Origin } from '../accounts/accounts.ts';

/** Where this request comes from, for the accounts. */
export function originOf(
  event: Pick<RequestEvent, 'request' | 'locals' | 'getClientAddress'>,
): Origin {
  return {
    headers: event.request.headers,
    address: event.getClientAddress(),
    request: event.locals.request,
  };
}
