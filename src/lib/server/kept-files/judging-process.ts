/**
 * Has files judged in processes of their own, bounded in time and memory, two at once. Reached through the
 * office that scripts/start.ts opens: in the built pages the process's file would not stand beside its source.
 */
import { log } from '../http/log.ts';
import { createTurns } from '../spreadsheet/turns.ts';
import { runTask } from '../worker-task.ts';

/** Reading takes two to three seconds at its bounds, judging 20,000 rows one or two more. */
const limits = { milliseconds: 15_000, megabytes: 512 };

/** Asks the process of `file`, and answers in `refused` words where it gives no answer. `name`: for the log. */
export function judgingProcess<Task, Answer>(
  file: URL,
  name: string,
  refused: { readonly tooSlow: Answer; readonly failed: Answer },
): (task: Task) => Promise<Answer> {
  const inTurn = createTurns(2);
  return (task) =>
    inTurn(async () => {
      const outcome = await runTask<Answer>(file, task, limits);
      switch (outcome.status) {
        case 'answered':
          return outcome.answer;
        case 'too-slow':
        case 'out-of-memory':
          return refused.tooSlow;
        case 'failed':
          // A fault of ours that this file brings out: the person is told, and so are we.
          log.error({ task: name }, `the process that judges ${name} failed: ${outcome.message}`);
          return refused.failed;
      }
    });
}
