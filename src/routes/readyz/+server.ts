import { databaseTrouble } from '$lib/server/db/readiness.ts';
import { logError } from '$lib/server/http/error-log.ts';
import { office } from '$lib/server/office.ts';
import type { RequestHandler } from './$types';

/** Milliseconds after which a silent database counts as away; who watches a site seldom waits longer. */
const patience = 2000;

/** Whether the site can do its work now: the database answers. What is wrong stands in the log only. */
export const GET: RequestHandler = async ({ request: { method }, url: { pathname: path } }) => {
  const error = await databaseTrouble(office().database, patience);
  const isReady = error === null;
  if (!isReady) logError({ error, method, path, status: 503 });
  return Response.json(
    { status: isReady ? 'ready' : 'database-unavailable' },
    { status: isReady ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
};
