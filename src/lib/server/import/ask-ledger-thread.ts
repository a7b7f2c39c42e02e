/**
 * Has a ledger judged on another thread, bounded in time and memory, two at once. Reached through the
 * office that scripts/start.ts opens: in the built pages the thread's file would not stand beside this one.
 */
import { log } from '../http/log.ts';
import { createTurns } from '../spreadsheet/turns.ts';
import { runTask } from '../worker-task.ts';
import type { JudgedLedger, LedgerRefused } from './imports.ts';
import type { LedgerTask } from './judge-ledger.ts';

const thread = new URL('./ledger-thread.ts', import.meta.url);
const inTurn = createTurns(2);

/** Reading takes two to three seconds at its bounds, matching 20,000 rows one or two more. */
const limits = { milliseconds: 15_000, megabytes: 512 };

export function askLedgerThread(task: LedgerTask): Promise<JudgedLedger | LedgerRefused> {
  return inTurn(async () => {
    const outcome = await runTask<JudgedLedger | LedgerRefused>(thread, task, limits);
    switch (outcome.status) {
      case 'answered':
        return outcome.answer;
      case 'too-slow':
      case 'out-of-memory':
        return { status: 'refused', reason: 'too-slow', values: {} };
      case 'failed':
        // A fault of ours that this file brings out: the person is told, and so are we.
        log.error({ task: 'ledger' }, `the ledger thread failed: ${outcome.message}`);
        return { status: 'refused', reason: 'damaged', values: {} };
    }
  });
}
