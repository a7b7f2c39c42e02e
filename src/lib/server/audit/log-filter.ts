/** Which rows of the audit log are asked for, and the query that finds them. */
import type { Day } from '../../domain/date.ts';
import { addDays } from '../../domain/date.ts';
import type { DivisionCode } from '../../domain/division.ts';
import type { Reader } from '../db/database.ts';
import type { AuditAction } from './audit.ts';

export interface LogFilter {
  /** Days in Asia/Shanghai, both included. */
  readonly from?: Day;
  readonly to?: Day;
  /** Account id. */
  readonly actor?: string;
  /** This division and all below it. */
  readonly division?: DivisionCode;
  readonly action?: AuditAction;
  readonly outcome?: 'done' | 'refused';
}

/** The rows a filter lets through, in no order yet. */
export function selectRows(read: Reader, filter: LogFilter) {
  const { from, to, actor, division, action, outcome } = filter;
  let query = read.selectFrom('audit').selectAll();
  if (from !== undefined) query = query.where('at', '>=', midnight(from));
  if (to !== undefined) query = query.where('at', '<', midnight(addDays(to, 1)));
  // PostgreSQL takes no NUL, not even to look for it.
  if (actor !== undefined) query = query.where('actor', '=', actor.replaceAll('\0', ''));
  if (division !== undefined) query = query.where('division', 'like', `${prefixOf(division)}%`);
  if (action !== undefined) query = query.where('action', '=', action);
  if (outcome !== undefined) query = query.where('outcome', '=', outcome);
  return query;
}

/** When the day begins in Asia/Shanghai, written as the log writes instants. */
function midnight(day: Day): string {
  return new Date(`${day}T00:00:00+08:00`).toISOString();
}

/** 131000 廊坊市 is above all of 1310…, 131082 三河市 above 131082…. What is no code is above nothing. */
function prefixOf(code: DivisionCode): string {
  return code.replace(/[^0-9]/g, '?').replace(/^(\d{2})0000$|^(\d{4})00$/, '$1$2');
}
