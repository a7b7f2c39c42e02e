import { countyCode, type Division } from '../../src/lib/domain/division.ts';
import type { Programme } from '../../src/lib/domain/programme.ts';
import type { Status } from '../../src/lib/domain/status.ts';
import { addBatches } from './batches.ts';
import { addCountyRoads } from './county-roads.ts';
import { demoProgramme } from './demo-programme.ts';
import { HistoryLog } from './history-log.ts';
import { seededRandom } from './random.ts';
import { addReports, addStatements, silentCounty } from './reports.ts';

export interface Demo {
  readonly programme: Programme;
  readonly status: Status;
}

/** The statistics-only code whose villages report as an eleventh unit. */
const zone = '131071';

/** An invented history of the real divisions; the same seed gives the same history. */
export function makeDemo(programme: Programme, divisions: readonly Division[], seed: number): Demo {
  const random = seededRandom(seed);
  const log = new HistoryLog(random);
  const counties = divisions
    .filter(({ level, countedFor }) => level === 'county' && countedFor.length > 0)
    .map(({ code }) => countyCode(code));
  const targets = log.source('demo-programme', '创建工作方案', '2020');
  addCountyRoads(log, counties);
  addBatches(log, random, divisions, silentCounty);
  addReports(log, random, counties, zone);
  addStatements(log);
  return {
    programme: demoProgramme(programme, targets),
    status: log.status('../../docs/schema/status.schema.json'),
  };
}
