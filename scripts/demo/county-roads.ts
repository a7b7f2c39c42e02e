/**
 * The invented roads of the ten counties. Written out, not drawn by chance: together they hold every
 * kind of event and every outcome, see `make-demo.test.ts`.
 */
import { addTurns } from './county-turns.ts';
import type { HistoryLog } from './history-log.ts';

/** Stage and effective date, in the order of the road. */
type Road = readonly (readonly [stage: string, effective: string])[];

const nationalRoads: Readonly<Record<string, Road>> = {
  // 香河县: the whole road, then monitored and found in order.
  '131024': [
    ['applied', '2020-03-18'],
    ['filed', '2020-06-30'],
    ['planned', '2020-10'],
    ['creating', '2020-11-20'],
    ['self-checked', '2022-08-05'],
    ['recommended', '2022-08-26'],
    ['assessed', '2022-09'],
    ['publicised', '2022-10-18'],
    ['named', '2022-11-02'],
    ['monitored', '2025-11-10'],
  ],
  // 三河市: the whole road, then warned; the title stands.
  '131082': [
    ['applied', '2020-03-20'],
    ['filed', '2020-07-15'],
    ['planned', '2020-11'],
    ['creating', '2020-12-10'],
    ['self-checked', '2023-07'],
    ['recommended', '2023-08-30'],
    ['assessed', '2023-10-12'],
    ['publicised', '2023-11-06'],
    ['named', '2023-11-28'],
    ['warned', '2026-10-15'],
  ],
  // 霸州市.
  '131081': [
    ['applied', '2020-04'],
    ['filed', '2021-02-25'],
    ['planned', '2021-06'],
    ['creating', '2021-07-08'],
    ['self-checked', '2024-06-20'],
    ['recommended', '2024-07-18'],
    ['assessed', '2024-09'],
    ['publicised', '2024-10-22'],
    ['named', '2024-11-15'],
  ],
  // 固安县: the fourth title, five weeks after the deadline.
  '131022': [
    ['applied', '2020-04'],
    ['filed', '2021-03'],
    ['planned', '2021-09'],
    ['creating', '2021-10-12'],
    ['self-checked', '2025-07-02'],
    ['recommended', '2025-08-05'],
    ['assessed', '2025-10-20'],
    ['publicised', '2025-12-18'],
    ['named', '2026-02-06'],
  ],
  // 永清县: publicised, but not among the named.
  '131023': [
    ['applied', '2021-03-09'],
    ['filed', '2021-08-03'],
    ['planned', '2021-11'],
    ['creating', '2021-12-01'],
    ['self-checked', '2024-06-28'],
    ['recommended', '2024-07-18'],
    ['assessed', '2024-09'],
    ['publicised', '2024-10-22'],
    ['refused', '2024-11-15'],
  ],
  // 大城县: gave up.
  '131025': [
    ['applied', '2020'],
    ['filed', '2021-05-12'],
    ['planned', '2021-12'],
    ['creating', '2022-01-05'],
    ['withdrawn', '2023-06-14'],
  ],
  // 大厂回族自治县: applied, then silence.
  '131028': [['applied', '2020-06']],
  // 广阳区.
  '131003': [
    ['applied', '2020'],
    ['filed', '2022-04-20'],
    ['planned', '2022'],
    ['creating', '2023-01-16'],
  ],
  '131002': [['applied', '2020']],
};

const provincialRoads: Readonly<Record<string, Road>> = {
  '131024': [
    ['plan-reviewed', '2020-09'],
    ['creating', '2020-10-12'],
    ['self-checked', '2021-09-14'],
    ['accepted', '2021-10-19'],
    ['named', '2021-12-06'],
  ],
  '131082': [
    ['plan-reviewed', '2020-09'],
    ['creating', '2020-10-20'],
    ['self-checked', '2021-09-17'],
    ['accepted', '2021-10-21'],
    ['named', '2021-12-06'],
  ],
  '131081': [
    ['plan-reviewed', '2021-03'],
    ['creating', '2021-04-06'],
    ['self-checked', '2022-09'],
    ['accepted', '2022-10-25'],
  ],
  '131022': [
    ['plan-reviewed', '2021-03'],
    ['creating', '2021-04-13'],
    ['self-checked', '2023-08-22'],
    ['accepted', '2023-10-17'],
  ],
  // 文安县: named, and revoked a year and a half later.
  '131026': [
    ['plan-reviewed', '2021-10'],
    ['creating', '2021-11-08'],
    ['self-checked', '2024-08'],
    ['accepted', '2024-10-15'],
    ['named', '2024-11-26'],
    ['revoked', '2026-05-20'],
  ],
  '131023': [
    ['plan-reviewed', '2022-05'],
    ['creating', '2022-06-02'],
    ['self-checked', '2025-09-09'],
    ['accepted', '2025-11-25'],
  ],
  // 安次区: did not pass and began again.
  '131002': [
    ['plan-reviewed', '2021-10'],
    ['creating', '2021-11-15'],
    ['self-checked', '2023-09'],
    ['refused', '2023-11-08'],
  ],
  '131003': [
    ['plan-reviewed', '2022-05'],
    ['creating', '2022-06-15'],
  ],
  '131025': [['plan-reviewed', '2023']],
};

const nationalTitles: ReadonlySet<string> = new Set(['publicised', 'named']);

function sourceOf(log: HistoryLog, track: string, stage: string, effective: string): string {
  const year = effective.slice(0, 4);
  if (stage === 'monitored' || stage === 'warned') {
    return log.source(`demo-monitoring-${year}`, `${year}年国家森林城市动态监测结果`, year);
  }
  if (track === 'national' && nationalTitles.has(stage)) {
    return log.source(`demo-national-${year}`, `${year}年国家森林城市名单`, year);
  }
  if (stage === 'named' || stage === 'revoked') {
    return log.source(`demo-${track}-${year}`, `${year}年省级森林城市公布文件`, year);
  }
  return log.source(`demo-county-reports-${year}`, `${year}年各县（市、区）报送材料`, year);
}

function walk(log: HistoryLog, track: string, roads: Readonly<Record<string, Road>>): void {
  for (const [division, road] of Object.entries(roads)) {
    for (const [stage, effective] of road) {
      const source = sourceOf(log, track, stage, effective);
      log.reached({ division, track, stage, effective, source });
    }
  }
}

/** Every event of the counties and of the prefecture's own title. */
export function addCountyRoads(log: HistoryLog, counties: readonly string[]): void {
  const earlier = log.source('demo-prefecture', '设区市国家森林城市材料', '2019');
  const own = { division: '131000', track: 'prefecture', source: earlier, recorded: '2020-01-08' };
  log.reached({ ...own, stage: 'creating', effective: '2016' });
  log.reached({ ...own, stage: 'named', effective: '2019-11' });
  log.reached({
    division: '131000',
    track: 'prefecture',
    stage: 'monitored',
    effective: '2022-12',
    source: log.source('demo-monitoring-2022', '2022年国家森林城市动态监测结果', '2022'),
  });
  const applied = log.source('demo-county-reports-2020', '2020年各县（市、区）报送材料', '2020');
  for (const division of counties) {
    const step = { division, track: 'provincial', stage: 'applied', effective: '2020' };
    log.reached({ ...step, source: applied });
  }
  walk(log, 'national', nationalRoads);
  walk(log, 'provincial', provincialRoads);
  addTurns(log);
}
