/**
 * Levenshtein's distance: how many insertions, deletions and replacements make one the other. Of what is
 * more than `most` apart it answers only that it is (`most + 1`).
 */
export function editDistance(a: readonly string[], b: readonly string[], most = Infinity): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  // One row of the table, overwritten as it is read: this runs for every name of a county.
  const row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 0; i < a.length; i += 1) {
    let diagonal = i;
    let left = i + 1;
    let least = left;
    for (let j = 0; j < b.length; j += 1) {
      const up = row[j + 1] ?? 0;
      const replaced = a[i] === b[j] ? diagonal : diagonal + 1;
      diagonal = up;
      row[j] = left;
      left = Math.min(up + 1, left + 1, replaced);
      if (left < least) least = left;
    }
    row[b.length] = left;
    if (least > most) return most + 1;
  }
  return Math.min(row[b.length] ?? 0, most + 1);
}
