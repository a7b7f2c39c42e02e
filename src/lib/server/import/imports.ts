/** The import of ledgers as routes see it: kept, judged, settled row by row, and made one draft. */
import type { PartialDate } from '../../domain/date.ts';
import type { DivisionCode } from '../../domain/division.ts';
import type { LedgerPreview, LedgerRefusal, RowChoices, Verdict } from '../../domain/ledger.ts';
import type { Actor, Decision, Subject } from '../../domain/permission.ts';
import type { TargetEffect } from '../../domain/review.ts';
import type { ProposalFault } from '../../domain/submission.ts';
import type { WorkbookRefusal } from '../../domain/workbook-refusal.ts';
import type { By } from '../submissions/submissions.ts';

/** What a person settled about a ledger in its preview. */
export interface LedgerChoices {
  readonly rows: RowChoices;
  /** For rows that give no date, or no stage. */
  readonly effective?: PartialDate;
  readonly stage?: string;
}

/** A ledger as it was sent in: the bytes of a file called `name`, or pasted text. */
export interface SentLedger {
  readonly division: DivisionCode;
  readonly track: string;
  readonly name: string;
  readonly kind: 'file' | 'paste';
  /** Of pasted text, in UTF-8. */
  readonly bytes: Uint8Array;
}

/** Without its content. */
export interface KeptLedger {
  readonly id: string;
  readonly division: DivisionCode;
  readonly track: string;
  readonly author: string;
  readonly name: string;
  readonly kind: 'file' | 'paste';
  readonly hash: string;
  readonly choices: LedgerChoices;
  /** RFC 3339 in UTC. */
  readonly uploadedAt: string;
  /** The draft it became; `null`: not confirmed. */
  readonly submission: string | null;
}

/** Lists of rows: those a person has to look at (in doubt, wrong, or settled by a choice), and those of a verdict. */
export const rowLists = ['mend', 'new', 'changed', 'same', 'left-out'] as const;
export type RowList = (typeof rowLists)[number];

/** Rows of one piece of a list. */
export const rowsOfPage = 100;

/** What came of judging a ledger, as it crosses from the process: the rows as JSON, a page each. */
export interface JudgedLedger {
  readonly status: 'judged';
  readonly sheets: LedgerPreview['sheets'];
  readonly document: LedgerPreview['document'];
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Rows in all, and how many changes they make. */
  readonly rowCount: number;
  readonly changeCount: number;
  /** Rows that give no date where none was settled for them all. */
  readonly missingDates: number;
  /** What the changes would do to the targets of the track. */
  readonly targets: readonly TargetEffect[];
  readonly rows: Readonly<
    Record<RowList, { readonly count: number; readonly pages: readonly Uint8Array[] }>
  >;
  /** JSON of the changes. */
  readonly changes: Uint8Array;
  /** The same text for the same outcome: what a person saw is compared by it. */
  readonly fingerprint: string;
}

export type LedgerRefused = {
  readonly status: 'refused';
  readonly reason: WorkbookRefusal | LedgerRefusal;
  readonly values: Readonly<Record<string, string>>;
};

export type KeepResult =
  | { readonly status: 'done'; readonly id: string }
  | LedgerRefused
  | { readonly status: 'not-allowed'; readonly decision: Decision }
  /** No such track of townships or villages, or no such division to report for. */
  | { readonly status: 'invalid'; readonly field: 'division' | 'track' };

export type ConfirmResult =
  | { readonly status: 'done'; readonly submission: string }
  | { readonly status: 'not-found' }
  | { readonly status: 'not-allowed'; readonly decision: Decision }
  | LedgerRefused
  /** It would no longer come to what was shown. */
  | { readonly status: 'changed' }
  /** Everything is on record already. */
  | { readonly status: 'nothing' }
  /** Rows are in doubt or wrong, and nobody said that they are to be left out. */
  | { readonly status: 'unsettled' }
  | { readonly status: 'invalid'; readonly faults: readonly ProposalFault[] };

export interface RowNote {
  readonly sheet: string;
  readonly headerRow: number | null;
  readonly notes: readonly { readonly row: number; readonly text: string }[];
}

export interface Imports {
  /** Reads and judges it; a ledger that can be judged is kept, and the old ones are removed. */
  keep(by: By, sent: SentLedger): Promise<KeepResult>;
  /** Those of this person that are not confirmed, newest first. */
  unfinished(actor: Actor): Promise<readonly KeptLedger[]>;
  /** For the guard, who logs a refusal. */
  subjectOf(id: string): Promise<Required<Subject> | null>;
  find(actor: Actor, id: string): Promise<KeptLedger | null>;
  /** By the facts as they are now. */
  judge(ledger: KeptLedger): Promise<JudgedLedger | LedgerRefused>;
  /** Adds what a person settled; `null` for a row takes its choice back. */
  choose(
    by: By,
    id: string,
    chosen: {
      readonly rows: Readonly<Record<string, DivisionCode | '' | null>>;
      readonly effective?: PartialDate | undefined;
      readonly stage?: string | undefined;
    },
  ): Promise<'done' | 'not-found' | 'confirmed'>;
  /**
   * Makes one draft of all changes, in one transaction. `fingerprint`: of what was shown; `isWithout`:
   * rows in doubt or wrong are to be left out.
   */
  confirm(by: By, id: string, fingerprint: string, isWithout: boolean): Promise<ConfirmResult>;
  /** The file with one more column of notes. The download is logged. `null`: there is none, or not for this actor. */
  annotated(
    by: By,
    id: string,
    heading: string,
    notes: readonly RowNote[],
  ): Promise<
    | { readonly status: 'annotated'; readonly name: string; readonly bytes: Uint8Array }
    | LedgerRefused
    | null
  >;
}
