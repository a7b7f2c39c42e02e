/** A ledger as it should not be sent, and what the site has to answer to it. */
import type { WorkbookRefusal } from '../../src/lib/domain/workbook-refusal.ts';
import type { Cell, Merge } from '../../src/lib/server/spreadsheet/workbook.ts';

/** What must be found in a sheet. */
export interface ExpectedSheet {
  readonly name?: string;
  readonly isHidden?: boolean;
  /** How many rows have something in them. */
  readonly rows?: number;
  readonly hiddenRows?: readonly number[];
  readonly merges?: readonly Merge[];
  /** By place: `B3`. Without an entry the cell may hold anything. */
  readonly cells?: Readonly<Record<string, Cell>>;
}

export interface BadSpreadsheet {
  /** Under `tests/fixtures/bad-files/spreadsheet/`. */
  readonly name: string;
  /** What is wrong or odd about it, in a sentence. */
  readonly says: string;
  /** The same bytes each time. */
  readonly make: () => Uint8Array;
  /** Too large to keep: made when it is needed. */
  readonly isLarge?: true;
  readonly expect:
    | { readonly refused: WorkbookRefusal }
    | { readonly read: readonly ExpectedSheet[]; readonly encoding?: string };
}

export const text = (of: string): Cell => ({ kind: 'text', text: of });
export const number = (value: number): Cell => ({ kind: 'number', value });
export const date = (day: string): Cell => ({ kind: 'date', day });
export const empty: Cell = { kind: 'empty' };

/** A file that is not read, and why. */
export const refused = (
  name: string,
  says: string,
  reason: WorkbookRefusal,
  make: () => Uint8Array,
): BadSpreadsheet => ({ name, says, make, expect: { refused: reason } });

/** A workbook that is read. */
export const reads = (
  name: string,
  says: string,
  read: readonly ExpectedSheet[],
  make: () => Uint8Array,
): BadSpreadsheet => ({ name, says, make, expect: { read } });

/** Too large to keep among the fixtures. */
export const large = (file: BadSpreadsheet): BadSpreadsheet => ({ ...file, isLarge: true });
