/**
 * Whether a request that may write comes from the site's own pages (issue 3 §10). SvelteKit asks this
 * of forms only; here every unsafe method is asked, whatever the content type.
 */

export interface AskedFrom {
  readonly method: string;
  /** Headers as sent; `null` where absent. */
  readonly origin: string | null;
  readonly secFetchSite: string | null;
  /** The site's own origin: the one set, else scheme and host of the request. */
  readonly site: string;
}

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Browsers send `Origin` with every unsafe request and let no page choose it (Fetch Standard §3.2).
 * Where they hide it (`null`, under a strict referrer policy) or leave it out, only their own word
 * that the page is of the same origin counts: what says neither is refused.
 */
export function isFromOwnPages({ method, origin, secFetchSite, site }: AskedFrom): boolean {
  if (safeMethods.has(method)) return true;
  if (origin === null || origin === 'null') return secFetchSite === 'same-origin';
  return origin.toLowerCase() === site.toLowerCase();
}
