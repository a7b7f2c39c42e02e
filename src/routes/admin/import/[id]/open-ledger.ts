/** The ledger of an address, for who may write for its division: asked before it is read, and logged. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { requirePermission } from '$lib/server/http/guard.ts';
import type { KeptLedger } from '$lib/server/import/imports.ts';
import { office } from '$lib/server/office.ts';
import type { By } from '$lib/server/submissions/submissions.ts';

export async function openLedger(
  event: RequestEvent<{ id: string }>,
): Promise<{ readonly ledger: KeptLedger; readonly by: By }> {
  const { imports } = office();
  const subject = await imports.subjectOf(event.params.id);
  if (!subject) error(404);
  const { actor } = await requirePermission(event, 'submission.write', subject);
  const ledger = await imports.find(actor, event.params.id);
  if (!ledger) error(404);
  return { ledger, by: { actor, request: event.locals.request } };
}
