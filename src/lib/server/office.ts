/**
 * The office of this process: the database and everything that writes to it. Like the read model it
 * hangs on the process, because the HTTP front and the application each have a copy of this module.
 */
import type { Accounts } from './accounts/accounts.ts';
import type { AuditEntry } from './audit/audit.ts';
import type { Database } from './db/database.ts';
import type { Imports } from './import/imports.ts';
import type { PlaceImports } from './places/place-imports.ts';
import type { Settings } from './settings/settings.ts';
import type { Submissions } from './submissions/submissions.ts';

export interface Office {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly submissions: Submissions;
  readonly imports: Imports;
  readonly placeImports: PlaceImports;
  readonly settings: Settings;
  /** Proves the audit log; never leaves the server. */
  readonly auditKey: Uint8Array;
  /** Writes one row of the audit log, in a transaction of its own. */
  record(entry: Omit<AuditEntry, 'at'>): Promise<void>;
}

const slot = Symbol.for('langfang-forest-cities.office');
const holder = globalThis as { [slot]?: Office };

/** Makes it the office of this process. */
export function openOffice(opened: Office): void {
  holder[slot] = opened;
}

export function isOfficeOpen(): boolean {
  return holder[slot] !== undefined;
}

/** The office. Throws before it was opened: a fault of the caller. */
export function office(): Office {
  const opened = holder[slot];
  if (!opened) throw new Error('The office has not been opened yet.');
  return opened;
}
