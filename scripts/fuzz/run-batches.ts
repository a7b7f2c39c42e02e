/** Spreads batches over threads, and watches that each of their runs ends. */
import { Worker } from 'node:worker_threads';
import type { Batch, BatchResult } from './run-batch.ts';

/** Of a thread's heap: what the site gives the thread that reads a ledger, and this one holds the fuzzing too. */
const heapMegabytes = 512;

/** Milliseconds without a new run after which one is taken to be without end; a sound one takes some. */
const longestRun = 90_000;

export type BatchEnd =
  | { readonly status: 'done'; readonly batch: Batch; readonly result: BatchResult }
  /** The thread died, or hung, in this run (from 0). */
  | { readonly status: 'lost'; readonly batch: Batch; readonly run: number; readonly why: string };

type Answer =
  | { readonly status: 'done'; readonly result: BatchResult }
  | { readonly status: 'broken'; readonly message: string };

/** Runs them all, or until `onEnd` says that it is enough. */
export async function runBatches(
  batches: readonly Batch[],
  threads: number,
  onEnd: (end: BatchEnd) => 'go-on' | 'stop',
): Promise<void> {
  const waiting = [...batches];
  const work = async (): Promise<void> => {
    const thread = openThread();
    try {
      for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
        const end = await thread.run(batch);
        if (onEnd(end) === 'stop') waiting.length = 0;
        if (end.status === 'lost') return;
      }
    } finally {
      await thread.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, batches.length) }, work));
}

interface Thread {
  run(batch: Batch): Promise<BatchEnd>;
  close(): Promise<unknown>;
}

function openThread(): Thread {
  const begun = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('./batch-thread.ts', import.meta.url), {
    workerData: begun.buffer,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  // One that dies between two batches is told of by the next.
  worker.on('error', () => undefined);
  return {
    run: (batch) =>
      new Promise((resolve) => {
        const lost = (why: string): void => {
          finish({ status: 'lost', batch, run: Math.max(0, Atomics.load(begun, 0) - 1), why });
        };
        let [seen, since] = [-1, Date.now()];
        const watch = setInterval(() => {
          const now = Atomics.load(begun, 0);
          if (now !== seen) [seen, since] = [now, Date.now()];
          else if (Date.now() - since > longestRun)
            lost(`没有结束 no end in ${longestRun / 1000} s`);
        }, 1000);
        const onMessage = (answer: Answer): void => {
          if (answer.status === 'done') finish({ status: 'done', batch, result: answer.result });
          else lost(answer.message);
        };
        const onError = (error: unknown): void =>
          lost(error instanceof Error ? (error.stack ?? error.message) : String(error));
        const finish = (end: BatchEnd): void => {
          clearInterval(watch);
          worker.off('message', onMessage).off('error', onError);
          resolve(end);
        };
        worker.on('message', onMessage).on('error', onError);
        worker.postMessage(batch);
      }),
    close: () => worker.terminate(),
  };
}
