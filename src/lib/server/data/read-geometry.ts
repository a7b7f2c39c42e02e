import { existsSync } from 'node:fs';
import type { SiteGeometry } from '../../map/geometry.ts';
import { contextSchema, countiesSchema, seatsSchema, type Seats } from './geojson-schema.ts';
import { readJsonFile, type FileResult } from './read-file.ts';

/** The two layers of the map, each well formed; their geometry is not judged here. */
export function readGeometry(counties: string, context: string): FileResult<SiteGeometry> {
  const readCounties = readJsonFile(counties, countiesSchema);
  const readContext = readJsonFile(context, contextSchema);
  if (readCounties.status === 'ok' && readContext.status === 'ok') {
    return { status: 'ok', value: { counties: readCounties.value, context: readContext.value } };
  }
  const faults = [readCounties, readContext].flatMap((read) =>
    read.status === 'invalid' ? read.faults : [],
  );
  return { status: 'invalid', faults };
}

/** The counties' seats; none where there is no file, as it only serves to check the others. */
export function readSeats(path: string): FileResult<Seats> {
  if (existsSync(path)) return readJsonFile(path, seatsSchema);
  return { status: 'ok', value: { type: 'FeatureCollection', features: [] } };
}
