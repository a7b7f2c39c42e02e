/** What must hold of the database after a kill, read while no server writes. */
import { verifyChain } from '../../src/lib/server/audit/verify.ts';
import { compareEvents } from '../../src/lib/server/audit/verify-events.ts';
import { databaseAddress, openDatabaseAt } from '../../src/lib/server/db/open.ts';
import { readKeys } from '../../src/lib/server/keys.ts';

export interface Findings {
  /** Approved submissions, all of them whole. */
  readonly approved: ReadonlySet<string>;
  readonly auditRows: number;
  /** Each a line; empty where nothing was lost or half-written. */
  readonly losses: readonly string[];
}

/** `acknowledged`: ids of submissions whose approval was answered. `databaseUrl` `null`: the embedded one. */
export async function check(
  varDir: string,
  acknowledged: ReadonlySet<string>,
  databaseUrl: string | null = null,
): Promise<Findings> {
  const read = await readKeys({ varDir, auditKey: null, authSecret: null }, { mustExist: true });
  if (read.status === 'invalid') throw new Error(read.message);
  const database = openDatabaseAt(databaseAddress({ databaseUrl, varDir }), {
    mustExist: true,
  });
  try {
    const chain = await verifyChain(database.read, read.keys.audit);
    const events = await compareEvents(database.read);
    const states = await database.read
      .selectFrom('submission')
      .select('id')
      .where('state', '=', 'approved')
      .execute();
    const withEvents = await database.read
      .selectFrom('event')
      .select('submission')
      .where('submission', 'is not', null)
      .execute();
    const rows = await database.read
      .selectFrom('audit')
      .select('subject')
      .where('action', '=', 'submission.approved')
      .execute();
    const approved = new Set(states.map(({ id }) => id));
    const recorded = new Set(withEvents.map(({ submission }) => submission ?? ''));
    const told = new Set(rows.map(({ subject }) => subject ?? ''));
    const losses = [
      ...missing(acknowledged, approved, 'was answered as approved and is not'),
      ...missing(acknowledged, recorded, 'was answered as approved and has no event'),
      ...missing(approved, recorded, 'is approved and has no event'),
      ...missing(recorded, approved, 'has an event and is not approved'),
      ...missing(approved, told, 'is approved and has no audit row'),
      ...missing(told, approved, 'has an audit row and is not approved'),
      ...events.withoutRow.map((id) => `the event ${id} has no audit row`),
      ...events.placesUnlike.map((id) => `the places of ${id} are not those of the audit log`),
      ...events.withoutEvent.map((id) => `the event ${id} of the audit log is not there`),
      ...(chain.status === 'whole' ? [] : [`the chain is broken: ${JSON.stringify(chain)}`]),
    ];
    return { approved, auditRows: chain.rows, losses };
  } finally {
    await database.close();
  }
}

function missing(wanted: ReadonlySet<string>, found: ReadonlySet<string>, what: string): string[] {
  return [...wanted].filter((id) => !found.has(id)).map((id) => `submission ${id} ${what}`);
}
