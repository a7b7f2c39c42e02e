/** For tests: a table of broken data, one row for each fault, and the line that names it. */
import { withData, type DataCopy, type Json } from './data-copy.ts';
import { formatFault } from './fault.ts';
import { readDataDirectory, type ReadOptions } from './read-data-directory.ts';

export type Break = (copy: DataCopy) => void;

/** Name, how to break the data, what the first line begins with, and what else it says. */
export type FaultRow = readonly [name: string, breakIt: Break, start: string, part: string];

export const status =
  (change: (status: Json) => void): Break =>
  (copy) =>
    copy.json('status.json', change);

export const programme =
  (change: (programme: Json) => void): Break =>
  (copy) =>
    copy.json('programme.json', change);

export const divisions =
  (from: string | RegExp, to: string): Break =>
  (copy) =>
    copy.text('divisions.csv', (text) => text.replace(from, to));

/** The lines in English, with the directory left out; none where the data are sound. */
export function linesOf(breakIt: Break, options?: ReadOptions): readonly string[] {
  return withData((copy) => {
    breakIt(copy);
    const read = readDataDirectory(copy.directory, options);
    if (read.status === 'ok') return [];
    return read.faults.map((f) => formatFault(f, 'en').replaceAll(`${copy.directory}/`, ''));
  });
}

/** The first line the data are answered with once they are broken; empty where they are sound. */
export function firstLineOf(breakIt: Break): string {
  return linesOf(breakIt)[0] ?? '';
}

/** A line that begins so, says this too, and what was expected. */
export function lineWith(start: string, part: string): RegExp {
  const [from, says] = [start, part].map((text) => text.replace(/[$()*+.?[\\\]^{|}/-]/g, '\\$&'));
  return new RegExp(`^(?=${from})(?=.*${says})(?=.*; expected )`, 's');
}
