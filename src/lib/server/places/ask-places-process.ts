/**
 * Has a file of positions judged in a process of its own, bounded in time and memory, two at once. Reached
 * through the office that scripts/start.ts opens: in the built pages the process's file would not stand
 * beside this one.
 */
import { log } from '../http/log.ts';
import { createTurns } from '../spreadsheet/turns.ts';
import { runTask } from '../worker-task.ts';
import type { PlacesOutcome, PlacesTask } from './place-judgement.ts';

const file = new URL('./places-process.ts', import.meta.url);
const inTurn = createTurns(2);

/** Reading takes two seconds at its bounds, outlines against each other and their county some more. */
const limits = { milliseconds: 15_000, megabytes: 512 };

export function askPlacesProcess(task: PlacesTask): Promise<PlacesOutcome> {
  return inTurn(async () => {
    const outcome = await runTask<PlacesOutcome>(file, task, limits);
    switch (outcome.status) {
      case 'answered':
        return outcome.answer;
      case 'too-slow':
      case 'out-of-memory':
        return { status: 'refused', by: 'geodata', reason: 'too-slow', values: {} };
      case 'failed':
        // A fault of ours that this file brings out: the person is told, and so are we.
        log.error({ task: 'places' }, `the process of positions failed: ${outcome.message}`);
        return { status: 'refused', by: 'geodata', reason: 'failed', values: {} };
    }
  });
}
