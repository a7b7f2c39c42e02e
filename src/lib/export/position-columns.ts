/** Columns that say where a unit lies, as far as that is on record. */
import type { DivisionCode } from '../domain/division.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { ExportLanguage } from './provenance.ts';
import { degreesColumn, textColumn, type ColumnOf } from './table.ts';

/** Of all that is on record: positions imported in WGS-84 are taken for the same, as surveys do. */
export const datum = 'CGCS2000';

const kinds = {
  'zh-CN': { point: '点', outline: '范围' },
  en: { point: 'point', outline: 'outline' },
} as const;

/**
 * Longitude and latitude of a point, in decimal degrees; empty where no position is on record, and of
 * an outline too: a centroid would be a position nobody has given. The headings are those by which
 * our own import finds coordinates.
 */
export function positionColumns<Fact>(
  { places, sources }: Pick<Knowledge, 'places' | 'sources'>,
  lang: ExportLanguage,
  codeOf: (fact: Fact) => DivisionCode,
): readonly ColumnOf<Fact>[] {
  const geometryOf = (fact: Fact) => places.get(codeOf(fact))?.geometry ?? null;
  const coordinate = (fact: Fact, axis: 0 | 1): number | null => {
    const geometry = geometryOf(fact);
    return geometry?.type === 'Point' ? (geometry.coordinates[axis] ?? null) : null;
  };
  const text = textColumn<Fact>;
  return [
    degreesColumn(lang, 'longitude', ['经度', 'longitude', 'longitude'], (fact: Fact) =>
      coordinate(fact, 0),
    ),
    degreesColumn(lang, 'latitude', ['纬度', 'latitude', 'latitude'], (fact: Fact) =>
      coordinate(fact, 1),
    ),
    text(lang, 'datum', ['坐标系', 'datum', 'datum', 12, 12], (fact) =>
      geometryOf(fact) === null ? null : datum,
    ),
    text(lang, 'position', ['位置类型', 'position as', 'pos_kind', 10, 12], (fact) => {
      const geometry = geometryOf(fact);
      if (geometry === null) return null;
      return kinds[lang][geometry.type === 'Point' ? 'point' : 'outline'];
    }),
    text(
      lang,
      'position_source',
      ['位置依据', 'position by', 'pos_source', 30, 254],
      (fact) => sources.get(places.get(codeOf(fact))?.source ?? '')?.title ?? null,
    ),
  ];
}
