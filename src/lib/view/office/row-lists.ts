/** Rows of a preview, in lists of which a page is shown: the pages, and the links from one to the other. */
import type { Sentences } from '../../i18n/sentences.ts';

/** A list of rows, a page of it read. */
export interface RowsPage<Row> {
  readonly count: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly rows: readonly Row[];
}

export interface PagerView {
  readonly told: string;
  readonly previous: string | null;
  readonly next: string | null;
}

export interface ListLink {
  readonly title: string;
  readonly href: string;
  readonly isHere: boolean;
}

/** What is shown: a page of the rows to mend, and one of another list. */
export interface ShownPages<List extends string> {
  readonly mend: number;
  readonly list: List;
  readonly page: number;
}

/** The same page of the site with these pages of its lists. */
export function rowsHref({ mend, list, page }: ShownPages<string>): string {
  const query = new URLSearchParams({ rows: list });
  if (page > 1) query.set('page', String(page));
  if (mend > 1) query.set('mend', String(mend));
  return `?${query}`;
}

/** `null`: there is no other page. */
export function pagerOf(
  { page, pages }: Pick<RowsPage<unknown>, 'page' | 'pages'>,
  href: (page: number) => string,
  { importing }: Sentences,
): PagerView | null {
  if (pages <= 1) return null;
  return {
    told: importing.pageOf(page, pages),
    previous: page > 1 ? href(page - 1) : null,
    next: page < pages ? href(page + 1) : null,
  };
}

/** Links to the first page of each list. */
export function listLinks<List extends string>(
  lists: readonly List[],
  shown: ShownPages<List>,
  titleOf: (list: List) => string,
): readonly ListLink[] {
  return lists.map((list) => ({
    title: titleOf(list),
    href: rowsHref({ ...shown, list, page: 1 }),
    isHere: list === shown.list,
  }));
}
