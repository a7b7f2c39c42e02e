/** Builds the site once and serves it twice, with the real data and with the demonstration. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findOrInstallBrowser } from './browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Origin of the site on the real data. */
    site: string;
    /** Origin of the site on the demonstration. */
    demo: string;
  }
}

export default async function setup(project: TestProject) {
  process.env['CHROMIUM'] = findOrInstallBrowser();
  const build = spawnSync(process.execPath, ['scripts/start.ts', '--build-only'], {
    encoding: 'utf8',
  });
  if (build.status !== 0) throw new Error(`The build failed:\n${build.stdout}\n${build.stderr}`);
  const varDirectory = mkdtempSync(join(tmpdir(), 'forest-city-'));
  const [site, demo] = await Promise.all([
    startSite('data', varDirectory),
    startSite('data/demo', varDirectory),
  ]);
  project.provide('site', site.origin);
  project.provide('demo', demo.origin);
  return async () => {
    await Promise.all([stop(site.process), stop(demo.process)]);
    rmSync(varDirectory, { recursive: true, force: true });
  };
}

/** Starts the production server on a free loopback port and waits for the line that names it. */
export async function startSite(dataDirectory: string, varDirectory: string) {
  const child = spawn(process.execPath, ['scripts/start.ts', '--no-build'], {
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: dataDirectory,
      VAR_DIR: varDirectory,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const origin = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const match = /http:\/\/(?:localhost|127\.0\.0\.1):(\d+)/.exec(output);
      if (match) resolve(`http://127.0.0.1:${match[1]}`);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`The server ended (${code}):\n${output}`)));
  });
  return { process: child, origin };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
