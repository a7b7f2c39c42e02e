/** The site as a process of its own, to be killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export interface RunningServer {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string;
  /** kill -9; resolves when the process is gone. */
  kill(): Promise<void>;
}

const root = join(import.meta.dirname, '..', '..');
/** Milliseconds. */
const patience = 60_000;

/** Starts the build that is there on a free port of the loopback, over the SQLite file in `varDir`. */
export async function startServer(varDir: string): Promise<RunningServer> {
  const child = spawn(process.execPath, [join(root, 'scripts', 'start.ts'), '--no-build'], {
    cwd: root,
    env: { PATH: process.env['PATH'], VAR_DIR: varDir, HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  // Whatever ends this process takes the server along.
  const onExit = () => child.kill('SIGKILL');
  process.once('exit', onExit);
  void ended.then(() => process.removeListener('exit', onExit));
  try {
    return { address: await addressOf(child), kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const give = (reason: string) => reject(new Error(`${reason}:\n${output}`));
    const timer = setTimeout(() => give('the server did not start in time'), patience);
    const hear = (chunk: Buffer) => {
      output = `${output}${chunk.toString()}`.slice(-5000);
      const port = /http:\/\/[^\s/:]+:(\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => {
      clearTimeout(timer);
      give('the server ended');
    });
  });
}
