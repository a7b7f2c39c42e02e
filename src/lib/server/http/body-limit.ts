/** How much a request may send, decided from its head: nothing is read of what is refused. */
import type { IncomingMessage } from 'node:http';

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** Bytes of a form without files: the longest are reports of many units. */
export const formLimit = 512 * kilobyte;
/** Bytes of a form with files: more than the 20 MB a file may have, so that the form can say so. */
export const uploadLimit = 64 * megabyte;

/** Bytes of a ledger with its form: more than the 20 MB it may have, so that the form can say so. */
export const ledgerLimit = 24 * megabyte;

/** The forms that take a ledger, or a block pasted from one, and a file of positions. */
const ledgers = /^\/admin\/(?:import|places)\?\/upload(?:[=&]|$)/;

/**
 * The form of a report and its actions, which take files. The action is the first of the query, as
 * SvelteKit reads it: no other action, approving among them, is sent megabytes.
 */
const uploads =
  /^\/admin\/(?:report|submission\/[^/?]+)\?\/(?:submit|preview|save|detach)(?:[=&]|$)/;

/** The form of the quotas. Without a script, adding up sends the chosen files along. */
const quotas = /^\/admin\/quotas\?\/(?:submit|preview|save|detach|suggest|recount)(?:[=&]|$)/;

/** Whether the request's path and query are of a form with files. */
export function isUpload(target: string): boolean {
  return uploads.test(target) || quotas.test(target) || ledgers.test(target);
}

function limitOf(target: string): number {
  if (uploads.test(target) || quotas.test(target)) return uploadLimit;
  return ledgers.test(target) ? ledgerLimit : formLimit;
}

/** What is wrong with the announced body; `null`: nothing. A body of unknown length is not taken. */
export function bodyFault(
  target: string,
  { headers }: Pick<IncomingMessage, 'headers'>,
): 'length-required' | 'too-large' | null {
  if (headers['transfer-encoding'] !== undefined) return 'length-required';
  const length = headers['content-length'];
  if (length === undefined) return null;
  return Number(length) > limitOf(target) ? 'too-large' : null;
}
