/** The file of an address, for who may write for its division: asked before it is read, and logged. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { requirePermission } from '$lib/server/http/guard.ts';
import { office } from '$lib/server/office.ts';
import type { KeptPlaces } from '$lib/server/places/place-imports.ts';
import type { By } from '$lib/server/submissions/submissions.ts';

export async function openPlaces(
  event: RequestEvent<{ id: string }>,
): Promise<{ readonly kept: KeptPlaces; readonly by: By }> {
  const { placeImports } = office();
  const subject = await placeImports.subjectOf(event.params.id);
  if (!subject) error(404);
  const { actor } = await requirePermission(event, 'submission.write', subject);
  const kept = await placeImports.find(actor, event.params.id);
  if (!kept) error(404);
  return { kept, by: { actor, request: event.locals.request } };
}
