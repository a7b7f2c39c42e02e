/** What the values of a query are checked against: the counties, classes and day of the site. */
import { classesOfTheme } from '../domain/classify.ts';
import type { KnownValues } from '../map/url-state.ts';
import { languageSpellings } from './preferences.ts';
import type { ReadModel } from './read-model.ts';

/**
 * For `parseView`. Pages leave `lang` to the hook, which remembers it; answers for machines check
 * it with everything else (`withLanguage`).
 */
export function knownValues(model: ReadModel, withLanguage = false): KnownValues {
  const { programme, divisions } = model.site.data;
  return {
    counties: new Set(divisions.filter(({ level }) => level === 'county').map(({ code }) => code)),
    // Of either measure: which it is depends on the quotas of the day.
    classIds: (theme) =>
      new Set(
        (['eligible', 'quota'] as const).flatMap((measure) =>
          classesOfTheme(programme, theme, measure).map(({ id }) => id),
        ),
      ),
    today: model.today(),
    languages: withLanguage ? languageSpellings : undefined,
  };
}
