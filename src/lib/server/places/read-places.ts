/** The lines of a file of positions, of whatever format its bytes are. Runs in the process that judges. */
import type { PlaceLevel } from '../../domain/place-import.ts';
import { parseGeodata } from '../geodata/parse-geodata.ts';
import type { DivisionIndex } from '../import/division-index.ts';
import { readBytes } from '../spreadsheet/read-bytes.ts';
import { featureLines } from './feature-lines.ts';
import type { PlacesRefused, ReadPlaces } from './place-line.ts';
import { tableLines } from './table-lines.ts';

/** GeoJSON and shapefiles first: a table is what is neither. */
export async function readPlaces(
  bytes: Uint8Array,
  name: string,
  level: PlaceLevel,
  index: DivisionIndex,
): Promise<ReadPlaces> {
  const read = await parseGeodata([{ name, bytes }]);
  if (read.status === 'read') return featureLines(read, level);
  const { reason, values = {} } = read;
  const asGeodata: PlacesRefused = { status: 'refused', by: 'geodata', reason, values };
  if (reason !== 'workbook' && reason !== 'not-geodata') return asGeodata;
  const table = await readBytes(bytes, name);
  if (table.status === 'read') return tableLines(table.workbook, level, index);
  // No table either: a picture, a PDF. What it should have been, the other sentence says better.
  if (table.reason === 'not-a-table') return asGeodata;
  return { status: 'refused', by: 'workbook', reason: table.reason, values: table.values ?? {} };
}
