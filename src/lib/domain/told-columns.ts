/** What a person says of a table whose headings are unknown: what its columns are, and where its rows begin. */
import type { Level } from './division.ts';
import { columnMeanings, type ColumnMeaning } from './ledger.ts';

export interface ToldColumn {
  /** From 0. */
  readonly index: number;
  readonly meaning: ColumnMeaning;
}

export interface ToldTable {
  /** Name of the sheet. */
  readonly sheet: string;
  /** Number of the first row that is about a unit, as Excel counts. */
  readonly firstRow: number;
  readonly columns: readonly ToldColumn[];
}

/** A table as it is shown to whom it is asked of. */
export interface TableToTell {
  readonly sheet: string;
  /** Its headings were known, or its columns were told. */
  readonly isRead: boolean;
  /** Whether its cells speak for themselves: some column holds names or codes of units. */
  readonly namesUnits: boolean;
  readonly columns: readonly {
    readonly index: number;
    readonly letter: string;
    /** As read, or by what stands in its cells; `null`: nothing. */
    readonly meaning: ColumnMeaning | null;
  }[];
  /** The first few, as written. */
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
  /** As read, or the first in which a unit stands. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** What was told of it before. */
  readonly told: ToldTable | null;
}

/** What a column of a ledger of this level can be. A township's says no village. */
export function meaningsOf(level: Level): readonly ColumnMeaning[] {
  return columnMeanings.filter((meaning) => meaning !== 'village' || level === 'village');
}

/** Whether the columns say of which units the rows are: by name, or by code. */
export function nameUnits(meanings: Iterable<ColumnMeaning>, level: Level): boolean {
  return [...meanings].some((each) => each === level || each === 'name' || each === 'code');
}
