/** The headings of a table of a ledger: where they stand, and what its columns are. */
import type { ColumnMeaning, LedgerColumn } from '../../domain/ledger.ts';

export interface Header {
  /** Number of the first row of the headings; of columns that were told, of the row above the first told. */
  readonly row: number;
  /** Place, in `sheet.rows`, of the first row after them. */
  readonly bodyFrom: number;
  readonly columns: readonly LedgerColumn[];
  /** The column of each meaning that is taken; the first of two wins, a shown one before a hidden one. */
  readonly places: ReadonlyMap<ColumnMeaning, TakenColumn>;
  /** Columns of the other tables that stand beside this one under the same headings; from 0. */
  readonly beside: ReadonlySet<number>;
  /** What stands above: titles, the reporter, the date of the list. */
  readonly titles: readonly string[];
}

export interface TakenColumn {
  /** From 0. */
  readonly index: number;
  readonly letter: string;
  readonly heading: string;
}
