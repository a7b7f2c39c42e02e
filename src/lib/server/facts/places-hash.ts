import { createHash } from 'node:crypto';
import { geometryText } from '../../domain/place-geometry.ts';
import type { Place } from '../../domain/status.ts';

/**
 * SHA-256 in hexadecimal over the places in their order: the audit log tells of a thousand at once, and
 * this says which. The text it is taken over is never changed: rows of the log are held against it.
 */
export function placesHash(places: readonly Place[]): string {
  const hash = createHash('sha256');
  for (const { id, division, geometry, recordedAt, source, note } of places) {
    const line = [id, division, geometryText(geometry), recordedAt, source, note ?? null];
    hash.update(`${JSON.stringify(line)}\n`);
  }
  return hash.digest('hex');
}
