/** Cells of a merge that is several rows high stand in its first row; the rows below have them too. */
import type { Cell, Merge, Sheet } from '../spreadsheet/workbook.ts';

/** The cell a merge puts into this row and column (row from 1, column from 0); `undefined`: none does. */
export type MergedCell = (row: number, column: number) => Cell | undefined;

/** Only of the columns asked for: a file may hold a hundred thousand merges elsewhere. */
export function indexMerges(sheet: Sheet, columns: Iterable<number>): MergedCell {
  const firstRows = new Map(sheet.rows.map((row) => [row.number, row.cells]));
  const ofColumn = new Map<number, Merge[]>([...columns].map((column) => [column, []]));
  for (const merge of sheet.merges) {
    if (merge.bottom > merge.top) ofColumn.get(merge.left - 1)?.push(merge);
  }
  for (const merges of ofColumn.values()) merges.sort((a, b) => a.top - b.top);
  return (row, column) => {
    const merge = lastFrom(ofColumn.get(column) ?? [], row);
    return merge && merge.bottom >= row ? firstRows.get(merge.top)?.[column] : undefined;
  };
}

/** Rows that one cell takes up over at least three columns: a title, or a line between the rows. */
export function wideRows(sheet: Sheet): ReadonlySet<number> {
  const isWide = ({ left, right, top, bottom }: Merge): boolean =>
    right - left >= 2 && top === bottom;
  return new Set(sheet.merges.filter(isWide).map(({ top }) => top));
}

/** The last merge that begins in the row or above it; merges of one column do not overlap. */
function lastFrom(ascending: readonly Merge[], row: number): Merge | undefined {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ascending[middle]?.top ?? Infinity) <= row) from = middle + 1;
    else to = middle;
  }
  return ascending[from - 1];
}
