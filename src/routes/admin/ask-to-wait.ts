import { fail, type RequestEvent } from '@sveltejs/kit';
import { officeWordsOf } from '$lib/i18n/office-words.ts';

/** 429 where somebody has tried too often, for `retryAfter` seconds more; with what the form keeps. */
export function askToWait<Kept extends object>(
  { locals, setHeaders }: Pick<RequestEvent, 'locals' | 'setHeaders'>,
  retryAfter: number,
  kept: Kept,
) {
  const { access, format } = officeWordsOf[locals.lang];
  setHeaders({ 'retry-after': String(retryAfter) });
  const message = access.wait(format.wait(retryAfter));
  return fail(429, { ...kept, faults: [{ field: '', message }] });
}
