/** How much a request may send, decided from its head: nothing is read of what is refused. */
import type { IncomingMessage } from 'node:http';

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** Bytes of a form without files: the longest are reports of many units. */
export const formLimit = 512 * kilobyte;
/** Bytes of a form with files: more than the 20 MB a file may have, so that the form can say so. */
export const uploadLimit = 64 * megabyte;

/** Paths of the office whose forms take files. */
const uploadPaths = /^\/admin\/(?:report|submission)(?:\/|$)/;

export function isUploadPath(path: string): boolean {
  return uploadPaths.test(path);
}

/** What is wrong with the announced body; `null`: nothing. A body of unknown length is not taken. */
export function bodyFault(
  path: string,
  { headers }: Pick<IncomingMessage, 'headers'>,
): 'length-required' | 'too-large' | null {
  if (headers['transfer-encoding'] !== undefined) return 'length-required';
  const length = headers['content-length'];
  if (length === undefined) return null;
  return Number(length) > (isUploadPath(path) ? uploadLimit : formLimit) ? 'too-large' : null;
}
