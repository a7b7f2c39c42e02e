import { runTask } from '../worker-task.ts';
import { refused, type GeodataFile, type ReadGeodata } from './place-feature.ts';
import { sizeRefusal } from './size-refusal.ts';

/** The slowest sound file within the limits takes a third of this. */
const deadline = 6_000;
/** Of heap; unpacked bytes lie outside it and have a bound of their own. */
const heap = 128;

/**
 * The places in a GeoJSON file, or in a shapefile as .zip. Reads in a process of its own, with a bound
 * on time and memory: whatever the bytes are, this answers, and nothing else waits for it meanwhile.
 * Call it from what `scripts/start.ts` opens, not from a route: the process is started from its source.
 */
export function readGeodata(bytes: Uint8Array, name: string): Promise<ReadGeodata> {
  return readGeodataFiles([{ name, bytes }]);
}

/** The same for a shapefile that came as separate files. */
export async function readGeodataFiles(files: readonly GeodataFile[]): Promise<ReadGeodata> {
  const tooLarge = sizeRefusal(files);
  if (tooLarge) return tooLarge;
  const file = new URL('./geodata-process.ts', import.meta.url);
  const outcome = await runTask<ReadGeodata>(file, files, {
    milliseconds: deadline,
    megabytes: heap,
  });
  switch (outcome.status) {
    case 'answered':
      return outcome.answer;
    case 'too-slow':
    case 'out-of-memory':
      return refused('too-slow');
    case 'failed':
      return refused('failed');
  }
}
