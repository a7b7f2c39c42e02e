import { countyCode, type Division } from '../../src/lib/domain/division.ts';
import type { Programme } from '../../src/lib/domain/programme.ts';
import type { Source, Status } from '../../src/lib/domain/status.ts';
import { statusText } from '../../src/lib/export/status-as-of.ts';
import { addBatches } from './batches.ts';
import { addCountyRoads } from './county-roads.ts';
import { demoProgramme } from './demo-programme.ts';
import { HistoryLog } from './history-log.ts';
import { addQuotas } from './quotas.ts';
import { seededRandom } from './random.ts';
import { addReports, addStatements, silentCounty } from './reports.ts';

export interface Demo {
  readonly programme: Programme;
  readonly status: Status;
}

/** The statistics-only code whose villages report as an eleventh unit. */
const zone = '131071';

/**
 * An invented history of the real divisions; the same seed gives the same history. Of the real
 * `sources` only that of the boundaries is taken over: they are real.
 */
export function makeDemo(
  programme: Programme,
  divisions: readonly Division[],
  sources: readonly Source[],
  seed: number,
): Demo {
  const random = seededRandom(seed);
  const log = new HistoryLog(random);
  const counties = divisions
    .filter(({ level, countedFor }) => level === 'county' && countedFor.length > 0)
    .map(({ code }) => countyCode(code));
  for (const source of sources) if (source.id === programme.map.source) log.realSource(source);
  const targets = log.source('demo-programme', '创建工作方案', '2020');
  addCountyRoads(log, counties);
  addBatches(log, random, divisions, silentCounty);
  addReports(log, random, counties, zone);
  addStatements(log);
  addQuotas(log, random, programme, divisions, zone);
  // Members in the order of the download, so that the file and what the site serves are the same bytes.
  const status = statusText(log.status('../../docs/schema/status.schema.json'));
  return { programme: demoProgramme(programme, targets), status: JSON.parse(status) as Status };
}
