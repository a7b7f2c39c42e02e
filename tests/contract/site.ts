/** A site for contract tests: its key, its log, its clock, and a database seeded with the real data. */
import { createAuditLog } from '../../src/lib/server/audit/append.ts';
import { verifyChain } from '../../src/lib/server/audit/verify.ts';
import { realData } from '../../src/lib/server/data/data-copy.ts';
import type { Database, Reader } from '../../src/lib/server/db/database.ts';
import { seed } from '../../src/lib/server/facts/seed.ts';
import type { DatabaseUnderTest } from './databases.ts';

/** 32 bytes; another key would not verify the log. */
export const auditKey = new Uint8Array(32).fill(7);
export const audit = createAuditLog(auditKey);
export const now = (): number => Date.parse('2026-03-01T08:00:00.000Z');

/** `null`: the log is whole. */
export async function verifyLog(read: Reader): Promise<string | null> {
  const verification = await verifyChain(read, auditKey);
  return verification.status === 'whole' ? null : verification.kind;
}

export async function openSeeded({ open }: DatabaseUnderTest, address?: string): Promise<Database> {
  const database = await open(address);
  await seed(database, realData, audit, now);
  return database;
}
