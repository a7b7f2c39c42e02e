/** Whether a database is a whole site: what a backup is checked for before it counts as one. */
import { sql } from 'kysely';
import type { Database, Reader } from '../db/database.ts';
import { appliedMigrations } from '../db/migrate.ts';
import { asUnavailable, DatabaseUnavailable } from '../db/unavailable.ts';
import { readIdentity, type SiteIdentity } from '../facts/seed.ts';

export type SiteFault =
  /** The file is damaged: what SQLite says. */
  | { readonly kind: 'damaged'; readonly detail: string }
  /** It is no database of this program, or one that was never seeded. */
  | { readonly kind: 'foreign' }
  /** The audit log does not verify: what its proof says. */
  | { readonly kind: 'log'; readonly detail: string };

export type VerifiedSite =
  | { readonly status: 'whole'; readonly site: SiteIdentity }
  | { readonly status: 'broken'; readonly fault: SiteFault };

/** Proves the audit log; `null`: it is whole, else what is wrong with it. */
export type VerifyLog = (read: Reader) => Promise<string | null>;

/** Checks pages and references (SQLite; PostgreSQL keeps its own), that it is a site, and its log. */
export async function verifySite(database: Database, verifyLog: VerifyLog): Promise<VerifiedSite> {
  try {
    return await verify(database, verifyLog);
  } catch (error) {
    // Damage may show at any page that is read, not only where it is looked for.
    const known = asUnavailable(error, '');
    if (!(known instanceof DatabaseUnavailable) || known.reason !== 'not-a-database') throw error;
    const detail = error instanceof Error ? error.message : '';
    return { status: 'broken', fault: { kind: 'damaged', detail } };
  }
}

async function verify({ read, dialect }: Database, verifyLog: VerifyLog): Promise<VerifiedSite> {
  if (dialect === 'sqlite') {
    const detail = await sqliteFault(read);
    if (detail !== null) return { status: 'broken', fault: { kind: 'damaged', detail } };
  }
  const applied = await appliedMigrations(read);
  const site = applied?.length ? await readIdentity(read) : null;
  if (!site) return { status: 'broken', fault: { kind: 'foreign' } };
  const detail = await verifyLog(read);
  if (detail !== null) return { status: 'broken', fault: { kind: 'log', detail } };
  return { status: 'whole', site };
}

async function sqliteFault(read: Reader): Promise<string | null> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(read);
  const [first] = rows;
  if (first?.integrity_check !== 'ok') return first?.integrity_check ?? 'no answer';
  const broken = await sql<{ table: string }>`pragma foreign_key_check`.execute(read);
  const [reference] = broken.rows;
  return reference ? `foreign key of ${reference.table}` : null;
}
