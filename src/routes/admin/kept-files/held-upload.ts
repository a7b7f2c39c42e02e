/** A file sent by somebody who has to sign in first, or to do a duty: what was typed is shown again. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { dutyHref, signInHref } from '$lib/server/http/office-address.ts';
import type { HeldView } from '$lib/view/office/report-screen.ts';
import { readHeldForm } from '../report/read-held-form.ts';

interface HeldUpload {
  readonly status: 401 | 403;
  /** The texts alone. */
  readonly data: FormData;
  readonly held: HeldView;
}

/** Where the database did not say who it is, nobody is held: the guard tells of the database. */
function isHeld({ signedIn, databaseFault }: App.Locals): boolean {
  return (signedIn === null || signedIn.duty !== 'none') && !databaseFault;
}

/** Whether the action has answered with all that was typed: nothing else is shown to a stranger. */
export function isAnswered({ locals, request }: Pick<RequestEvent, 'locals' | 'request'>): boolean {
  return request.method === 'POST' && isHeld(locals);
}

/** `null`: nobody is held, and the form is still to be read. */
export async function heldUpload({
  locals,
  request,
}: Pick<RequestEvent, 'locals' | 'request'>): Promise<HeldUpload | null> {
  if (!isHeld(locals)) return null;
  const { signedIn } = locals;
  const { data, files } = await readHeldForm(request);
  if (signedIn === null) {
    const href = signInHref('/admin/own-account');
    return { status: 401, data, held: { kind: 'signed-out', href, files } };
  }
  if (signedIn.duty === 'none') error(500);
  return { status: 403, data, held: { kind: 'duty', href: dutyHref(signedIn.duty), files } };
}
