/** The audit log as the auditor reads it: newest first, a page at a time. */
import type { Reader } from '../db/database.ts';
import type { AuditTable } from '../db/schema.ts';
import type { AuditAction, JsonValue } from './audit.ts';
import { selectRows, type LogFilter } from './log-filter.ts';

export interface LogRow {
  readonly seq: number;
  /** RFC 3339 in UTC. */
  readonly at: string;
  /** `null`: nobody signed in, or the command line. The name is the one of then. */
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly action: AuditAction;
  readonly division: string | null;
  readonly subject: string | null;
  readonly outcome: 'done' | 'refused';
  readonly details: Readonly<Record<string, JsonValue>>;
  readonly request: string | null;
  readonly hash: string;
}

export interface LogPage {
  readonly rows: readonly LogRow[];
  /** For `before` of the next page; `null` at the beginning of the log. */
  readonly next: number | null;
}

const pageSize = 50;

/** PostgreSQL refuses to compare a row's number with one that no row can have. */
const largestSeq = 2 ** 31 - 1;

/** The newest rows the filter lets through, older than row `before` where that is given. */
export async function readLog(
  read: Reader,
  filter: LogFilter,
  { before, size = pageSize }: { readonly before?: number; readonly size?: number } = {},
): Promise<LogPage> {
  let query = selectRows(read, filter)
    .orderBy('seq', 'desc')
    .limit(size + 1);
  if (before !== undefined) query = query.where('seq', '<', Math.min(before, largestSeq));
  const found = await query.execute();
  const rows = found.slice(0, size).map(rowOf);
  return { rows, next: found.length > size ? (rows.at(-1)?.seq ?? null) : null };
}

/** Everybody the log names, under the name they bore last; for the choice of a person. */
export async function readPeople(
  read: Reader,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const rows = await read
    .selectFrom('audit')
    .select(['actor', 'actor_name'])
    .where('seq', 'in', (latest) =>
      latest
        .selectFrom('audit')
        .select((select) => select.fn.max('seq').as('seq'))
        .where('actor', 'is not', null)
        .groupBy('actor'),
    )
    .execute();
  return rows
    .map(({ actor, actor_name: name }) => ({ id: actor ?? '', name: name ?? '' }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.id < b.id ? -1 : 1));
}

function rowOf(row: AuditTable): LogRow {
  return {
    seq: row.seq,
    at: row.at,
    actor: row.actor === null ? null : { id: row.actor, name: row.actor_name ?? '' },
    action: row.action as AuditAction,
    division: row.division,
    subject: row.subject,
    outcome: row.outcome,
    details: readDetails(row.details),
    request: row.request,
    hash: row.hash,
  };
}

/** An altered row may hold anything; the auditor is to see the page, and the proof to name the row. */
function readDetails(text: string): LogRow['details'] {
  try {
    const value: unknown = JSON.parse(text);
    if (value && typeof value === 'object' && !Array.isArray(value)) {
      return value as LogRow['details'];
    }
  } catch {
    // Shown as it stands, below.
  }
  return { unreadable: text };
}
