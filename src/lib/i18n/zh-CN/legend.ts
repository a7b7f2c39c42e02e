/** The legend: what each colour and pattern stands for. */
import type { ThemeClass } from '../../domain/classify.ts';
import type { Day } from '../../domain/date.ts';
import type { Measure } from '../../domain/standing.ts';
import type { Theme } from '../../domain/theme.ts';
import { count, date, list, percent } from './format.ts';

/** Classes of the theme `both`, which has no phases of its own. */
const combined: Readonly<Record<string, string>> = {
  'two-titles': '两类均已获得',
  'one-title': '一类已获得',
  'two-roads': '两类均在创建',
  'one-road': '一类在创建',
};

/** Classes of a county that is asked for nothing. */
const unasked: Readonly<Record<string, string>> = {
  'no-quota': '未分解任务',
  'no-task': '任务为0',
};

/** The name of a class; `phase` is the programme's word for it, where it is a phase. */
export function className({ id, kind, share }: ThemeClass, phase: string | null): string {
  switch (kind) {
    case 'step':
      if (share === null) return combined[id] ?? phase ?? id;
      if (share.above === 0) return `${percent(share.upTo)}以下`;
      if (share.of === 'quota' && share.above === 1) return '达到或超过任务';
      if (share.of === 'quota' && share.upTo === 1) return `${percent(share.above)}以上，未完成`;
      return share.upTo === 1
        ? `${percent(share.above)}以上`
        : `${percent(share.above)}至${percent(share.upTo)}`;
    case 'none':
      return '无记录';
    case 'left':
      return '已退出';
    case 'unknown':
      return '未填报';
    case 'unasked':
      return unasked[id] ?? id;
  }
}

/** What the two numbers on a county are. */
const figures: Readonly<Record<Measure, string>> = {
  quota: '地图上的数字：已授予 / 分解任务',
  eligible: '地图上的数字：已授予 / 可创建',
};

/** `null`: the map of the theme has no numbers. */
export function figuresNote(measure: Measure | null): string | null {
  return measure === null ? null : figures[measure];
}

const themeTitles: Readonly<Record<Theme, string>> = {
  national: '各县（市、区）创建国家森林城市所处阶段',
  provincial: '各县（市、区）创建省级森林城市所处阶段',
  both: '各县（市、区）国家、省级两类创建情况',
  townships: '各县（市、区）市级森林乡镇占乡镇总数的比例',
  villages: '各县（市、区）市级森林村庄占村庄总数的比例',
};

/** Where the counties have quotas. */
const quotaTitles: Readonly<Partial<Record<Theme, string>>> = {
  townships: '各县（市、区）市级森林乡镇完成分解任务的比例',
  villages: '各县（市、区）市级森林村庄完成分解任务的比例',
};

/** What the map of a theme colours the counties by, and what it holds their units against. */
export function themeTitle(theme: Theme, measure: Measure | null): string {
  return (measure === 'quota' ? quotaTitles[theme] : undefined) ?? themeTitles[theme];
}

/** 国家森林城市创建，截至2026年11月23日：… what the map says as one sentence. */
export function mapSentence(
  theme: Theme,
  measure: Measure | null,
  at: Day,
  classes: readonly { readonly name: string; readonly count: number }[],
): string {
  const parts = classes.map(({ name, count: number }) => `${name}${count(number)}个`);
  return `${themeTitle(theme, measure)}，截至${date(at)}：${parts.join('，')}。`;
}

/** 自2020年12月31日后未填报; `since` is `null` where the reports end on different days or never began. */
export function unreportedName(since: Day | null, at: Day, isNever: boolean): string {
  if (isNever) return '尚未填报';
  return since === null ? `未填报到${date(at)}` : `自${date(since)}后未填报`;
}

export const possibleName: string = '含推断或日期不全';

/** 安次区、广阳区 */
export function names(of: readonly string[]): string {
  return list(of);
}

/** 6个 */
export function classCount(number: number): string {
  return `${count(number)}个`;
}

/** 显示10个中的6个县（市、区） */
export function shownOf(shown: number, all: number): string {
  return shown === all ? `共${count(all)}个` : `已筛选，显示${count(shown)}个，共${count(all)}个`;
}
