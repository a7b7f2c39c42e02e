/** Whether the build is up to date with its sources, and making it. */
import { spawn } from 'node:child_process';
import { readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

/** What a build is made of, beside the `*.config.*` files at the top level. */
const sources = ['src', 'static', 'package-lock.json'];
/** Written last, dated by `build` to when the build began. */
const stamp = join('build', 'handler.js');

/** Whether there is a build, and nothing it is made of has changed since it began. */
export function isBuilt(root: string): boolean {
  const built = modifiedAt(join(root, stamp));
  if (built === null) return false;
  const configs = readdirSync(root).filter((name) => /\.config\.\w+$/.test(name));
  return [...sources, ...configs].every((name) => !hasNewer(join(root, name), built));
}

/** Runs `vite build`, with its output kept back unless it fails. */
export function build(
  root: string,
): Promise<{ status: 'built' } | { status: 'failed'; output: string }> {
  const startedAt = new Date();
  return new Promise((resolve) => {
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    // With this very Node: the machine's own may be too old.
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: root,
      // Whoever asks for it: under a test's setting it would be the development edition of Svelte.
      env: { ...process.env, NODE_ENV: 'production' },
    });
    let output = '';
    const take = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', (error) => resolve({ status: 'failed', output: error.message }));
    child.once('close', (code) => {
      if (code !== 0) return resolve({ status: 'failed', output });
      utimesSync(join(root, stamp), startedAt, startedAt);
      resolve({ status: 'built' });
    });
  });
}

function hasNewer(path: string, than: number): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return false;
  // A folder is newer when a file in it was added or removed.
  if (stats.mtimeMs > than) return true;
  if (!stats.isDirectory()) return false;
  return readdirSync(path).some((name) => hasNewer(join(path, name), than));
}

function modifiedAt(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
