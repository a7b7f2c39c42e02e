/** Tampers with a log of its own, again and again, and counts what the proof did not find. */
import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { AuditTable } from '../db/schema.ts';
import { createAuditLog } from './append.ts';
import { auditActions } from './audit.ts';
import { liftRefusal, type Dice } from './forgery.ts';
import { allRows } from './log-pages.ts';
import { attacks } from './tampering.ts';
import { verifyChain } from './verify.ts';

export interface Trial {
  readonly tamperings: number;
  readonly found: number;
  /** Of those found, how many were answered with the right row. */
  readonly named: number;
  /** What went wrong, each as one line; empty where all was found and named. */
  readonly faults: readonly string[];
}

export interface TrialOptions {
  /** Migrated, and nobody's: a log is written into it and its refusal of changes is taken off. */
  readonly database: Database;
  readonly rows: number;
  readonly tamperings: number;
  readonly dice: Dice;
}

/** Runs the attacks in turn, each undone before the next. */
export async function tryTamperings(options: TrialOptions): Promise<Trial> {
  const { database, tamperings, dice } = options;
  const key = Uint8Array.from({ length: 32 }, () => dice(256));
  await writeLog(options, key);
  return await database.write(async (write) => {
    await liftRefusal(write, database.dialect);
    const rows: AuditTable[] = [];
    for await (const row of allRows(write)) rows.push(row);
    const faults: string[] = [];
    let found = 0;
    let named = 0;
    for (let turn = 0; turn < tamperings; turn += 1) {
      const attack = attacks[turn % attacks.length];
      if (!attack) throw new Error('There are no attacks.');
      await sql`savepoint tampering`.execute(write);
      const expected = await attack.run(write, rows, dice);
      const proof = await verifyChain(write, key);
      if (proof.status === 'broken') found += 1;
      if (proof.status === 'broken' && proof.row === expected) named += 1;
      else faults.push(`${attack.name}, row ${String(expected)}: ${JSON.stringify(proof)}`);
      await sql`rollback to savepoint tampering`.execute(write);
      await sql`release savepoint tampering`.execute(write);
    }
    const proof = await verifyChain(write, key);
    if (proof.status === 'broken') {
      faults.push(`after everything was undone: ${JSON.stringify(proof)}`);
    }
    return { tamperings, found, named, faults };
  });
}

/** Rows as an office writes them: with and without actor, division and words in two scripts. */
async function writeLog({ database, rows, dice }: TrialOptions, key: Uint8Array): Promise<void> {
  const log = createAuditLog(key);
  await database.write(async (write) => {
    for (let row = 0; row < rows; row += 1) {
      const action = auditActions[dice(auditActions.length)] ?? 'site.seeded';
      await log.append(write, {
        at: new Date(Date.UTC(2026, 0, 1) + row * 60_000).toISOString(),
        actor: dice(4) === 0 ? null : { id: `account-${String(dice(9))}`, name: '王小林' },
        action,
        ...(dice(2) === 0 ? {} : { division: `1310${String(dice(90) + 10)}` }),
        ...(dice(2) === 0 ? {} : { subject: `subject-${String(dice(50))}` }),
        ...(dice(2) === 0 ? {} : { request: `request-${String(row)}` }),
        outcome: dice(5) === 0 ? 'refused' : 'done',
        details: { stage: '授牌', version: dice(9), 'quoted "text"': [null, true] },
      });
    }
  });
}
