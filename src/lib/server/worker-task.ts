/**
 * Runs one task in a process of its own, with a bound on its time and memory: reading a file that a
 * person sent must neither hold up the pages nor bring the server down, whatever stands in the file.
 *
 * A process, not a thread: Node strips types with WebAssembly, and V8 may abort the whole process when a
 * thread that used it ends (nodejs/node#64500). What aborts here is the task alone.
 */
import { fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';

export interface TaskLimits {
  /** From the start of the process to its answer. */
  readonly milliseconds: number;
  /** Of its heap. Buffers lie outside it: the task itself bounds what it unpacks. */
  readonly megabytes: number;
}

export type TaskOutcome<Answer> =
  | { readonly status: 'answered'; readonly answer: Answer }
  | { readonly status: 'too-slow' }
  | { readonly status: 'out-of-memory' }
  /** The task threw, or its process ended without an answer; the message is for the log. */
  | { readonly status: 'failed'; readonly message: string };

/** Nobody waits for the answer any more. */
export interface GivenUp {
  readonly status: 'given-up';
}

/** Says that a file is started for a task, and not imported by a test or another program. */
const taskArgument = 'answer-task';

/** Of what the process says on its way out, as much as tells why. */
const longestComplaint = 4_000;

/** Never more than a sixteenth of the heap is young, as far as megabytes can say so. */
const youngMegabytes = (megabytes: number): number => Math.max(1, Math.floor(megabytes / 16));

/**
 * The answer of the process that `file` (beside the source, with its `.ts`) is started as, given `task`.
 * Once `signal` says that nobody waits for it any more, the process is ended.
 */
export function runTask<Answer>(
  file: URL,
  task: unknown,
  limits: TaskLimits,
): Promise<TaskOutcome<Answer>>;
export function runTask<Answer>(
  file: URL,
  task: unknown,
  limits: TaskLimits,
  signal: AbortSignal,
): Promise<TaskOutcome<Answer> | GivenUp>;
export function runTask<Answer>(
  file: URL,
  task: unknown,
  limits: TaskLimits,
  signal?: AbortSignal,
): Promise<TaskOutcome<Answer> | GivenUp> {
  if (signal?.aborted) return Promise.resolve({ status: 'given-up' });
  const child = fork(fileURLToPath(file), [taskArgument], {
    // Nothing of the server's settings is a file reader's business.
    env: {},
    execArgv: [
      `--max-old-space-size=${limits.megabytes}`,
      `--max-semi-space-size=${youngMegabytes(limits.megabytes)}`,
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  yieldToPages(child.pid);
  return new Promise((resolve) => {
    let complaint = '';
    const finish = (outcome: TaskOutcome<Answer> | GivenUp): void => {
      clearTimeout(deadline);
      signal?.removeEventListener('abort', giveUp);
      resolve(outcome);
      child.kill('SIGKILL');
    };
    const giveUp = (): void => finish({ status: 'given-up' });
    signal?.addEventListener('abort', giveUp);
    const deadline = setTimeout(() => finish({ status: 'too-slow' }), limits.milliseconds);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(0, longestComplaint);
    });
    child.once('message', (outcome: TaskOutcome<Answer>) => finish(outcome));
    child.once('error', ({ message }) => finish({ status: 'failed', message }));
    // `close`, not `exit`: by then all that it complained of has been read.
    child.once('close', (code, signal) => {
      if (/heap (limit|out of memory)|out of memory/i.test(complaint)) {
        finish({ status: 'out-of-memory' });
      } else {
        const message = `the process ended without an answer (${signal ?? code}) ${complaint}`;
        finish({ status: 'failed', message: message.trim() });
      }
    });
    child.send(task as never, (error) => {
      // One that has ended already tells why by itself.
      if (error && child.exitCode === null && child.signalCode === null) {
        finish({ status: 'failed', message: error.message });
      }
    });
  });
}

/** Where pages and a file want the processor at once, the pages have it first. */
function yieldToPages(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch (error) {
    if (!runsUnchanged.has(systemCode(error))) throw error;
  }
}

/** Ended already, or not allowed here: then it runs as any other process. */
const runsUnchanged: ReadonlySet<string> = new Set(['ESRCH', 'EPERM', 'EACCES']);

/** What setpriority(2) answered, as Node tells it (nodejs.org/api/errors.html#class-systemerror); else empty. */
export function systemCode(error: unknown): string {
  if (!(error instanceof Error && 'info' in error)) return '';
  const { info } = error;
  const code = typeof info === 'object' && info !== null && 'code' in info ? info.code : '';
  return typeof code === 'string' ? code : '';
}

/** The other side, for the file of the process: answers the task it is given, once. */
export async function answerTask<Task, Answer>(
  answer: (task: Task) => Answer | Promise<Answer>,
): Promise<void> {
  if (process.argv[2] !== taskArgument) return;
  // Without the server there is nobody to answer.
  process.once('disconnect', () => process.exit());
  const task = await new Promise<Task>((resolve) => process.once('message', resolve));
  let outcome: TaskOutcome<Answer>;
  try {
    outcome = { status: 'answered', answer: await answer(task) };
  } catch (error) {
    outcome = { status: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
  process.send?.(outcome);
}
