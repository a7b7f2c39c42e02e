import type { HistoryLog, Step } from './history-log.ts';

/** What no plain road says: a second attempt, inferences, corrections, records that came late. */
export function addTurns(log: HistoryLog): void {
  const reports = (year: number): string =>
    log.source(`demo-county-reports-${year}`, `${year}年各县（市、区）报送材料`, String(year));
  const corrections = log.source('demo-corrections', '更正说明', '2024');
  const national = (step: Omit<Step, 'track'>): string =>
    log.reached({ track: 'national', ...step });
  const provincial = (step: Omit<Step, 'track'>): string =>
    log.reached({ track: 'provincial', ...step });

  // 文安县: refused when filed, and a second attempt.
  national({
    division: '131026',
    stage: 'applied',
    effective: '2020-05-20',
    source: reports(2020),
  });
  national({
    division: '131026',
    stage: 'refused',
    effective: '2020-12-08',
    source: reports(2020),
  });
  const again = { division: '131026', source: reports(2024), suffix: '2' };
  national({ ...again, stage: 'applied', effective: '2024-03-11' });
  national({ ...again, stage: 'filed', effective: '2024-08-20' });

  // 安次区: an inference, and an event of 霸州市 entered under the wrong county.
  national({
    division: '131002',
    stage: 'filed',
    effective: '2021',
    certainty: 'inferred',
    source: reports(2021),
    reason: '年度材料称市辖区均已备案，没有逐一列名。',
  });
  const wrong = national({
    division: '131002',
    stage: 'publicised',
    effective: '2024-10-22',
    source: log.source('demo-national-2024', '2024年国家森林城市名单', '2024'),
    recorded: '2024-10-25',
  });
  log.retract(wrong, '2024-11-04', corrections, '误把霸州市的公示记到安次区。');
  provincial({
    division: '131002',
    stage: 'creating',
    effective: '2024-05',
    source: reports(2024),
    suffix: '2',
  });

  // 固安县: the day of the public notice was taken for the day of the title.
  const named2023 = log.source('demo-provincial-2023', '2023年省级森林城市公布文件', '2023');
  const early = provincial({
    division: '131022',
    stage: 'named',
    effective: '2023-11-20',
    source: named2023,
    recorded: '2023-12-04',
  });
  provincial({
    division: '131022',
    stage: 'named',
    effective: '2023-12-20',
    source: corrections,
    recorded: '2024-01-09',
    retracts: early,
    reason: '原记录误把公示日期当作授予日期。',
    suffix: 'corrected',
  });

  // 霸州市: named in December, reported the May after.
  provincial({
    division: '131081',
    stage: 'named',
    effective: '2022-12-12',
    source: log.source('demo-provincial-2022', '2022年省级森林城市公布文件', '2022'),
    recorded: '2023-05-09',
  });

  // 广阳区: a report of the plan whose year alone is known, inferred from the county's budget.
  provincial({
    division: '131003',
    stage: 'self-checked',
    effective: '2025',
    certainty: 'inferred',
    source: reports(2025),
    reason: '年度预算列有自查经费，没有看到自查报告。',
  });
}
