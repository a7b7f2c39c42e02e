/** What was just done, in the address of the page that says so (`?done=`). */
import type { SubmissionState } from '$lib/domain/submission.ts';

const dones = [
  'imported',
  'saved',
  'preview',
  'submitted',
  'repeated',
  'withdrawn',
  'checked',
  'returned',
  'approved',
] as const;
export type Done = (typeof dones)[number];

/** The state each leads to: an address alone must not claim what was not done. */
const stateAfter: Readonly<Record<Done, SubmissionState | null>> = {
  imported: 'draft',
  saved: 'draft',
  preview: 'draft',
  submitted: 'submitted',
  repeated: null,
  withdrawn: 'withdrawn',
  checked: 'submitted',
  returned: 'returned',
  approved: 'approved',
};

/** What the address says was done, where the submission stands as it would then. */
export function doneOf(text: string | null, state: SubmissionState): Done | null {
  const done = dones.find((known) => known === text);
  if (done === undefined) return null;
  const expected = stateAfter[done];
  return expected === null || expected === state ? done : null;
}
