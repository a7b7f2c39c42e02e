/** Rows in columns, for a terminal. */

/** Chinese characters take two columns. */
function widthOf(text: string): number {
  return [...text].reduce((width, char) => width + (char > '\u2e7f' ? 2 : 1), 0);
}

/** Lines in which each column is as wide as its widest cell. */
export function tableLines(rows: readonly (readonly string[])[]): readonly string[] {
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
}
