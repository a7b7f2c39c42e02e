/** What the columns say in one row, of merged cells too. */
import type { ColumnMeaning } from '../../domain/ledger.ts';
import type { Cell, Sheet, SheetRow } from '../spreadsheet/workbook.ts';
import { maxCellText, maxNameText, readCell, type CellReading } from './cell-text.ts';
import type { Header } from './header.ts';
import { indexMerges } from './merged-cells.ts';

/** What one column says in one row. */
export interface Field {
  /** Letter of the column; `null` where a line over the rows, or the sheet's title, says it. */
  readonly letter: string | null;
  readonly heading: string;
  readonly cell: Cell;
  readonly reading: Exclude<CellReading, { status: 'empty' }>;
}

export type Fields = Partial<Record<ColumnMeaning, Field>>;

const isOfDocument: ReadonlySet<ColumnMeaning> = new Set([
  'documentNumber',
  'documentTitle',
  'publisher',
  'batch',
]);

/** Reads what the columns of meaning say; of a merged cell, in every row it covers but the unit's own. */
export function fieldReader(sheet: Sheet, header: Header, main: ColumnMeaning) {
  const taken = [...header.places].filter(([meaning]) => meaning !== main && meaning !== 'code');
  const merged = indexMerges(
    sheet,
    taken.map(([, { index }]) => index),
  );
  return (row: SheetRow): Fields => {
    const fields: Fields = {};
    for (const [meaning, { index, letter, heading }] of header.places) {
      const cell = merged(row.number, index) ?? row.cells[index];
      const reading = readCell(cell, isOfDocument.has(meaning) ? maxCellText : maxNameText);
      if (cell && reading.status !== 'empty') fields[meaning] = { letter, heading, cell, reading };
    }
    return fields;
  };
}

export function textOf(field: Field | undefined): string | undefined {
  return field?.reading.status === 'text' ? field.reading.text : undefined;
}

/** What is said for several rows at once, outside the columns. */
export function saidAbove(text: string): Field {
  return {
    letter: null,
    heading: '',
    cell: { kind: 'text', text },
    reading: { status: 'text', text },
  };
}
