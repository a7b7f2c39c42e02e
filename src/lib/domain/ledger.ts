/**
 * What a ledger 台账 of townships or villages would change, row by row, before anything is written.
 * Words are for the interface.
 */
import type { DivisionCode } from './division.ts';
import type { Change } from './submission.ts';

/**
 * `new`: would be recorded. `same`: on record already, just so. `changed`: on record otherwise; would
 * be corrected. `doubt`: a person has to choose. `wrong`: cannot be recorded. `left-out`: no row of a
 * ledger (a total, a repeated heading, a note), told so that nobody looks for it.
 */
export const verdicts = ['new', 'changed', 'doubt', 'wrong', 'same', 'left-out'] as const;
export type Verdict = (typeof verdicts)[number];

/** What a column of the ledger says. */
export const columnMeanings = [
  'county',
  'township',
  'village',
  'name',
  'code',
  'stage',
  'effective',
  'documentNumber',
  'documentTitle',
  'publisher',
  'batch',
  /** Of which body's scheme the title is: 市级, 省级, 国家级. */
  'grade',
] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

/** What is to be said of a row: why it is wrong or in doubt, or what was noticed though it is taken. */
export type RowFaultCode =
  /** No division of that name in that county and township; `candidates` are the nearest. */
  | 'unknown-name'
  /** No division has that code. Where the name decides, a remark. */
  | 'unknown-code'
  /** No code at all: not of 9 or 12 digits. Where the name decides, a remark. */
  | 'not-a-code'
  /** A code in scientific notation: its last digits are lost. Where the name decides, a remark. */
  | 'lost-digits'
  /** There is one of that name, elsewhere: in another township or county than the row says. */
  | 'other-place'
  /** Several bear the name, and the row does not say which. */
  | 'ambiguous'
  /** Code and name mean different divisions. */
  | 'code-and-name-differ'
  /** A code that other editions give to the neighbour: a remark where the name decides, else a doubt. */
  | 'other-edition'
  /** Exists, but does not count for the track (a 街道, a statistical unit, a community). */
  | 'not-counted'
  /** Of a county that is not the reporter's. */
  | 'other-county'
  | 'missing-name'
  /** Several names in one cell: which of them the date and the rest are of, nobody can tell. */
  | 'several-names'
  /** A title of another body for much the same places (省级森林乡村), never mixed with ours. */
  | 'other-title'
  /** Ours and another body's in one cell: whose date it is stays open. */
  | 'mixed-titles'
  /** `year`: the one year that the document or batch of the row names; offered, never taken. */
  | 'missing-date'
  | 'not-a-date'
  /** `2021-2023`: years, of which one is meant, or none. */
  | 'date-range'
  /** `第三批` in the column of dates. */
  | 'batch-for-date'
  /** `23.6` and the like: nobody can tell the year. */
  | 'two-digit-year'
  /** `2023.1`, typed as a number: January, or October that lost its nought. */
  | 'one-or-ten'
  | 'future'
  /** The unit did not exist on that date. */
  | 'before-existence'
  | 'unknown-stage'
  /** The same unit stands in an earlier row. */
  | 'twice'
  | 'cell-error'
  | 'formula-without-value'
  | 'too-long'
  /** Remark: the row is hidden in the file; it is taken all the same. */
  | 'hidden-row'
  /** Why a row is left out. */
  | 'total'
  | 'repeated-heading'
  | 'section'
  | 'note'
  /** A line of a form with a place, but without a name and a date. */
  | 'no-name'
  /** The ledger has a column for the state, and it is empty here: nothing is reported of the unit. */
  | 'no-status'
  /** An inference of ours in a register of ours: nobody's report. */
  | 'inferred'
  | 'chosen-out';

export interface RowFault {
  readonly code: RowFaultCode;
  /** Column letters as Excel shows them; `null`: the row as a whole. */
  readonly column: string | null;
  /** What the sentence names: `heading` of the column, `written`, `place`, `row`, `unit`, a limit … */
  readonly values?: Readonly<Record<string, string>>;
}

export interface Candidate {
  readonly code: DivisionCode;
  /** With county and township, as a person tells two of one name apart. */
  readonly path: readonly string[];
}

export interface LedgerRow {
  /** By which a choice is made for it: `名单!17`; of a table further right on the sheet `名单!17!F`. */
  readonly key: string;
  readonly sheet: string;
  /** As Excel numbers it. */
  readonly number: number;
  readonly verdict: Verdict;
  /** As the ledger writes them, for a person to recognise the row. */
  readonly written: Readonly<Partial<Record<ColumnMeaning, string>>>;
  readonly unit: DivisionCode | null;
  readonly faults: readonly RowFault[];
  /** At most three, nearest first; only in doubt, or wrong for its name. */
  readonly candidates: readonly Candidate[];
  /** What would be recorded; only `new` and `changed`. */
  readonly change: Change | null;
}

export interface LedgerColumn {
  readonly letter: string;
  readonly heading: string;
  /** `null`: nothing of it is taken. */
  readonly meaning: ColumnMeaning | null;
}

export interface LedgerPreview {
  /** One for each table: a sheet may have several, below or beside each other. */
  readonly sheets: readonly {
    readonly name: string;
    /** Row of the headings; `null`: no ledger on it, so it was left out. */
    readonly headerRow: number | null;
    readonly columns: readonly LedgerColumn[];
  }[];
  readonly rows: readonly LedgerRow[];
  readonly counts: Readonly<Record<Verdict, number>>;
  /** The document, where every row names the same one. */
  readonly document: {
    readonly title?: string;
    readonly documentNumber?: string;
    readonly publisher?: string;
  };
}

/** Why nothing of a readable workbook is a ledger. */
export type LedgerRefusal =
  /** No sheet has a row that heads a column of names. */
  | 'no-header'
  | 'no-rows'
  /** The columns that were told name no unit from the first row that was told. */
  | 'no-told-rows'
  /** The ledger is of another track than asked, as far as its headings and titles say. */
  | 'other-track';

/** Choices a person made in the preview: key of the row → code, or '' to leave it out. */
export type RowChoices = Readonly<Record<string, DivisionCode | ''>>;
