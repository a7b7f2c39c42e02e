/** Reads and checks a data directory: either all of it is sound, or every fault is named. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { programmeSchema, type Programme } from '../../domain/programme.ts';
import { statusSchema } from '../../domain/status.ts';
import type { LonLat } from '../../map/geometry.ts';
import { checkCodes } from './check-codes.ts';
import { checkFeasible } from './check-feasible.ts';
import { checkGeometry } from './check-geometry.ts';
import { checkProgramme } from './check-programme.ts';
import { checkStatus } from './check-status.ts';
import { contentVersion, newestRecord } from './content-version.ts';
import { readControlPoints } from './control-points.ts';
import { extentOf } from './extent.ts';
import { inFile, quote, say, type Fault } from './fault.ts';
import { readDivisions } from './read-divisions.ts';
import { readJsonFile, type FileResult } from './read-file.ts';
import { readGeometry } from './read-geometry.ts';
import type { SiteData } from './site-data.ts';

export type DataDirectory =
  | { readonly status: 'ok'; readonly site: SiteData }
  | { readonly status: 'invalid'; readonly faults: readonly Fault[] };

export interface ReadOptions {
  /** Another data directory. If it is of the same prefecture, its control points are used as well. */
  readonly edition?: string;
}

interface Paths {
  readonly programme: string;
  readonly status: string;
  readonly divisions: string;
  readonly counties: string;
  readonly context: string;
}

/** Where the files lie: beside the programme, unless it says otherwise. */
function pathsOf(directory: string, programme: Programme | undefined): Paths {
  const files = programme?.files ?? {};
  return {
    programme: join(directory, 'programme.json'),
    status: join(directory, 'status.json'),
    divisions: join(directory, files.divisions ?? 'divisions.csv'),
    counties: join(directory, files.counties ?? 'counties.geojson'),
    context: join(directory, files.context ?? 'context.geojson'),
  };
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function valueOf<Value>(result: FileResult<Value>): Value | undefined {
  return result.status === 'ok' ? result.value : undefined;
}

function faultsOf(result: FileResult<unknown>): readonly Fault[] {
  return result.status === 'invalid' ? result.faults : [];
}

/** Control points of a stored edition, if it is one of this prefecture. */
function editionPoints(
  directory: string | undefined,
  prefecture: string | undefined,
): FileResult<readonly LonLat[]> {
  if (directory === undefined || prefecture === undefined) return { status: 'ok', value: [] };
  const edition = readJsonFile(join(directory, 'programme.json'), programmeSchema);
  if (edition.status === 'invalid' || edition.value.prefecture !== prefecture) {
    return { status: 'ok', value: [] };
  }
  return readControlPoints(join(directory, 'control-points.csv'));
}

/** The site's data in `directory`, or its faults. Checks between files need both files readable. */
export function readDataDirectory(directory: string, options: ReadOptions = {}): DataDirectory {
  if (!isDirectory(directory)) {
    const what = say('没有这个目录', 'there is no such directory');
    const expected = say('一个数据目录', 'a data directory');
    return { status: 'invalid', faults: [{ file: quote(directory), place: '', what, expected }] };
  }
  const programmeResult = readJsonFile(join(directory, 'programme.json'), programmeSchema);
  const programme = valueOf(programmeResult);
  const paths = pathsOf(directory, programme);
  const statusResult = readJsonFile(paths.status, statusSchema);
  const linesResult = readDivisions(paths.divisions);
  const geometryResult = readGeometry(paths.counties, paths.context);

  const status = valueOf(statusResult);
  const lines = valueOf(linesResult);
  const geometry = valueOf(geometryResult);
  const divisions = lines?.map(({ division }) => division);
  const sources = status?.sources.map(({ id }) => id);

  const editionResult = editionPoints(options.edition, programme?.prefecture);

  const results = [programmeResult, statusResult, linesResult, geometryResult, editionResult];
  // Lists of lists: a file may have more faults than a call may have arguments.
  const found: (readonly Fault[])[] = results.map(faultsOf);
  if (programme) {
    found.push(inFile(paths.programme, checkProgramme(programme, divisions, sources)));
    found.push(inFile(paths.programme, checkFeasible(programme, divisions)));
    if (lines) found.push(inFile(paths.divisions, checkCodes(lines, programme)));
    if (status && divisions) {
      const extent = geometry && extentOf(geometry);
      found.push(inFile(paths.status, checkStatus(status, programme, divisions, extent)));
    }
  }
  if (geometry) {
    const known = { programme, divisions, editionPoints: valueOf(editionResult) ?? [] };
    found.push(checkGeometry(geometry, paths, known));
  }
  const faults = found.flat();
  if (faults.length > 0 || !programme || !status || !divisions || !geometry) {
    return { status: 'invalid', faults };
  }
  const data = { programme, divisions, status, proposals: [] };
  const version = contentVersion(data, geometry);
  return {
    status: 'ok',
    site: { data, geometry, version, modifiedAt: newestRecord(status) },
  };
}
