import { createHash } from 'node:crypto';
import type { ProgrammeData } from '../../domain/programme-data.ts';
import type { SiteGeometry } from '../../map/geometry.ts';

const digits = 16;

/**
 * The first 16 hexadecimal digits of the SHA-256 over the values of all files, written canonically:
 * white space and line ends of a file do not change it, a fact does.
 */
export function contentVersion(data: ProgrammeData, geometry: SiteGeometry): string {
  const hash = createHash('sha256');
  for (const part of [data.programme, data.divisions, data.status, data.proposals, geometry]) {
    hash.update(JSON.stringify(part)).update('\n');
  }
  return hash.digest('hex').slice(0, digits);
}

/** The newest `recordedAt` of the log, as an ISO instant in UTC; the epoch for an empty log. */
export function newestRecord(status: ProgrammeData['status']): string {
  const recorded = [...status.events, ...status.statements, ...status.reporting];
  const newest = recorded.reduce((max, { recordedAt }) => Math.max(max, Date.parse(recordedAt)), 0);
  return new Date(newest).toISOString();
}
