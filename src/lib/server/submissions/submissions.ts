/** The office's desk as routes see it: every write says which version it saw and answers what came of it. */
import type { Actor, Decision, Subject } from '../../domain/permission.ts';
import type { ReviewEffect } from '../../domain/review.ts';
import type {
  AttachedFile,
  SubmissionDetail,
  SubmissionSummary,
} from '../../domain/recorded-submission.ts';
import type {
  Awaiting,
  Proposal,
  ProposalFault,
  SubmissionState,
} from '../../domain/submission.ts';

/** What a write came to. Nothing is half-written: only `done` changed anything. */
export type SubmissionResult =
  | { readonly status: 'done'; readonly submission: SubmissionDetail }
  | { readonly status: 'not-found' }
  | { readonly status: 'refused'; readonly decision: Decision }
  /** The state does not allow it: an approved submission cannot be withdrawn. */
  | { readonly status: 'wrong-state'; readonly submission: SubmissionDetail }
  /** Somebody wrote since: what the writer had seen, and what stands there now. */
  | {
      readonly status: 'clash';
      readonly seen: Proposal | null;
      readonly submission: SubmissionDetail;
    }
  /** At approval: it would no longer do what the approver was shown. */
  | {
      readonly status: 'effect-changed';
      readonly submission: SubmissionDetail;
      readonly effect: ReviewEffect;
    }
  | { readonly status: 'invalid'; readonly faults: readonly ProposalFault[] };

export type FileResult =
  | SubmissionResult
  | {
      readonly status: 'file-refused';
      readonly reason: 'empty' | 'too-large' | 'wrong-type' | 'too-many';
    };

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Which write this is part of: who asks, and the HTTP request's id for the log. */
export interface By {
  readonly actor: Actor;
  readonly request: string;
}

export interface ListFilter {
  readonly states?: readonly SubmissionState[];
  readonly awaiting?: Awaiting;
  readonly division?: string;
}

export interface Submissions {
  /**
   * Starts a draft for a county, the development zone or the prefecture. `key`, made with the empty
   * form: the same form sent twice makes one draft; sent again with other words, it is a clash.
   */
  draft(by: By, division: string, proposal: Proposal, key?: string): Promise<SubmissionResult>;
  /** Saves a draft, or a returned or withdrawn submission, which becomes a draft again. */
  save(by: By, id: string, version: number, proposal: Proposal): Promise<SubmissionResult>;
  /** Saves and submits as one write. A title that counts needs its document with a file. */
  submit(by: By, id: string, version: number, proposal: Proposal): Promise<SubmissionResult>;
  /** Takes back a draft, a returned submission, or one that nobody has decided on yet. */
  withdraw(by: By, id: string, version: number): Promise<SubmissionResult>;
  /** The county head passes it on to the city. */
  check(by: By, id: string, version: number): Promise<SubmissionResult>;
  /** Back to the author, with the reason in words: by whoever's turn it is, the county head or the city. */
  sendBack(by: By, id: string, version: number, reason: string): Promise<SubmissionResult>;
  /** Writes events, reporting dates and audit rows in one transaction. `effect`: `fingerprint` of what was shown. */
  approve(by: By, id: string, version: number, effect: string): Promise<SubmissionResult>;
  /**
   * A draft that takes back every record of it that nobody has changed since (domain/undo.ts);
   * `nothing`: there is none.
   */
  undo(
    by: By,
    id: string,
    reason: string,
  ): Promise<SubmissionResult | { readonly status: 'nothing' }>;
  attach(by: By, id: string, version: number, upload: Upload): Promise<FileResult>;
  detach(by: By, id: string, version: number, hash: string): Promise<SubmissionResult>;
  /** "Nothing new": moves the reporting dates at once (decision 0012). `tracks` are ids. */
  confirmNothingNew(
    by: By,
    division: string,
    tracks: readonly string[],
    completeTo: string,
  ): Promise<
    | { readonly status: 'done' }
    | { readonly status: 'refused'; readonly decision: Decision }
    | { readonly status: 'invalid'; readonly faults: readonly ProposalFault[] }
  >;

  /** Those the actor may read, newest first. */
  list(actor: Actor, filter?: ListFilter): Promise<readonly SubmissionSummary[]>;
  /**
   * What the desk of a division shows, as far as the actor may read it: every draft and all that was
   * submitted or returned, then the newest `mostFinished` of the approved and withdrawn.
   */
  desk(actor: Actor, division: string, mostFinished: number): Promise<readonly SubmissionSummary[]>;
  find(actor: Actor, id: string): Promise<SubmissionDetail | null>;
  /** What it said at a version, to who may read it; `null`: there is no such version. */
  proposalAt(actor: Actor, id: string, version: number): Promise<Proposal | null>;
  /** What a decision about it asks, whoever it is that asks: for the guard, who logs a refusal. */
  subjectOf(id: string): Promise<Required<Subject> | null>;
  /** What it would change if it were approved now. */
  effect(submission: Pick<SubmissionSummary, 'id' | 'division' | 'proposal'>): ReviewEffect;
  /** A file of a submission the actor may read. The download is logged. */
  file(
    by: By,
    id: string,
    hash: string,
  ): Promise<(AttachedFile & { readonly bytes: Uint8Array }) | null>;
}
