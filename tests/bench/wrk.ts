/** Load by `wrk`, bounded in connections and time, at this machine only. */
import { spawn } from 'node:child_process';

export interface LoadOptions {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  /** A Lua file for wrk, and what its script prints as `name=value`. */
  readonly script?: string;
}

export interface LoadResult {
  readonly requestsPerSecond: number;
  readonly requests: number;
  /** Bytes read in all, headers included; wrk rounds to three or four digits. */
  readonly bytes: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Connections refused, and reads, writes and timeouts that failed. */
  readonly socketErrors: number;
  readonly notSuccessful: number;
  /** What the script counted. */
  readonly counts: Readonly<Record<string, number>>;
}

export async function applyLoad(options: LoadOptions): Promise<LoadResult> {
  const { url, connections, seconds, script } = options;
  if (new URL(url).hostname !== '127.0.0.1') throw new Error('Load only at this machine.');
  const output = await run('wrk', [
    '-t1',
    `-c${connections}`,
    `-d${seconds}s`,
    '--latency',
    '-H',
    'Accept-Encoding: gzip',
    ...(script === undefined ? [] : ['-s', script]),
    url,
  ]);
  return parseWrk(output);
}

/** Reads the report of wrk 4. Throws on a text that is none. */
export function parseWrk(output: string): LoadResult {
  const number = (pattern: RegExp): number | undefined => {
    const text = pattern.exec(output)?.[1];
    return text === undefined ? undefined : Number(text);
  };
  const requestsPerSecond = number(/Requests\/sec:\s+([\d.]+)/);
  const requests = number(/(\d+) requests in/);
  if (requestsPerSecond === undefined || requests === undefined) {
    throw new Error(`wrk reported no requests:\n${output}`);
  }
  const errors = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(
    output,
  );
  const counts = [...output.matchAll(/^([a-zA-Z]\w*)=(\d+)$/gm)].map(
    ([, name, value]) => [name ?? '', Number(value)] as const,
  );
  return {
    requestsPerSecond,
    requests,
    bytes: bytesRead(output),
    p50: milliseconds(/^\s+50%\s+([\d.]+)(us|ms|s)/m.exec(output)),
    p99: milliseconds(/^\s+99%\s+([\d.]+)(us|ms|s)/m.exec(output)),
    socketErrors: (errors ?? []).slice(1).reduce((total, text) => total + Number(text), 0),
    notSuccessful: number(/Non-2xx or 3xx responses: (\d+)/) ?? 0,
    counts: Object.fromEntries(counts),
  };
}

/** `7.41GB read`: in units of 1024. */
function bytesRead(output: string): number {
  const [, value, unit = ''] = /([\d.]+)([KMGT]?)B read/.exec(output) ?? [];
  return Number(value) * 1024 ** ' KMGT'.indexOf(unit || ' ');
}

function milliseconds(match: RegExpExecArray | null): number {
  if (!match) return Number.NaN;
  const value = Number(match[1]);
  return match[2] === 'us' ? value / 1000 : match[2] === 's' ? value * 1000 : value;
}

const graceSeconds = 60;

function run(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { timeout: graceSeconds * 1000, killSignal: 'SIGTERM' });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${command} ended (${code}):\n${output}`));
    });
  });
}
