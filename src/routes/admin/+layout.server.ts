import { posts } from '$lib/domain/permission.ts';
import { officeNavigation } from '$lib/server/http/office-navigation.ts';
import { placeName } from '$lib/view/place-name.ts';
import type { LayoutServerLoad } from './$types';

/** The frame of the office: who is signed in, as what, and where to. Grants nothing by itself. */
export const load: LayoutServerLoad = async ({ locals, url }) => {
  const { signedIn, model, lang } = locals;
  if (!signedIn) return { who: null, navigation: [] };
  const { actor } = signedIn;
  const county = model.site.data.divisions.find(({ code }) => code === actor.county);
  return {
    who: {
      name: actor.name,
      posts: posts.filter((post) => actor.posts.includes(post)),
      county: county ? placeName(county, lang) : null,
    },
    navigation: await officeNavigation(signedIn, url.pathname),
  };
};
