/** Our production server for the bench: loopback, a port and a folder of its own, ended by its process. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { get, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Site {
  readonly origin: string;
  close(): Promise<void>;
}

export type Started =
  | { readonly status: 'started'; readonly site: Site }
  | { readonly status: 'failed'; readonly why: string };

const startSeconds = 60;

/** Builds where the sources are newer than the build, then serves it, on a database of its own or the one in `varDir`. */
export async function startSite(dataDirectory: string, varDir?: string): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-site-'));
  // A reader's own settings of the site (ORIGIN, a base map) are not what is measured.
  const { PATH } = process.env;
  // In a process that has ended before anything is measured.
  const build = spawnSync(process.execPath, ['scripts/start.ts', '--build-only'], {
    encoding: 'utf8',
  });
  if (build.status !== 0) return { status: 'failed', why: build.stdout + build.stderr };
  const child = spawn(process.execPath, ['scripts/start.ts', '--no-build'], {
    env: {
      PATH,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: dataDirectory,
      VAR_DIR: varDir ?? folder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const close = async (): Promise<void> => {
    await stop(child);
    rmSync(folder, { recursive: true, force: true });
  };
  const port = await portOf(child);
  if (typeof port === 'number') {
    return { status: 'started', site: { origin: `http://127.0.0.1:${port}`, close } };
  }
  await close();
  return { status: 'failed', why: port };
}

/** The port the server names on its first line, or what it said instead. */
function portOf(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve) => {
    let output = '';
    const timer = setTimeout(() => resolve(`no answer in ${startSeconds} s`), startSeconds * 1000);
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const port = /http:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      resolve(`the server ended (${code ?? signal}): ${output.trim().split('\n').at(-1) ?? ''}`);
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it came over the wire: not decompressed. */
  readonly body: Buffer;
}

/** One plain request, with that `Accept-Encoding`. */
export function request(url: string, encoding: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'Accept-Encoding': encoding }, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
      response.on('error', reject);
    }).on('error', reject);
  });
}
