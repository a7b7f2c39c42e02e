/** The pages of a register, and the ways between them. */
import type { Sentences } from '../i18n/sentences.ts';

export const rowsPerPage = 100;

export interface PageLinkView {
  readonly page: number;
  readonly label: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

export interface PagerView {
  readonly text: string;
  readonly previous: string | null;
  readonly next: string | null;
  /** Ascending; `null` stands for pages left out. */
  readonly pages: readonly (PageLinkView | null)[];
}

/** How many pages so many rows take; an empty register has one. */
export function pagesOf(rows: number): number {
  return Math.max(1, Math.ceil(rows / rowsPerPage));
}

/** `null` where there is but one page: nothing to choose. */
export function registerPager(
  page: number,
  pages: number,
  hrefOf: (page: number) => string,
  say: Sentences,
): PagerView | null {
  if (pages <= 1) return null;
  return {
    text: say.register.pageOf(page, pages),
    previous: page > 1 ? hrefOf(page - 1) : null,
    next: page < pages ? hrefOf(page + 1) : null,
    pages: offered(page, pages).map((number) =>
      number === null
        ? null
        : {
            page: number,
            label: say.register.pageName(number),
            href: hrefOf(number),
            isCurrent: number === page,
          },
    ),
  };
}

/** The first, the last and those beside the page at hand; a gap of one page is filled by that page. */
function offered(page: number, pages: number): readonly (number | null)[] {
  const all = Array.from({ length: pages }, (_, index) => index + 1);
  const near = (number: number) => number === 1 || number === pages || Math.abs(number - page) <= 1;
  const isOffered = (number: number) => near(number) || (near(number - 1) && near(number + 1));
  return all.flatMap((number) => {
    if (isOffered(number)) return [number];
    return isOffered(number - 1) ? [null] : [];
  });
}
