/** Columns that say the same in every row: a row that is cut out and passed on still says of what day it is. */
import type { MapNotes } from './map-notes.ts';
import type { ExportLanguage, Provenance } from './provenance.ts';
import { textColumn, type ColumnOf } from './table.ts';

export interface FileFacts {
  readonly provenance: Provenance;
  /** The day up to which every row is complete; `null`: of some row nothing was ever reported. */
  readonly dataUpTo: string | null;
  /** What must stand on a map that is made of the file. */
  readonly map: MapNotes;
}

const neverReported = { 'zh-CN': '部分单位从未填报', en: 'some never reported' } as const;

export function provenanceColumns<Fact>(
  { provenance, dataUpTo, map }: FileFacts,
  lang: ExportLanguage,
): readonly ColumnOf<Fact>[] {
  const { at, knownAt, dataVersion, demonstration } = provenance;
  const text = textColumn<Fact>;
  const mark = lang === 'en' ? 'demonstration data' : '演示数据';
  return [
    text(lang, 'as_of', ['截至日期', 'as of', 'as_of', 12, 10], () => at),
    text(
      lang,
      'data_up_to',
      ['数据截止', 'data up to', 'data_to', 18, 24],
      () => dataUpTo ?? neverReported[lang],
    ),
    ...(knownAt === null
      ? []
      : [text(lang, 'known_at', ['按此日记录', 'known at', 'known_at', 12, 10], () => knownAt)]),
    text(lang, 'data_version', ['数据版本', 'data version', 'version', 20, 64], () => dataVersion),
    ...(demonstration
      ? [text(lang, 'demonstration', [mark, mark, 'demo', 12, 24], () => mark)]
      : []),
    text(
      lang,
      'boundary_source',
      ['边界来源', 'boundary source', 'bound_src', 40, 254],
      () => map.boundarySource,
    ),
    text(
      lang,
      'map_approval',
      ['审图号', 'map approval', 'approval', 20, 80],
      () => map.mapApproval,
    ),
  ];
}
