import { actions, permissions, posts } from '$lib/domain/permission.ts';
import { requirePermission } from '$lib/server/http/guard.ts';
import type { PageServerLoad } from './$types';

/** The table by which every request is judged, as it stands in the code. */
export const load: PageServerLoad = async (event) => {
  const { actor } = await requirePermission(event, 'permission.read');
  return {
    posts: posts.map((post) => ({ post, isOwn: actor.posts.includes(post) })),
    rows: actions.map((action) => ({
      action,
      scopes: posts.map((post) => ({ post, scope: permissions[action][post] ?? null })),
    })),
  };
};
