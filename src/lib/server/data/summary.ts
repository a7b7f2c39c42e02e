import type { Localized } from '../../domain/programme.ts';
import { say } from './fault.ts';
import type { SiteData } from './site-data.ts';

/** One line of counts, so that a person sees at a glance whether the right data were read. */
export function summarize({ data, geometry, version }: SiteData): Localized {
  const { programme, divisions, status } = data;
  const prefecture = divisions.find(({ code }) => code === programme.prefecture);
  const unitsOf = (track: string): number =>
    divisions.filter(({ countedFor }) => countedFor.includes(track)).length;
  const tracks = (language: keyof Localized, separator: string): string =>
    programme.tracks.map(({ id, name }) => `${name[language]} ${unitsOf(id)}`).join(separator);
  const { events, statements, reporting, quotas, places, sources } = status;
  const polygons = geometry.counties.features.length;
  return say(
    `${prefecture?.name ?? programme.prefecture}：${divisions.length} 个区划（计入 ${tracks('zh-CN', '、')}），${polygons} 个县界，${events.length} 条记录，${statements.length} 条汇总表述，${reporting.length} 条填报截止，${quotas.length} 条分解任务，${places.length} 个位置，${sources.length} 个依据；版本 ${version}`,
    `${prefecture?.nameEn ?? programme.prefecture}: ${divisions.length} divisions (counting for ${tracks('en', ', ')}), ${polygons} county polygons, ${events.length} events, ${statements.length} statements, ${reporting.length} reports, ${quotas.length} quotas, ${places.length} places, ${sources.length} sources; version ${version}`,
  );
}
