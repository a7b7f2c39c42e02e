/** The import of ledgers as routes see it: kept, judged, settled row by row, and made one draft. */
import type { CountyEffect } from '../../domain/county-effect.ts';
import type { PartialDate } from '../../domain/date.ts';
import type { DivisionCode } from '../../domain/division.ts';
import type { LedgerPreview, LedgerRefusal, RowChoices, Verdict } from '../../domain/ledger.ts';
import type { Actor } from '../../domain/permission.ts';
import type { TargetEffect } from '../../domain/review.ts';
import type { TableToTell, ToldTable } from '../../domain/told-columns.ts';
import type { WorkbookRefusal } from '../../domain/workbook-refusal.ts';
import type { Confirmed } from '../kept-files/confirm-kept-file.ts';
import type { JudgedFile } from '../kept-files/judged-file.ts';
import type { KeptFile } from '../kept-files/kept-file.ts';
import type { Chosen, Kept, KeptFiles } from '../kept-files/kept-files.ts';
import type { By } from '../submissions/submissions.ts';
import type { ChangesUnderReview } from './changes-under-review.ts';

/** What a person settled about a ledger in its preview. */
export interface LedgerChoices {
  readonly rows: RowChoices;
  /** For rows that give no date, or no stage. */
  readonly effective?: PartialDate;
  readonly stage?: string;
  /** What the columns are of sheets whose headings do not say it; never an empty list. */
  readonly tables?: readonly ToldTable[];
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
export interface KeptLedger extends KeptFile<LedgerChoices>, Pick<SentLedger, 'track' | 'kind'> {}

/** Lists of rows: those a person has to look at (in doubt, wrong, or settled by a choice), and those of a verdict. */
export const rowLists = ['mend', 'new', 'changed', 'same', 'left-out'] as const;
export type RowList = (typeof rowLists)[number];

/** What came of judging a ledger, as it crosses from the process. */
export interface JudgedLedger extends JudgedFile<RowList, Verdict> {
  readonly sheets: LedgerPreview['sheets'];
  /** Those of whose columns a person may say what they are. */
  readonly tables: readonly TableToTell[];
  readonly document: LedgerPreview['document'];
  /** How many changes its rows make. */
  readonly changeCount: number;
  /** Rows that give no date where none was settled for them all. */
  readonly missingDates: number;
  /** What the changes would do to the targets of the track. */
  readonly targets: readonly TargetEffect[];
  /** And to each county that has one of its units. */
  readonly counties: readonly CountyEffect[];
  /** JSON of the changes. */
  readonly changes: Uint8Array;
}

/** Why a file is no table, or a table no ledger. */
export type LedgerRefused = {
  readonly status: 'refused';
  readonly values: Readonly<Record<string, string>>;
} & (
  | { readonly by: 'workbook'; readonly reason: WorkbookRefusal }
  | {
      readonly by: 'ledger';
      readonly reason: LedgerRefusal;
      /** Of a ledger; of a table of positions nothing is told. */
      readonly tables?: readonly TableToTell[];
    }
);

export type KeepResult =
  | Kept
  | LedgerRefused
  /** No such track of townships or villages, or no such division to report for. */
  | { readonly status: 'invalid'; readonly field: 'division' | 'track' };

export type ConfirmResult = Confirmed | LedgerRefused;

/** What is told of one sheet from now on; `null`: nothing. */
export interface ToldChoice {
  readonly sheet: string;
  readonly told: ToldTable | null;
}

export interface RowNote {
  readonly sheet: string;
  readonly headerRow: number | null;
  readonly notes: readonly { readonly row: number; readonly text: string }[];
}

export type AnnotatedLedger =
  | { readonly status: 'annotated'; readonly name: string; readonly bytes: Uint8Array }
  | LedgerRefused;

export interface Imports extends KeptFiles<KeptLedger> {
  /**
   * Reads and judges it; a ledger that can be judged is kept, and the old ones are removed. So is one that
   * has no headings, but cells that speak for themselves: what its columns are can be told. `wanted` is aborted when nobody
   * waits for the result any more.
   */
  keep(by: By, sent: SentLedger, wanted?: AbortSignal): Promise<KeepResult>;
  /** By the facts as they are now. */
  judge(ledger: KeptLedger): Promise<JudgedLedger | LedgerRefused>;
  /** Which of its changes stand in a submission that is under review. */
  underReview(actor: Actor, judged: Pick<JudgedLedger, 'changes'>): Promise<ChangesUnderReview>;
  /** Adds what a person settled. `null` takes a choice back; what is not named stays as it is. */
  choose(
    by: By,
    id: string,
    chosen: {
      readonly rows: Readonly<Record<string, DivisionCode | '' | null>>;
      readonly effective?: PartialDate | null | undefined;
      readonly stage?: string | null | undefined;
      readonly tables?: readonly ToldChoice[];
    },
  ): Promise<Chosen>;
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
  ): Promise<AnnotatedLedger | null>;
}
