/** A thread that runs the batches it is handed, one after the other, and counts in `begun` the runs it has begun. */
import { parentPort, workerData } from 'node:worker_threads';
import { runBatch, type Batch } from './run-batch.ts';

// Of the starter (run-batches.ts), which is of the same edition.
const begun = new Int32Array(workerData as SharedArrayBuffer);

parentPort?.on('message', (batch: Batch) => {
  Atomics.store(begun, 0, 0);
  void runBatch(batch, () => Atomics.add(begun, 0, 1)).then(
    (result) => parentPort?.postMessage({ status: 'done', result }),
    (error: unknown) => {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      parentPort?.postMessage({ status: 'broken', message });
    },
  );
});
