/** Merged cells: what stands under a merge is not shown, and may be anything. */
import { mostCells } from './limits.ts';
import type { OpenRow } from './read-sheet.ts';
import { emptyCell } from './read-cell.ts';
import type { Merge, SheetRow } from './workbook.ts';

/**
 * The rows in which something stands once every cell that a merge covers is empty. `null` where merges lie
 * over each other so often that they look at more cells than a sheet has: no program writes that.
 */
export function coverMerges(
  rows: readonly OpenRow[],
  merges: readonly Merge[],
): readonly SheetRow[] | null {
  let looked = 0;
  for (const { top, left, bottom, right } of merges) {
    for (let at = firstFrom(rows, top); at < rows.length; at += 1) {
      const row = rows[at];
      if (row === undefined || row.number > bottom) break;
      const from = row.number === top ? left : left - 1;
      const to = Math.min(right, row.cells.length);
      looked += 1 + Math.max(0, to - from);
      if (looked > 2 * mostCells) return null;
      for (let column = from; column < to; column += 1) row.cells[column] = emptyCell;
    }
  }
  return merges.length === 0
    ? rows
    : rows.filter(({ cells }) => cells.some(({ kind }) => kind !== 'empty'));
}

/** The place of the first row numbered `number` or more. */
function firstFrom(rows: readonly OpenRow[], number: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.number ?? Infinity) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
