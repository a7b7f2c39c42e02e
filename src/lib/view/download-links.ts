/** The ways to take a page away. */
import type { Sentences } from '../i18n/sentences.ts';

export interface DownloadsView {
  readonly label: string;
  readonly links: readonly { readonly label: string; readonly href: string }[];
}

/**
 * `path` without its ending; `query` of the page, beginning with `?`, or empty. The language stands in
 * the address: a file has no cookie to ask. A shapefile is offered where something has a position.
 */
export function downloadLinks(
  path: string,
  query: string,
  hasPositions: boolean,
  { download, language }: Sentences,
): DownloadsView {
  const asked = `${query}${query === '' ? '?' : '&'}lang=${language}`;
  return {
    label: download.label,
    links: Object.entries(download.formats)
      .filter(([ending]) => hasPositions || ending !== 'shp.zip')
      .map(([ending, label]) => ({ label, href: `${path}.${ending}${asked}` })),
  };
}
