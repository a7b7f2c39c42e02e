/**
 * Has files judged in processes of their own, bounded in time and memory, two at once. Reached through the
 * office that scripts/start.ts opens: in the built pages the process's file would not stand beside its source.
 */
import { log } from '../http/log.ts';
import { createTurns } from '../spreadsheet/turns.ts';
import { runTask, type GivenUp, type TaskOutcome } from '../worker-task.ts';

/** Reading takes two to three seconds at its bounds, judging 20,000 rows one or two more. */
const limits = { milliseconds: 15_000, megabytes: 512 };

const givenUp: GivenUp = { status: 'given-up' };

/**
 * Asks the process of `file`, and answers in `refused` words where it gives no answer. `name`: for the log.
 * Once `signal` says that nobody waits for it, the turn goes to the next.
 */
export function judgingProcess<Task, Answer>(
  file: URL,
  name: string,
  refused: { readonly tooSlow: Answer; readonly failed: Answer },
): (task: Task, signal: AbortSignal) => Promise<Answer> {
  const inTurn = createTurns(2);
  return async (task, signal) => {
    const outcome = await inTurn<TaskOutcome<Answer> | GivenUp>(
      () => runTask<Answer>(file, task, limits, signal),
      { signal, answer: givenUp },
    );
    switch (outcome.status) {
      case 'answered':
        return outcome.answer;
      case 'too-slow':
      case 'out-of-memory':
        return refused.tooSlow;
      case 'given-up':
        // Nobody reads it; like the others it says nothing lasting about the file.
        return refused.tooSlow;
      case 'failed':
        // A fault of ours that this file brings out: the person is told, and so are we.
        log.error({ task: name }, `the process that judges ${name} failed: ${outcome.message}`);
        return refused.failed;
    }
  };
}
