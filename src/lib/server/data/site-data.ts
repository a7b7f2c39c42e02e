import type { ProgrammeData } from '../../domain/programme-data.ts';
import type { SiteGeometry } from '../../map/geometry.ts';

/** One version of everything the site shows. Every page and answer is made from one such value. */
export interface SiteData {
  readonly data: ProgrammeData;
  readonly geometry: SiteGeometry;
  /** First 16 hexadecimal digits of the SHA-256 over the content of all files: the ETag's root. */
  readonly version: string;
  /** ISO instant of the newest `recordedAt` in the log: `Last-Modified`. */
  readonly modifiedAt: string;
}
