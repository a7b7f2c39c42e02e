/**
 * Visitors of the public pages at a steady pace, on a thread of their own: each has a connection and
 * opens a page a second, whether the one before has come or not. What one waits counts from the moment
 * the page was to be opened, so that a server that holds up does not hold up the clock as well.
 */
import { Worker } from 'node:worker_threads';

export interface Visit {
  /** Milliseconds since the epoch, when the page was to be opened. */
  readonly at: number;
  /** Until its last byte; `null`: it did not come, or not with 200. */
  readonly milliseconds: number | null;
  /** Of the answer, or what the connection ended with. */
  readonly said: string;
  readonly path: string;
}

export interface VisitorOptions {
  readonly origin: string;
  readonly connections: number;
  readonly perSecond: number;
  /** Opened in turn; each at most once where it is to be one that nobody has asked for. */
  readonly paths: readonly string[];
}

export interface Visitors {
  /** Ends them, and answers every visit in the order in which they ended. */
  leave(): Promise<readonly Visit[]>;
}

/** Sends them in. */
export function sendVisitors(options: VisitorOptions): Visitors {
  if (new URL(options.origin).hostname !== '127.0.0.1')
    throw new Error('Load only at this machine.');
  const worker = new Worker(new URL('./import-visitors-thread.ts', import.meta.url), {
    workerData: options,
  });
  const died = new Promise<never>((_, reject) => worker.once('error', reject));
  // Told to whoever asks them to leave.
  died.catch(() => undefined);
  return {
    async leave() {
      const told = new Promise<readonly Visit[]>((resolve) => worker.once('message', resolve));
      worker.postMessage('leave');
      const visits = await Promise.race([told, died]);
      await worker.terminate();
      return visits;
    },
  };
}
