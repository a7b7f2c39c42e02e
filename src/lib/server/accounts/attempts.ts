/**
 * Counts wrong answers in the database, so that a restart forgets none. An attempt is counted before
 * it is looked at and taken back when it was right: a thousand at once are a thousand.
 */
import type { Write } from '../db/database.ts';
import { attemptMemory } from './attempt-policy.ts';

export interface Counter {
  /** Whose guesses: never a name or an address in the clear. */
  readonly key: string;
  /** Milliseconds to wait after so many failures in a row. */
  readonly waitAfter: (failures: number) => number;
}

export type Reservation =
  | { readonly status: 'go' }
  /** `isFirst`: nobody has run into this wait before, so the log is told. */
  | { readonly status: 'wait'; readonly milliseconds: number; readonly isFirst: boolean };

/** Counts one attempt on each counter, unless one of them says to wait. `now` in milliseconds. */
export async function reserveAttempt(
  write: Write,
  counters: readonly Counter[],
  now: number,
): Promise<Reservation> {
  const old = new Date(now - attemptMemory).toISOString();
  await write.deleteFrom('account_attempt').where('last_at', '<', old).execute();
  const keys = counters.map(({ key }) => key);
  const rows = await write
    .selectFrom('account_attempt')
    .selectAll()
    .where('key', 'in', keys)
    .execute();
  const blocking = rows.filter(
    ({ blocked_until }) => blocked_until !== null && Date.parse(blocked_until) > now,
  );
  if (blocking.length > 0) {
    const ends = blocking.map(({ blocked_until }) => Date.parse(blocked_until ?? ''));
    const unnoted = blocking.filter(({ noted }) => noted === 0).map(({ key }) => key);
    if (unnoted.length > 0) {
      await write
        .updateTable('account_attempt')
        .set({ noted: 1 })
        .where('key', 'in', unnoted)
        .execute();
    }
    return {
      status: 'wait',
      milliseconds: Math.max(...ends) - now,
      isFirst: unnoted.length === blocking.length,
    };
  }
  for (const { key, waitAfter } of counters) {
    const failures = (rows.find((row) => row.key === key)?.failures ?? 0) + 1;
    const wait = waitAfter(failures);
    const values = {
      failures,
      last_at: new Date(now).toISOString(),
      blocked_until: wait > 0 ? new Date(now + wait).toISOString() : null,
      noted: 0 as const,
    };
    await write
      .insertInto('account_attempt')
      .values({ key, ...values })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(values))
      .execute();
  }
  return { status: 'go' };
}

/** A right answer: the failures before it are forgotten. */
export async function forgetAttempts(write: Write, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await write.deleteFrom('account_attempt').where('key', 'in', keys).execute();
}

/** A right answer where others' failures count too (an address): only its own count is taken back. */
export async function takeBackAttempt(
  write: Write,
  { key, waitAfter }: Counter,
  now: number,
): Promise<void> {
  const row = await write
    .selectFrom('account_attempt')
    .selectAll()
    .where('key', '=', key)
    .executeTakeFirst();
  if (!row) return;
  const failures = Math.max(row.failures - 1, 0);
  const wait = waitAfter(failures);
  await write
    .updateTable('account_attempt')
    .set({
      failures,
      blocked_until: wait > 0 ? new Date(now + wait).toISOString() : null,
    })
    .where('key', '=', key)
    .execute();
}
