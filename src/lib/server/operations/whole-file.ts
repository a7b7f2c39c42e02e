/** Files that appear whole or not at all, and are on the disk when they do. */
import { closeSync, fsyncSync, linkSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes what the system still holds of the file, or of the names in a folder, to the disk. */
function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Gives the finished file `temporary` its name, unless that is taken: then answers `false`, and nothing
 * has changed. A link, because a rename would replace what stands there.
 */
export function putInPlace(temporary: string, path: string): boolean {
  sync(temporary);
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  rmSync(temporary);
  if (process.platform !== 'win32') sync(dirname(path));
  return true;
}

/** Removes an SQLite file and what SQLite keeps beside it. */
export function removeSqlite(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal'])
    rmSync(`${path}${suffix}`, { force: true });
}
