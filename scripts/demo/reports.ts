/** Who reported up to when, and the counts that invented documents give without names. */
import { addDays } from '../../src/lib/domain/date.ts';
import type { HistoryLog } from './history-log.ts';
import type { Random } from './random.ts';

const reportDays = [
  '2020-12-31',
  '2021-12-31',
  '2022-12-31',
  '2023-12-31',
  '2024-12-31',
  '2025-12-31',
  '2026-06-30',
  '2026-10-31',
] as const;

/** 大厂回族自治县 reports late and not beyond 2024, and never on its villages. */
export const silentCounty = '131028';
const silentAfter = '2024-12-31';

/** Every report of the counties and, on villages, of the development zone. */
export function addReports(
  log: HistoryLog,
  random: Random,
  counties: readonly string[],
  zone: string,
): void {
  for (const completeTo of reportDays) {
    const year = completeTo.slice(0, 4);
    const source = log.source(`demo-report-${completeTo}`, `截至${completeTo}的填报`, year);
    for (const division of [...counties, zone]) {
      const isSilent = division === silentCounty;
      if (isSilent && completeTo > silentAfter) continue;
      const recorded = addDays(completeTo, isSilent ? 70 : random.between(6, 18));
      const onVillages = isSilent ? [] : ['village'];
      const tracks =
        division === zone ? onVillages : ['national', 'provincial', 'township', ...onVillages];
      for (const track of tracks) log.report({ division, track, completeTo, source }, recorded);
    }
  }
}

/** Counts without names: some agree with the named units, one knows of three villages more. */
export function addStatements(log: HistoryLog): void {
  const source = (year: number): string =>
    log.source(`demo-summary-${year}`, `${year}年全市工作总结`, String(year));
  const state = (
    id: string,
    [track, stage]: readonly [string, string],
    count: number,
    effective: string,
    note: string,
  ): void => {
    log.state({
      id: `D-S-${id}`,
      track,
      stage,
      count,
      effective,
      source: source(Number(effective.slice(0, 4))),
      note,
    });
  };
  state('2020-provincial', ['provincial', 'applied'], 10, '2020', '十个县（市、区）全部申请。');
  state('2020-national', ['national', 'applied'], 9, '2020', '九个县（市、区）申请国家森林城市。');
  state('2022-provincial', ['provincial', 'named'], 3, '2022-12-31', '累计三个。');
  state('2022-villages', ['village', 'named'], 76, '2022-12-31', '累计76个，名单少三个。');
  state('2023-townships', ['township', 'named'], 30, '2023-12-31', '累计30个。');
  state('2025-villages', ['village', 'named'], 137, '2025-12-31', '累计137个。');
  log.state({
    id: 'D-S-2020-provincial-only',
    track: 'provincial',
    stage: 'applied',
    excluding: 'national',
    count: 1,
    effective: '2020',
    source: source(2020),
    note: '一个县只申请省级。',
  });
}
