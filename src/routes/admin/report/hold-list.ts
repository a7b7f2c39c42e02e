/** The form of a list, sent by somebody who is no longer signed in: kept, to be sent again. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { errorMessage } from '$lib/server/http/error-log.ts';
import { dutyHref, signInHref } from '$lib/server/http/office-address.ts';
import type { HeldForm } from './held-form.ts';

/**
 * 401 or 403 on the page of errors, with the texts of the form and the names of its files. The list
 * itself is not shown to who may not be the one who opened it.
 */
export function holdList({ locals, url }: RequestEvent, { data, files }: HeldForm): never {
  const duty = locals.signedIn?.duty;
  const isDuty = duty !== undefined && duty !== 'none';
  const status = isDuty ? 403 : 401;
  const fields = [...data].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  error(status, {
    message: errorMessage(status, locals.lang),
    reason: isDuty ? 'duty' : 'signed-out',
    href: isDuty ? dutyHref(duty) : signInHref('/admin/own-account'),
    kept: { address: url.pathname + url.search, fields, files, lacksSecret: false },
  });
}
