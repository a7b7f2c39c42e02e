import { exportLogJsonLines } from '$lib/server/audit/export-log.ts';
import { office } from '$lib/server/office.ts';
import { exportLog } from '../log/export-log.ts';
import type { RequestHandler } from './$types';

/** For whoever redoes the hashes. */
export const GET: RequestHandler = (event) =>
  exportLog(event, {
    extension: 'jsonl',
    mediaType: 'application/x-ndjson; charset=utf-8',
    write: (filter) => exportLogJsonLines(office().database.read, filter),
  });
