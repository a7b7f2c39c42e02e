/** Invented quotas: each county's part of the township and village targets, and one exchange of them. */
import { countyCode, type Division } from '../../src/lib/domain/division.ts';
import type { Programme } from '../../src/lib/domain/programme.ts';
import { suggestQuotas } from '../../src/lib/domain/quota.ts';
import type { HistoryLog } from './history-log.ts';
import type { Random } from './random.ts';

const setOn = '2021-01-15';
const exchangedOn = '2023-03-20';

/** How many units of the track each county has; the `zone` has villages, but no part of the target. */
function eligibleOf(divisions: readonly Division[], track: string, zone: string) {
  const counts = new Map<string, number>();
  for (const { code, countedFor } of divisions) {
    const county = countyCode(code);
    if (!countedFor.includes(track) || county === zone) continue;
    counts.set(county, (counts.get(county) ?? 0) + 1);
  }
  return counts;
}

/** In proportion to what each county has; two years later one county takes over a part of another's. */
export function addQuotas(
  log: HistoryLog,
  random: Random,
  { targets }: Programme,
  divisions: readonly Division[],
  zone: string,
): void {
  const set = log.source('demo-quotas-2021', '创建任务分解表', '2021');
  const exchange = log.source('demo-quotas-2023', '关于调整创建任务的通知', '2023');
  for (const target of targets) {
    const { track } = target;
    if (target.kind !== 'number' || (track !== 'township' && track !== 'village')) continue;
    const eligible = eligibleOf(divisions, track, zone);
    const quotas = suggestQuotas(target.number, eligible);
    for (const [division, count] of quotas) {
      log.quota({ division, track, count, effective: setOn, source: set });
    }
    const [from, to] = random.pick([...quotas.keys()], 2);
    if (from === undefined || to === undefined) continue;
    const moved = Math.min(track === 'township' ? 1 : 5, quotas.get(from) ?? 0);
    const change = { track, effective: exchangedOn, source: exchange };
    log.quota({ ...change, division: from, count: (quotas.get(from) ?? 0) - moved });
    log.quota({ ...change, division: to, count: (quotas.get(to) ?? 0) + moved });
  }
}
