/** How much a request may send, decided from its head: nothing is read of what is refused. */
import type { IncomingMessage } from 'node:http';

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** Bytes of a form without files: the longest are reports of many units. */
export const formLimit = 512 * kilobyte;
/** Bytes of a form with files: more than the 20 MB a file may have, so that the form can say so. */
export const uploadLimit = 64 * megabyte;

/**
 * The form of a report and its actions, which take files. The action is the first of the query, as
 * SvelteKit reads it: no other action, approving among them, is sent megabytes.
 */
const uploads =
  /^\/admin\/(?:report|submission\/[^/?]+)\?\/(?:submit|preview|save|detach)(?:[=&]|$)/;

/** Whether the request's path and query are of a form with files. */
export function isUpload(target: string): boolean {
  return uploads.test(target);
}

/** What is wrong with the announced body; `null`: nothing. A body of unknown length is not taken. */
export function bodyFault(
  target: string,
  { headers }: Pick<IncomingMessage, 'headers'>,
): 'length-required' | 'too-large' | null {
  if (headers['transfer-encoding'] !== undefined) return 'length-required';
  const length = headers['content-length'];
  if (length === undefined) return null;
  return Number(length) > (isUpload(target) ? uploadLimit : formLimit) ? 'too-large' : null;
}
