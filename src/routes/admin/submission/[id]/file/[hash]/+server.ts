import { error } from '@sveltejs/kit';
import { requirePermission, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { office } from '$lib/server/office.ts';
import { attachmentName } from './attachment-name.ts';
import type { RequestHandler } from './$types';

/** A file to be kept, never one to be shown: nothing in it may run on this site. */
export const GET: RequestHandler = async (event) => {
  const { locals, params } = event;
  const { actor } = await requirePermission(event, 'submission.read');
  const by = { actor, request: locals.request };
  const { submissions } = office();
  const subject = await whileDatabaseAnswers(event, () => submissions.subjectOf(params.id));
  if (!subject) error(404);
  await requirePermission(event, 'submission.read', subject);
  const file = await whileDatabaseAnswers(event, () =>
    submissions.file(by, params.id, params.hash),
  );
  if (!file) error(404);
  // A copy of its own: the bytes of a database row may share their memory with others.
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(file.size),
      'content-disposition': attachmentName(file.name),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
};
