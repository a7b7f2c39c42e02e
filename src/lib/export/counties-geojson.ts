/**
 * `counties.geojson`: the counties a view shows, in its order, with how each stands. RFC 7946, CRS84,
 * degrees; what has no outline of its own is there without one (§3.2).
 * Properties are flat, one value each, because that is what QGIS and ArcGIS show as columns.
 */
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { CountyRow, Selection } from '../domain/select.ts';
import type { Measure, TrackStanding, UnitTally } from '../domain/standing.ts';
import type { CountyCollection } from '../map/geometry.ts';
import type { MapNotes } from './map-notes.ts';
import { earliestDay } from './notes.ts';
import { datum } from './position-columns.ts';
import type { ExportLanguage, Provenance } from './provenance.ts';

type Value = string | number | boolean | null;
export type CountyExportProperties = Readonly<Record<string, Value>>;

/** RFC 7946 §6.1 allows members of one's own beside the standard's. */
export interface CountyExport extends FeatureCollection<
  Polygon | MultiPolygon | null,
  CountyExportProperties
> {
  readonly metadata: Provenance &
    MapNotes & {
      readonly title: string;
      readonly theme: string;
      /** What the classes of townships and villages are shares of: `quota` or `eligible`. */
      readonly measure: Measure | null;
      /** The day up to which every county has reported what the theme shows. */
      readonly dataUpTo: string | null;
      readonly datum: string;
    };
}

export interface CountyExportInput {
  readonly selection: Selection;
  readonly counties: CountyCollection;
  /** Only this county; `null`: all that the filter shows. */
  readonly county: string | null;
  readonly title: string;
  readonly provenance: Provenance;
  readonly notes: MapNotes;
  readonly lang: ExportLanguage;
}

export function countiesGeojson(input: CountyExportInput): CountyExport {
  const { selection, counties, county, lang } = input;
  const rows = selection.rows.filter(
    ({ division, isShown }) => isShown && (county === null || division.code === county),
  );
  const shapes = new Map(
    counties.features.map(({ properties, geometry }) => [properties.code, geometry]),
  );
  return {
    type: 'FeatureCollection',
    metadata: {
      title: input.title,
      theme: selection.query.theme,
      measure: selection.measure,
      ...input.provenance,
      dataUpTo: earliestDay(rows.map(({ reportedTo }) => reportedTo)),
      datum,
      ...input.notes,
    },
    features: rows.map((row): Feature<Polygon | MultiPolygon | null, CountyExportProperties> => ({
      type: 'Feature',
      id: row.division.code,
      geometry: shapes.get(row.division.code) ?? null,
      properties: propertiesOf(row, lang),
    })),
  };
}

function propertiesOf(row: CountyRow, lang: ExportLanguage): CountyExportProperties {
  const { division, national, provincial, townships, villages } = row;
  return {
    code: division.code,
    name: division.name,
    name_en: division.nameEn,
    kind: division.kind,
    class: row.classId,
    class_possible: row.isPossible,
    class_unreported: row.isUnreported,
    reported_to: row.reportedTo,
    ...trackProperties(national, lang),
    ...trackProperties(provincial, lang),
    ...tallyProperties('townships', townships),
    ...tallyProperties('villages', villages),
  };
}

function trackProperties(standing: TrackStanding, lang: ExportLanguage): CountyExportProperties {
  const { track, stage, event } = standing;
  return {
    [`${track}_stage`]: stage?.id ?? null,
    [`${track}_stage_name`]: stage?.name[lang] ?? null,
    [`${track}_effective`]: event?.effective ?? null,
    [`${track}_certainty`]: standing.certainty,
    [`${track}_event`]: event?.id ?? null,
    [`${track}_source`]: event?.source ?? null,
    [`${track}_reported_to`]: standing.reportedTo,
  };
}

function tallyProperties(name: string, tally: UnitTally): CountyExportProperties {
  return {
    [`${name}_counted`]: tally.counted,
    [`${name}_possible`]: tally.possible,
    [`${name}_eligible`]: tally.eligible,
    [`${name}_quota`]: tally.quota,
    [`${name}_reported_to`]: tally.reportedTo,
  };
}
