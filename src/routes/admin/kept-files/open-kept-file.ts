/** The kept file of an address, for who may write for its division: asked before it is read, and logged. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { requirePermission } from '$lib/server/http/guard.ts';
import type { KeptFiles } from '$lib/server/kept-files/kept-files.ts';
import type { By } from '$lib/server/submissions/submissions.ts';

export async function openKeptFile<Kept>(
  event: RequestEvent<{ id: string }>,
  files: Pick<KeptFiles<Kept>, 'subjectOf' | 'find'>,
): Promise<{ readonly kept: NonNullable<Kept>; readonly by: By }> {
  const subject = await files.subjectOf(event.params.id);
  if (!subject) error(404);
  const { actor } = await requirePermission(event, 'submission.write', subject);
  const kept = await files.find(actor, event.params.id);
  if (!kept) error(404);
  return { kept, by: { actor, request: event.locals.request } };
}
