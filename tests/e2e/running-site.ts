/** A production server of the site on a free loopback port, for as long as a test needs it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RunningSite {
  readonly origin: string;
  /** Everything it has printed so far: the set-up link is there. */
  output(): string;
  /** Asks it to end; with which status it did. */
  stop(): Promise<number | null>;
}

/** Chosen before the start, for a site that prints the address it is reached at and not its port. */
async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return String(address.port);
}

/**
 * Starts the build that is there with these settings and waits for the line that names its address.
 * Without a `VAR_DIR` the database lives in a folder of its own, removed at the end.
 */
export async function startSite(settings: Readonly<Record<string, string>>): Promise<RunningSite> {
  const folder = mkdtempSync(join(tmpdir(), 'forest-cities-'));
  const { ORIGIN } = settings;
  const port = ORIGIN ? await freePort() : '0';
  const child = spawn(process.execPath, ['scripts/start.ts', '--no-build'], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: port, VAR_DIR: folder, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const origin = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const match = /http:\/\/(?:localhost|127\.0\.0\.1):(\d+)/.exec(output);
      if (match) resolve(`http://127.0.0.1:${match[1]}`);
      else if (ORIGIN && output.includes(`${ORIGIN}\n`)) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`The server ended (${code}):\n${output}`)));
  });
  return {
    origin,
    output: () => output,
    stop: async () => {
      if (child.exitCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
      return child.exitCode;
    },
  };
}
