/**
 * `control-points.csv`: places, in WGS-84, where boundaries meet. Any edition of the boundaries has
 * a corner there, so they tell in which datum an edition lies. Kept apart from the GeoJSON files and
 * in another format, so that whoever transforms those does not transform these along with them.
 */
import { existsSync } from 'node:fs';
import type { LonLat } from '../../map/geometry.ts';
import { inFile, quote, say, type Finding } from './fault.ts';
import { readCsvFile, type FileResult } from './read-file.ts';

const columns = ['longitude', 'latitude', 'between'];

/** The points of a file; none where there is no file, as in a prefecture that has no points yet. */
export function readControlPoints(path: string): FileResult<readonly LonLat[]> {
  if (!existsSync(path)) return { status: 'ok', value: [] };
  const read = readCsvFile(path, columns);
  if (read.status === 'invalid') return read;
  const points: LonLat[] = [];
  const findings: Finding[] = [];
  for (const { row, cells } of read.value) {
    const [longitude, latitude] = [cells['longitude'], cells['latitude']].map((cell) =>
      cell?.trim() ? Number(cell) : NaN,
    );
    if (Number.isFinite(longitude) && Number.isFinite(latitude)) {
      points.push([longitude ?? NaN, latitude ?? NaN]);
    } else {
      findings.push({
        place: `row ${row}`,
        what: say(
          `坐标 ${quote([cells['longitude'], cells['latitude']])} 不是数字`,
          `the position ${quote([cells['longitude'], cells['latitude']])} is no number`,
        ),
        expected: say('WGS-84 经度和纬度', 'WGS-84 longitude and latitude'),
      });
    }
  }
  if (findings.length > 0) return { status: 'invalid', faults: inFile(path, findings) };
  return { status: 'ok', value: points };
}
