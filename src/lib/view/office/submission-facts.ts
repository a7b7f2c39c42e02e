/** A submission as these pages show it: what `Submissions` answers, as far as a view asks of it. */
import type { Awaiting, Proposal, SubmissionState } from '../../domain/submission.ts';

export interface SubmissionFacts {
  readonly id: string;
  readonly division: string;
  readonly state: SubmissionState;
  readonly awaiting: Awaiting | null;
  readonly version: number;
  readonly author: { readonly id: string; readonly name: string };
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly proposal: Proposal;
}

export interface StepFacts {
  readonly step:
    'drafted' | 'saved' | 'submitted' | 'checked' | 'returned' | 'withdrawn' | 'approved';
  readonly version: number;
  readonly actor: { readonly id: string; readonly name: string };
  readonly at: string;
  readonly note: string | null;
}

export interface FileFacts {
  readonly hash: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

export interface SubmissionDetailFacts extends SubmissionFacts {
  readonly steps: readonly StepFacts[];
  readonly files: readonly FileFacts[];
}
