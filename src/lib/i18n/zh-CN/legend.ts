/** The legend: what each colour and pattern stands for. */
import type { ThemeClass } from '../../domain/classify.ts';
import type { Day } from '../../domain/date.ts';
import type { Theme } from '../../domain/theme.ts';
import { count, date, list, percent } from './format.ts';

/** Classes of the theme `both`, which has no phases of its own. */
const combined: Readonly<Record<string, string>> = {
  'two-titles': '两类均已获得',
  'one-title': '一类已获得',
  'two-roads': '两类均在创建',
  'one-road': '一类在创建',
};

/** The name of a class; `phase` is the programme's word for it, where it is a phase. */
export function className({ id, kind, share }: ThemeClass, phase: string | null): string {
  switch (kind) {
    case 'step':
      if (share === null) return combined[id] ?? phase ?? id;
      if (share.above === 0) return `${percent(share.upTo)}以下`;
      return share.upTo === 1
        ? `${percent(share.above)}以上`
        : `${percent(share.above)}至${percent(share.upTo)}`;
    case 'none':
      return '无记录';
    case 'left':
      return '已退出';
    case 'unknown':
      return '未填报';
  }
}

/** What the map of a theme colours the counties by. */
export const themeTitles: Readonly<Record<Theme, string>> = {
  national: '各县（市、区）创建国家森林城市所处阶段',
  provincial: '各县（市、区）创建省级森林城市所处阶段',
  both: '各县（市、区）国家、省级两类创建情况',
  townships: '各县（市、区）市级森林乡镇占乡镇总数的比例',
  villages: '各县（市、区）市级森林村庄占村庄总数的比例',
};

/** 国家森林城市创建，截至2026年11月23日：… what the map says as one sentence. */
export function mapSentence(
  theme: Theme,
  at: Day,
  classes: readonly { readonly name: string; readonly count: number }[],
): string {
  const parts = classes.map(({ name, count: number }) => `${name}${count(number)}个`);
  return `${themeTitles[theme]}，截至${date(at)}：${parts.join('，')}。`;
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
