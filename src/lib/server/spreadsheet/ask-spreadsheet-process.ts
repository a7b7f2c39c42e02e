/**
 * The process that looks into files that people sent: bounded in time and memory, at most two at once.
 * Reached through the office port that scripts/start.ts opens: in the built pages the process's file would
 * not stand beside this one.
 */
import { log } from '../http/log.ts';
import { runTask } from '../worker-task.ts';
import { readAtOnce, readingTime } from './limits.ts';
import type { SpreadsheetTask } from './spreadsheet-process.ts';
import { createTurns } from './turns.ts';
import type { ReadWorkbook } from './workbook.ts';

const inTurn = createTurns(readAtOnce);
const file = new URL('./spreadsheet-process.ts', import.meta.url);

export type ProcessAnswer<Answer> =
  | { readonly status: 'answered'; readonly answer: Answer }
  | Extract<ReadWorkbook, { status: 'refused' }>;

/** Hands the task over when it is its turn; `onStart` hears when that is. */
export function askProcess<Answer>(
  task: SpreadsheetTask,
  onStart: () => void = () => undefined,
): Promise<ProcessAnswer<Answer>> {
  return inTurn(async () => {
    onStart();
    const outcome = await runTask<Answer>(file, task, readingTime);
    switch (outcome.status) {
      case 'answered':
        return outcome;
      case 'too-slow':
      case 'out-of-memory':
        return { status: 'refused', reason: 'too-slow' };
      case 'failed':
        // A fault of ours that this file brings out: the person is told, and so are we.
        log.error({ task: task.kind }, `the spreadsheet process failed: ${outcome.message}`);
        return { status: 'refused', reason: 'damaged' };
    }
  });
}
