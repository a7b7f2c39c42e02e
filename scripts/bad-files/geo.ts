/** The bad files of positions; `tests/fixtures/bad-files/geo/` holds them, but for the large ones. */
import { badArchives } from './geo-archive.ts';
import type { BadGeoFile } from './geo-file.ts';
import { badGeojsonPlaces } from './geo-json-places.ts';
import { badGeojson } from './geo-json.ts';
import { badShapefiles } from './geo-shapefile.ts';
import { badSystems } from './geo-systems.ts';

export const badGeoFiles: readonly BadGeoFile[] = [
  ...badGeojson,
  ...badGeojsonPlaces,
  ...badShapefiles,
  ...badSystems,
  ...badArchives,
];
