import { sentences } from '$lib/i18n/sentences.ts';
import { placeName } from '$lib/view/place-name.ts';
import type { LayoutServerLoad } from './$types';

/** Every county-level division: what the error page offers instead of a code that is not there. */
export const load: LayoutServerLoad = ({ locals }) => {
  const { language } = sentences[locals.lang];
  return {
    counties: locals.model.site.data.divisions
      .filter(({ level }) => level === 'county')
      .map((division) => ({
        href: `/county/${division.code}`,
        name: placeName(division, language),
      })),
  };
};
