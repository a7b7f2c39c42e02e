/** Documents as a list of sources cites them. */
import type { Source } from '../domain/status.ts';
import type { Sentences } from '../i18n/sentences.ts';

export interface SourceView {
  readonly id: string;
  /** Titles, publishers and notes are Chinese in every language of the page. */
  readonly title: string;
  readonly publisher: string;
  readonly date: string | null;
  readonly documentNumber: string | null;
  readonly location: string | null;
  /** The location, where it is an address to follow. */
  readonly href: string | null;
  readonly note: string | null;
}

export function sourceView(source: Source, say: Sentences): SourceView {
  const location = source.location ?? null;
  return {
    id: source.id,
    title: source.title,
    publisher: source.publisher,
    date: source.date ? say.format.date(source.date) : null,
    documentNumber: source.documentNumber ?? null,
    location,
    href: location !== null && /^https?:\/\//.test(location) ? location : null,
    note: source.note ?? null,
  };
}
