/** Programs a reader of our files may have. Where one is not installed, its tests are skipped, visibly. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function answers(program: string): boolean {
  return spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 60_000 }).status === 0;
}

export const hasGdal = answers('ogr2ogr');
export const hasLibreOffice = answers('soffice');

function withFile<Result>(
  name: string,
  bytes: Uint8Array,
  use: (path: string, folder: string) => Result,
): Result {
  const folder = mkdtempSync(join(tmpdir(), 'forest-city-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return use(path, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 64e6,
  });
  if (status !== 0) throw new Error(`${program} ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
}

/** One layer of the file as GDAL reads it, as GeoJSON. `inside`: the file within a .zip. */
export function readWithGdal(name: string, bytes: Uint8Array, inside?: string): unknown {
  return withFile(name, bytes, (path) => {
    const source = inside === undefined ? path : `/vsizip/${path}/${inside}`;
    const output = ['-f', 'GeoJSON', '/vsistdout/', source];
    return JSON.parse(run('ogr2ogr', [...output, '-lco', 'COORDINATE_PRECISION=15']));
  });
}

/** `Text - txt - csv`: comma, quotes, UTF-8, from line 1, text as it is shown. */
const csv = '44,34,76,1,,0,false,true,false,false,false';
const filters = {
  /** Of the sheet of that number. */
  csv: (sheet: number) => `csv:Text - txt - csv (StarCalc):${csv},${sheet}`,
  /** Everything, the type of each cell and every formula among it, as one XML. */
  fods: () => 'fods',
};

/** The file as LibreOffice understands it, written as text again. The sheet of a CSV is called as the file. */
export function readWithLibreOffice(
  name: string,
  bytes: Uint8Array,
  as: 'fods' | { readonly sheet: number; readonly called: string },
): string {
  return withFile(name, bytes, (path, folder) => {
    const target = as === 'fods' ? filters.fods() : filters.csv(as.sheet);
    run('soffice', [
      // Of its own: it must find nobody's settings, and not wait for a window that is open.
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      ...(name.endsWith('.csv') ? ['--infilter=CSV:44,34,76,1'] : []),
      // Not beside it: LibreOffice would refuse to write a CSV there that is made of a CSV.
      ...['--convert-to', target, '--outdir', join(folder, 'made'), path],
    ]);
    const stem = name.replace(/\.[^.]*$/, '');
    const made = as === 'fods' ? `${stem}.fods` : `${stem}-${as.called}.csv`;
    return readFileSync(join(folder, 'made', made), 'utf8');
  });
}
