import { isReady } from '$lib/server/db/readiness.ts';
import { office } from '$lib/server/office.ts';
import type { RequestHandler } from './$types';

/** Milliseconds after which a silent database counts as away; who watches a site seldom waits longer. */
const patience = 2000;

/** Whether the site can do its work now: the database answers. What is wrong stands in the log only. */
export const GET: RequestHandler = async () => {
  const ready = await isReady(office().database, patience);
  return Response.json(
    { status: ready ? 'ready' : 'database-unavailable' },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
};
