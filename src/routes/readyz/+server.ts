import { sql } from 'kysely';
import { office } from '$lib/server/office.ts';
import type { RequestHandler } from './$types';

/** Whether the site can do its work now: the database answers. What is wrong stands in the log only. */
export const GET: RequestHandler = async () => {
  const isReady = await sql`select 1`.execute(office().database.read).then(
    () => true,
    () => false,
  );
  return Response.json(
    { status: isReady ? 'ready' : 'database-unavailable' },
    { status: isReady ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
};
