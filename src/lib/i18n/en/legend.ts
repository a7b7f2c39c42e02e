/** The legend: what each colour and pattern stands for. */
import type { ThemeClass } from '../../domain/classify.ts';
import type { Day } from '../../domain/date.ts';
import type { Measure } from '../../domain/standing.ts';
import type { Theme } from '../../domain/theme.ts';
import { count, date, list, percent } from './format.ts';

/** Classes of the theme `both`, which has no phases of its own. */
const combined: Readonly<Record<string, string>> = {
  'two-titles': 'Both named',
  'one-title': 'One named',
  'two-roads': 'Both started',
  'one-road': 'One started',
};

/** Classes of a county that is asked for nothing. */
const unasked: Readonly<Record<string, string>> = {
  'no-quota': 'No quota set',
  'no-task': 'Quota of 0',
};

/** The name of a class; `phase` is the programme's word for it, where it is a phase. */
export function className({ id, kind, share }: ThemeClass, phase: string | null): string {
  switch (kind) {
    case 'step':
      if (share === null) return combined[id] ?? phase ?? id;
      if (share.above === 0) return `up to ${percent(share.upTo)}`;
      if (share.of === 'quota' && share.above === 1) return 'Quota met or exceeded';
      if (share.of === 'quota' && share.upTo === 1)
        return `over ${percent(share.above)}, not yet met`;
      return share.upTo === 1
        ? `over ${percent(share.above)}`
        : `${percent(share.above)} to ${percent(share.upTo)}`;
    case 'none':
      return 'No record';
    case 'left':
      return 'No longer taking part';
    case 'unknown':
      return 'Not reported';
    case 'unasked':
      return unasked[id] ?? id;
  }
}

const figures: Readonly<Record<Measure, string>> = {
  quota: 'Numbers on the map: named / quota',
  eligible: 'Numbers on the map: named / eligible',
};

export function figuresNote(measure: Measure | null): string | null {
  return measure === null ? null : figures[measure];
}

const themeTitles: Readonly<Record<Theme, string>> = {
  national: 'Stage of each county on the road to national forest city',
  provincial: 'Stage of each county on the road to provincial forest city',
  both: 'National and provincial forest city, both together, by county',
  townships: 'Municipal forest townships as a share of all townships, by county',
  villages: 'Municipal forest villages as a share of all villages, by county',
};

/** Where the counties have quotas. */
const quotaTitles: Readonly<Partial<Record<Theme, string>>> = {
  townships: 'Municipal forest townships as a share of the quota of each county',
  villages: 'Municipal forest villages as a share of the quota of each county',
};

/** What the map of a theme colours the counties by, and what it holds their units against. */
export function themeTitle(theme: Theme, measure: Measure | null): string {
  return (measure === 'quota' ? quotaTitles[theme] : undefined) ?? themeTitles[theme];
}

/** What the map says as one sentence. */
export function mapSentence(
  theme: Theme,
  measure: Measure | null,
  at: Day,
  classes: readonly { readonly name: string; readonly count: number }[],
): string {
  const parts = classes.map(({ name, count: number }) => `${name} ${count(number)}`);
  return `${themeTitle(theme, measure)}, as of ${date(at)}: ${parts.join(', ')}.`;
}

/** Not reported since 31 December 2020; `since` is `null` where the reports end on different days. */
export function unreportedName(since: Day | null, at: Day, isNever: boolean): string {
  if (isNever) return 'Not reported yet';
  return since === null ? `Not reported up to ${date(at)}` : `Not reported since ${date(since)}`;
}

export const possibleName: string = 'Including inferred or incompletely dated';

/** Anci District and Guangyang District */
export function names(of: readonly string[]): string {
  return list(of);
}

/** 6 */
export function classCount(number: number): string {
  return count(number);
}

/** 6 of 10 shown */
export function shownOf(shown: number, all: number): string {
  return shown === all
    ? `${count(all)} in all`
    : `filtered: ${count(shown)} of ${count(all)} shown`;
}
