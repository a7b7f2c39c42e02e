/** An audit log with rows, under a key of its own. */
import { createAuditLog } from '../../src/lib/server/audit/append.ts';
import type { AuditEntry } from '../../src/lib/server/audit/audit.ts';
import type { Database } from '../../src/lib/server/db/database.ts';

export const key = new Uint8Array(32).fill(7);
export const log = createAuditLog(key);

export function entry(subject: string): AuditEntry {
  return { at: '2026-03-01T02:03:04.005Z', actor: null, action: 'submission.saved', subject };
}

/** A log whose rows are about 1, 2, 3 and so on. */
export async function withRows(open: () => Promise<Database>, rows: number): Promise<Database> {
  const database = await open();
  await database.write(async (write) => {
    for (let row = 1; row <= rows; row += 1) await log.append(write, entry(String(row)));
  });
  return database;
}
