import { createHash } from 'node:crypto';
import type { ProgrammeData } from '../../domain/programme-data.ts';
import type { SiteGeometry } from '../../map/geometry.ts';

const digits = 16;

/**
 * The first 16 hexadecimal digits of the SHA-256 over the values of all files, written canonically:
 * white space and line ends of a file do not change it, a fact does.
 */
export function contentVersion(data: ProgrammeData, geometry: SiteGeometry): string {
  return contentVersions(data, geometry)(data);
}

/** As `contentVersion`, for many states of the log over the same other files, which are written once. */
export function contentVersions(
  { programme, divisions }: Pick<ProgrammeData, 'programme' | 'divisions'>,
  geometry: SiteGeometry,
): (log: Pick<ProgrammeData, 'status' | 'proposals'>) => string {
  const line = (part: unknown) => `${JSON.stringify(part)}\n`;
  const before = createHash('sha256').update(line(programme)).update(line(divisions));
  const after = line(geometry);
  return ({ status, proposals }) => {
    const hash = before.copy().update(line(status)).update(line(proposals)).update(after);
    return hash.digest('hex').slice(0, digits);
  };
}

/** The newest `recordedAt` of the log, as an ISO instant in UTC; the epoch for an empty log. */
export function newestRecord(status: ProgrammeData['status']): string {
  const recorded = [
    ...status.events,
    ...status.statements,
    ...status.reporting,
    ...status.quotas,
    ...status.places,
  ];
  const newest = recorded.reduce((max, { recordedAt }) => Math.max(max, Date.parse(recordedAt)), 0);
  return new Date(newest).toISOString();
}
