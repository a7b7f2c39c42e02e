/**
 * A workbook as the import sees it, whether it came as .xlsx, as .csv or was pasted: sheets of rows of
 * cells, with nothing of the file's own format left but where each cell stood.
 */
import type { WorkbookRefusal } from '../../domain/workbook-refusal.ts';

export type { WorkbookRefusal };

/** What a cell holds. Text stands as in the file; a date is a calendar day, whatever date system the workbook counts in. */
export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `YYYY-MM-DD`. */
  | { readonly kind: 'date'; readonly day: string }
  /** `#REF!`, `#N/A` … */
  | { readonly kind: 'error'; readonly text: string }
  /** A formula whose result the file does not carry. */
  | { readonly kind: 'formula'; readonly text: string };

export interface SheetRow {
  /** As Excel numbers it, from 1. */
  readonly number: number;
  readonly isHidden: boolean;
  /** From column A; the end may be left out, and a cell that a merge covers is empty. */
  readonly cells: readonly Cell[];
}

/** Cells joined into one, whose content stands in the first. Rows and columns from 1, both ends within. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Only rows in which something stands, in order. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  /** First and last column of each hidden stretch, from 1; left out: none is hidden. */
  readonly hiddenColumns?: readonly (readonly [from: number, to: number])[];
}

export interface Workbook {
  readonly kind: 'xlsx' | 'csv' | 'paste';
  /** Of a text file: as it was found. */
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' | null;
  readonly sheets: readonly Sheet[];
}

export type ReadWorkbook =
  | { readonly status: 'read'; readonly workbook: Workbook }
  | {
      readonly status: 'refused';
      readonly reason: WorkbookRefusal;
      /** Values the sentence names: a size, a limit, a sheet. */
      readonly values?: Readonly<Record<string, string>>;
    };
