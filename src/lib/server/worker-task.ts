/**
 * Runs one task on another thread, with a bound on its time and memory: reading a file that a person
 * sent must neither hold up the pages nor bring the process down, whatever stands in the file.
 */
import {
  isMainThread,
  parentPort,
  Worker,
  workerData,
  type Transferable,
} from 'node:worker_threads';

export interface TaskLimits {
  /** From the start of the thread to its answer. */
  readonly milliseconds: number;
  /** Of the thread's heap. Buffers lie outside it: the task itself bounds what it unpacks. */
  readonly megabytes: number;
}

export type TaskOutcome<Answer> =
  | { readonly status: 'answered'; readonly answer: Answer }
  | { readonly status: 'too-slow' }
  | { readonly status: 'out-of-memory' }
  /** The task threw, or its thread ended without an answer; the message is for the log. */
  | { readonly status: 'failed'; readonly message: string };

/**
 * The answer of the thread that `file` (beside the source, with its `.ts`) is started as, given `task`.
 * Buffers in `transfer` move over instead of being copied, and are empty here afterwards.
 */
export function runTask<Answer>(
  file: URL,
  task: unknown,
  limits: TaskLimits,
  transfer: readonly Transferable[] = [],
): Promise<TaskOutcome<Answer>> {
  const worker = new Worker(file, {
    workerData: task,
    transferList: [...transfer],
    resourceLimits: {
      maxOldGenerationSizeMb: limits.megabytes,
      maxYoungGenerationSizeMb: Math.min(16, limits.megabytes),
    },
    // Nothing of the server's settings is a file reader's business.
    env: {},
  });
  return new Promise((resolve) => {
    const finish = (outcome: TaskOutcome<Answer>): void => {
      clearTimeout(deadline);
      resolve(outcome);
      void worker.terminate();
    };
    const deadline = setTimeout(() => finish({ status: 'too-slow' }), limits.milliseconds);
    worker.once('message', (answer: Answer) => finish({ status: 'answered', answer }));
    worker.once('error', (error: unknown) => {
      const isMemory =
        error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      finish(
        isMemory
          ? { status: 'out-of-memory' }
          : { status: 'failed', message: error instanceof Error ? error.message : String(error) },
      );
    });
    worker.once('exit', (code) =>
      finish({ status: 'failed', message: `the thread ended without an answer (${code})` }),
    );
  });
}

/** The other side, for the file of the thread: answers the task it was given, once. */
export async function answerTask<Task, Answer>(
  answer: (task: Task) => Answer | Promise<Answer>,
): Promise<void> {
  if (isMainThread) return;
  // What the starter gave; both sides are of the same edition of this program.
  parentPort?.postMessage(await answer(workerData as Task));
}
