/** What the import of positions is made of, beside what submissions are. */
import type { CountyAreas } from '../geodata/find-datum.ts';
import type { SubmissionsOptions } from '../submissions/options.ts';
import type { Submissions } from '../submissions/submissions.ts';

export interface PlaceImportOptions extends SubmissionsOptions {
  /** Outlines of the counties in WGS-84, by six-digit code. */
  readonly counties: () => CountyAreas;
  readonly submissions: Pick<Submissions, 'draft' | 'submit'>;
}
