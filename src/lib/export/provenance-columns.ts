/** Columns that say the same in every row: a row that is cut out and passed on still says of what day it is. */
import type { ExportLanguage, Provenance } from './provenance.ts';
import { textColumn, type ColumnOf } from './table.ts';

export function provenanceColumns<Fact>(
  { at, knownAt, dataVersion, demonstration }: Provenance,
  lang: ExportLanguage,
): readonly ColumnOf<Fact>[] {
  const text = textColumn<Fact>;
  const mark = lang === 'en' ? 'demonstration data' : '演示数据';
  return [
    text(lang, 'as_of', ['截至日期', 'as of', 'as_of', 12, 10], () => at),
    ...(knownAt === null
      ? []
      : [text(lang, 'known_at', ['按此日记录', 'known at', 'known_at', 12, 10], () => knownAt)]),
    text(lang, 'data_version', ['数据版本', 'data version', 'version', 20, 64], () => dataVersion),
    ...(demonstration
      ? [text(lang, 'demonstration', [mark, mark, 'demo', 12, 24], () => mark)]
      : []),
  ];
}
