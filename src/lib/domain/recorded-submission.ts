/** A submission as it is kept: who wrote it, what became of it since, and its files. */
import type { Awaiting, Proposal, SubmissionState } from './submission.ts';

export interface SubmissionSummary {
  readonly id: string;
  readonly division: string;
  readonly state: SubmissionState;
  /** Whose turn it is now: a county that has lost its head waits for the city. */
  readonly awaiting: Awaiting | null;
  readonly version: number;
  readonly author: { readonly id: string; readonly name: string };
  /** RFC 3339 in UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly proposal: Proposal;
}

export interface SubmissionStep {
  readonly step:
    'drafted' | 'saved' | 'submitted' | 'checked' | 'returned' | 'withdrawn' | 'approved';
  readonly version: number;
  readonly actor: { readonly id: string; readonly name: string };
  readonly at: string;
  readonly note: string | null;
}

export interface AttachedFile {
  readonly hash: string;
  readonly name: string;
  readonly mediaType: 'application/pdf' | 'image/jpeg' | 'image/png';
  /** Bytes. */
  readonly size: number;
}

export interface SubmissionDetail extends SubmissionSummary {
  readonly steps: readonly SubmissionStep[];
  readonly files: readonly AttachedFile[];
}
