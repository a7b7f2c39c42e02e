/** On whose behalf accounts and settings are changed: somebody signed in, or the command line. */
import { decide, type Action } from '../../domain/permission.ts';
import type { AuditEntry } from '../audit/audit.ts';
import type { Write } from '../db/database.ts';
import { findRow, toActor } from './account-row.ts';
import type { AccountsBy } from './accounts.ts';
import { note, type Parts } from './parts.ts';

/**
 * Whether who began it may still do it, asked inside the write: disabled or given another post
 * meanwhile, nobody may, and the log says so. The command line always may.
 */
export async function mayStill(
  parts: Pick<Parts, 'audit' | 'now'>,
  write: Write,
  by: AccountsBy,
  action: Action,
): Promise<boolean> {
  if (!by.actor) return true;
  const row = await findRow(write, by.actor.id);
  const decision = decide(row?.enabled === 1 ? toActor(row) : null, action);
  if (decision.status === 'allowed') return true;
  await noteBy(parts, write, by, {
    action: 'permission.refused',
    outcome: 'refused',
    details: { action, reason: decision.reason },
  });
  return false;
}

/** Adds an audit row of what was done for them; the command line has no account. */
export async function noteBy(
  parts: Pick<Parts, 'audit' | 'now'>,
  write: Write,
  { actor, request }: AccountsBy,
  { details, ...entry }: Omit<AuditEntry, 'at' | 'actor' | 'request'>,
): Promise<void> {
  await note(parts, write, {
    ...entry,
    actor,
    ...(request !== undefined && { request }),
    details: { ...details, ...(actor === null && { by: 'command-line' }) },
  });
}
