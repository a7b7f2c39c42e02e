import type { RequestHandler } from './$types';

/** Whether the process is alive. It says nothing about what it serves. */
export const GET: RequestHandler = () =>
  Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
