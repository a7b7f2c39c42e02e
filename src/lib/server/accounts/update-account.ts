/** Writes what the administrator changed of an account. */
import type { Write } from '../db/database.ts';
import { toAccount, type AccountRow } from './account-row.ts';
import type { Account } from './accounts.ts';
import { toInstant, type Parts } from './parts.ts';

/** Writes columns and raises the version. */
export async function updateAccount(
  { now }: Pick<Parts, 'now'>,
  write: Write,
  row: AccountRow,
  dormantDays: number,
  columns: Partial<AccountRow>,
): Promise<Account> {
  const changed = await write
    .updateTable('account_user')
    .set({ ...columns, version: row.version + 1, updated_at: toInstant(now()) })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return toAccount(changed, dormantDays, now());
}
