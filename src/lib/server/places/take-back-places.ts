/** Taking positions back: a submission that gives the units none, approved as any other. */
import type { DivisionCode } from '../../domain/division.ts';
import type { Proposal } from '../../domain/submission.ts';
import type { By, SubmissionResult } from '../submissions/submissions.ts';
import type { PlaceImportOptions } from './options.ts';
import type { Confirmation } from './place-imports.ts';

export async function takeBackPlaces(
  { submissions }: Pick<PlaceImportOptions, 'submissions'>,
  by: By,
  given: Pick<Confirmation, 'source' | 'note'> & {
    readonly division: DivisionCode;
    readonly units: readonly DivisionCode[];
    /** The same author's same key makes one submission. */
    readonly key: string;
  },
): Promise<SubmissionResult> {
  const { division, units, source, note, key } = given;
  const proposal: Proposal = {
    changes: [],
    reporting: [],
    source,
    places: units.map((unit) => ({ division: unit, geometry: null })),
    ...(note !== undefined && note !== '' && { note }),
  };
  const drafted = await submissions.draft(by, division, proposal, key);
  if (drafted.status !== 'done' || drafted.submission.state !== 'draft') return drafted;
  return submissions.submit(by, drafted.submission.id, drafted.submission.version, proposal);
}
