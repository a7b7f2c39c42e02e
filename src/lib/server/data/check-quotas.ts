/** Quotas of the log: of a county that has units of that track to choose from, and not more than those. */
import { intervalOf } from '../../domain/date.ts';
import { countyCode } from '../../domain/division.ts';
import type { Quota } from '../../domain/status.ts';
import { pointer, say, type Finding } from './fault.ts';
import { futureFindings, noun, otherLevel, unknownDivision, type Known } from './log-references.ts';
import { duplicateIds, unknownId } from './references.ts';

/** Every fault of the quotas by themselves and against what they name. */
export function checkQuotas(quotas: readonly Quota[], known: Known): readonly Finding[] {
  // Few logs have any, and every unit is counted for it.
  if (quotas.length === 0) return [];
  const units = unitsByCounty(known);
  return [
    ...duplicateIds(quotas, ['quotas']),
    ...quotas.flatMap((quota, index) => quotaFindings(quota, index, known, units)),
  ];
}

/** By track and county, how many units there ever were. */
function unitsByCounty({ divisions }: Known): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code, countedFor } of divisions.values()) {
    for (const track of countedFor) {
      const key = `${track} ${countyCode(code)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

function quotaFindings(
  quota: Quota,
  index: number,
  known: Known,
  units: ReadonlyMap<string, number>,
): readonly Finding[] {
  const at = (key: string): string => pointer(['quotas', index, key]);
  const findings = [...unknownId(quota.source, known.sources, at('source'), noun.source)];
  const interval = intervalOf(quota.effective);
  if (interval) findings.push(...futureFindings(interval.start, quota.recordedAt, at('effective')));
  const track = known.tracks.get(quota.track);
  if (!track) {
    findings.push(...unknownId(quota.track, known.tracks.keys(), at('track'), noun.track));
    return findings;
  }
  if (track.level !== 'township' && track.level !== 'village') {
    findings.push({
      place: at('track'),
      what: say(`类别 ${track.id} 没有分解任务`, `the track ${track.id} has no quotas`),
      expected: say('township 或 village 级的类别', 'a track of the level township or village'),
    });
    return findings;
  }
  const county = known.divisions.get(quota.division);
  if (!county) return [...findings, unknownDivision(quota.division, at('division'))];
  if (county.level !== 'county') {
    return [...findings, otherLevel(county, ['county'], at('division'))];
  }
  const eligible = units.get(`${track.id} ${county.code}`) ?? 0;
  if (eligible === 0) {
    findings.push({
      place: at('division'),
      what: say(
        `${county.code} ${county.name} 没有计入类别 ${track.id} 的单位`,
        `${county.code} has no unit that counts for the track ${track.id}`,
      ),
      expected: say('有可创建单位的县（市、区）', 'a county with units to choose from'),
    });
  } else if (quota.count !== null && quota.count > eligible) {
    findings.push({
      place: at('count'),
      what: say(
        `${quota.count} 超过 ${county.name} 类别 ${track.id} 的单位总数`,
        `${quota.count} is more than the units of the track ${track.id} in ${county.code}`,
      ),
      expected: say(`不超过 ${eligible}`, `at most ${eligible}`),
    });
  }
  return findings;
}
