/**
 * Has a ledger judged in a process of its own, bounded in time and memory, two at once. Reached through the
 * office that scripts/start.ts opens: in the built pages the process's file would not stand beside this one.
 */
import { log } from '../http/log.ts';
import { createTurns } from '../spreadsheet/turns.ts';
import { runTask } from '../worker-task.ts';
import type { JudgedLedger, LedgerRefused } from './imports.ts';
import type { LedgerTask } from './judge-ledger.ts';

const file = new URL('./ledger-process.ts', import.meta.url);
const inTurn = createTurns(2);

/** Reading takes two to three seconds at its bounds, matching 20,000 rows one or two more. */
const limits = { milliseconds: 15_000, megabytes: 512 };

export function askLedgerProcess(task: LedgerTask): Promise<JudgedLedger | LedgerRefused> {
  return inTurn(async () => {
    const outcome = await runTask<JudgedLedger | LedgerRefused>(file, task, limits);
    switch (outcome.status) {
      case 'answered':
        return outcome.answer;
      case 'too-slow':
      case 'out-of-memory':
        return { status: 'refused', reason: 'too-slow', values: {} };
      case 'failed':
        // A fault of ours that this file brings out: the person is told, and so are we.
        log.error({ task: 'ledger' }, `the ledger process failed: ${outcome.message}`);
        return { status: 'refused', reason: 'damaged', values: {} };
    }
  });
}
