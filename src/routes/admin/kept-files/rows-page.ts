/** The page of a list of rows that an address asks for. */
import { fromJsonBytes, type RowPages } from '$lib/server/kept-files/row-pages.ts';
import type { RowsPage } from '$lib/view/office/row-lists.ts';

/** The list an address asks for; else the first that has rows, or the first of all. */
export function listOf<List extends string>(
  lists: readonly [List, ...List[]],
  rows: Readonly<Record<List, RowPages>>,
  asked: string | null,
): List {
  return (
    lists.find((each) => each === asked) ?? lists.find((each) => rows[each].count > 0) ?? lists[0]
  );
}

/** Beyond the ends of a list its nearest page. */
export function rowsPage<Row>({ count, pages }: RowPages, asked: string | null): RowsPage<Row> {
  const number = /^\d{1,6}$/.test(asked ?? '') ? Number(asked) : 1;
  const page = Math.min(Math.max(1, number), Math.max(1, pages.length));
  const bytes = pages[page - 1];
  return { count, page, pages: pages.length, rows: bytes ? fromJsonBytes<Row>(bytes) : [] };
}

/** How many rows each list has. */
export function listCounts<List extends string>(
  lists: readonly List[],
  rows: Readonly<Record<List, RowPages>>,
): Readonly<Record<List, number>> {
  return Object.fromEntries(lists.map((each) => [each, rows[each].count])) as Record<List, number>;
}
