/** Rows as they cross from the process that judges a file: JSON, a page each, looked into one at a time. */

/** Rows of one page. */
const rowsOfPage = 100;

/** A list of rows. */
export interface RowPages {
  readonly count: number;
  readonly pages: readonly Uint8Array[];
}

export function rowPages(rows: readonly object[]): RowPages {
  const pages: Uint8Array[] = [];
  for (let at = 0; at < rows.length; at += rowsOfPage) {
    pages.push(jsonBytes(rows.slice(at, at + rowsOfPage)));
  }
  return { count: rows.length, pages };
}

export function jsonBytes(value: readonly object[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** What `jsonBytes` wrote: our own process, so its shape is taken as said. */
export function fromJsonBytes<Item>(bytes: Uint8Array): Item[] {
  return JSON.parse(new TextDecoder().decode(bytes)) as Item[];
}
