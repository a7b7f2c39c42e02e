/** Looking up in lists that ascend. */

/** How many values at the start of the list `isBefore` holds for: all that do stand before all that do not. */
export function countLeading<T>(ascending: readonly T[], isBefore: (value: T) => boolean): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const value = ascending[middle];
    if (value !== undefined && isBefore(value)) from = middle + 1;
    else to = middle;
  }
  return from;
}
