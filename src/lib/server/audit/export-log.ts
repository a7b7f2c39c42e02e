/** The audit log as a file, oldest row first, made page by page so that its length does not matter. */
import { stringify } from 'csv-stringify/sync';
import type { Reader } from '../db/database.ts';
import type { AuditTable } from '../db/schema.ts';
import type { AuditAction } from './audit.ts';
import { selectRows, type LogFilter } from './log-filter.ts';

const pageSize = 1000;

/** Headings and the words in the cells, in the reader's language. */
export interface LogCsvWords {
  readonly columns: {
    readonly seq: string;
    readonly at: string;
    readonly actor: string;
    readonly actorName: string;
    readonly action: string;
    readonly actionName: string;
    readonly division: string;
    readonly divisionName: string;
    readonly subject: string;
    readonly outcome: string;
    readonly details: string;
    readonly request: string;
    readonly previous: string;
    readonly hash: string;
  };
  readonly actions: Readonly<Record<AuditAction, string>>;
  readonly outcomes: Readonly<Record<AuditTable['outcome'], string>>;
  /** The name of a division; `null`: the site knows none of that code. */
  readonly nameOf: (division: string) => string | null;
}

/** For Excel: UTF-8 with a byte order mark, CRLF, and no cell that would run as a formula. */
export async function* exportLogCsv(
  read: Reader,
  filter: LogFilter,
  { columns, actions, outcomes, nameOf }: LogCsvWords,
): AsyncGenerator<string> {
  const lines = (rows: (string | number | null)[][], bom: boolean) =>
    stringify(rows, { bom, record_delimiter: '\r\n', escape_formulas: true });
  const cells = (row: AuditTable): Record<keyof typeof columns, string | number | null> => ({
    seq: row.seq,
    at: row.at,
    actor: row.actor,
    actorName: row.actor_name,
    action: row.action,
    actionName: (actions as Readonly<Record<string, string>>)[row.action] ?? null,
    division: row.division,
    divisionName: row.division === null ? null : nameOf(row.division),
    subject: row.subject,
    outcome: outcomes[row.outcome],
    details: row.details,
    request: row.request,
    previous: row.previous,
    hash: row.hash,
  });
  const order = Object.keys(columns) as (keyof typeof columns)[];
  yield lines([order.map((name) => columns[name])], true);
  for await (const page of pages(read, filter)) {
    yield lines(
      page.map((row) => {
        const cell = cells(row);
        return order.map((name) => cell[name]);
      }),
      false,
    );
  }
}

/**
 * A JSON object a line with the columns as they are stored, `details` as its text: who has the lines
 * can redo every hash (`hashOf` in chain.ts), without any key.
 */
export async function* exportLogJsonLines(read: Reader, filter: LogFilter): AsyncGenerator<string> {
  for await (const page of pages(read, filter)) {
    yield page.map((row) => `${JSON.stringify(row)}\n`).join('');
  }
}

/** Ends at the row that was the newest when it began: the export's own row would chase it. */
async function* pages(read: Reader, filter: LogFilter): AsyncGenerator<readonly AuditTable[]> {
  const newest = await read
    .selectFrom('audit')
    .select('seq')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  let last: number | null = null;
  while (newest) {
    let query = selectRows(read, filter).where('seq', '<=', newest.seq);
    if (last !== null) query = query.where('seq', '>', last);
    const page = await query.orderBy('seq').limit(pageSize).execute();
    const end = page.at(-1);
    if (!end) return;
    yield page;
    last = end.seq;
  }
}
