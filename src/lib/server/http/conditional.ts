/** Conditional requests (RFC 9110 §13): whether the reader already has the answer. */
import { createHash } from 'node:crypto';

/** A strong validator: the same bytes in the same coding, and only those, have the same tag. */
export function entityTag(body: Buffer, encoding: string): string {
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return `"${digest}-${encoding}"`;
}

export interface Condition {
  readonly ifNoneMatch: string | undefined;
  readonly ifModifiedSince: string | undefined;
}

export interface Validators {
  readonly etag: string;
  /** Epoch milliseconds. `null` where the answer has no date. */
  readonly lastModified: number | null;
}

/**
 * Whether 304 is the answer. The date is looked at only where no tag was sent. A date before
 * `notBefore` (epoch milliseconds) never suffices: what is served may have changed with the
 * program or a setting, which leaves the data's own date as it is.
 */
export function isUnchanged(
  { ifNoneMatch, ifModifiedSince }: Condition,
  { etag, lastModified }: Validators,
  notBefore: number,
): boolean {
  if (ifNoneMatch !== undefined) return matches(ifNoneMatch, etag);
  if (ifModifiedSince === undefined || lastModified === null) return false;
  const since = Date.parse(ifModifiedSince);
  return since >= lastModified && since >= notBefore;
}

function matches(header: string, etag: string): boolean {
  if (header === etag || header.trim() === '*') return true;
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
