/** Columns that say on what a fact rests. */
import type { Source } from '../domain/status.ts';
import type { ExportLanguage } from './provenance.ts';
import { textColumn, type ColumnOf } from './table.ts';

/** The most a shapefile can hold in a column. */
const widest = 254;

/**
 * Title, document number, publisher and date. `prefix` sets several sources of one row apart: of the
 * heading, of the key, and of the field (of at most four letters).
 */
export function sourceColumns<Fact>(
  lang: ExportLanguage,
  sourceOf: (fact: Fact) => Source | undefined,
  prefix: { readonly heading: string; readonly key: string; readonly field: string },
): readonly ColumnOf<Fact>[] {
  const { heading, key, field } = prefix;
  const column = (
    name: keyof Source,
    ends: string,
    [zh, en, short, width, bytes]: readonly [string, string, string, number, number],
  ): ColumnOf<Fact> =>
    textColumn(
      lang,
      key + ends,
      [heading + zh, heading + en, field + short, width, bytes],
      (fact) => sourceOf(fact)?.[name] ?? null,
    );
  return [
    column('title', 'source', ['依据', 'source', 'source', 40, widest]),
    column('documentNumber', 'document_number', ['文号', 'document number', 'doc_no', 24, 80]),
    column('publisher', 'publisher', ['发文机关', 'publisher', 'issuer', 24, 120]),
    column('date', 'source_date', ['依据日期', 'source date', 'doc_date', 12, 10]),
  ];
}
