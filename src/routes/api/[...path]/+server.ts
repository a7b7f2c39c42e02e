import type { RequestEvent } from '@sveltejs/kit';
import { problemResponse } from '$lib/server/http/problem.ts';

/** Every address under /api/ that no other route has. */
export const fallback = ({ url, locals }: RequestEvent): Response =>
  problemResponse({ kind: 'unknown-address', value: url.pathname }, locals.lang, {
    'access-control-allow-origin': '*',
  });

export const GET = fallback;
