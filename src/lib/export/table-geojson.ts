/**
 * A table as GeoJSON (RFC 7946, CRS84, degrees): a feature for each row, with its position or without
 * one (§3.2: a feature without a position has the geometry null). No position is ever made up.
 */
import type { Feature, FeatureCollection } from 'geojson';
import type { ExportTable, TableGeometry, TableValue } from './table.ts';

/** RFC 7946 §6.1 allows members of one's own beside the standard's. */
export type TableGeojson<Metadata> = FeatureCollection<
  TableGeometry | null,
  Readonly<Record<string, TableValue>>
> & { readonly metadata: Metadata };

export function tableGeojson<Metadata>(
  { columns, rows }: ExportTable,
  metadata: Metadata,
): TableGeojson<Metadata> {
  return {
    type: 'FeatureCollection',
    metadata,
    features: rows.map(
      ({ code, geometry, values }): Feature<TableGeometry | null, Record<string, TableValue>> => ({
        type: 'Feature',
        id: code,
        geometry,
        properties: Object.fromEntries(
          columns.map(({ key }, index) => [key, values[index] ?? null]),
        ),
      }),
    ),
  };
}
