/** For tests: a table of broken data, one row for each fault, and the line that names it. */
import { expect, it } from 'vitest';
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

/** One test for each row: the first line says where the fault is, what it is, what was expected. */
export function itNames(rows: readonly FaultRow[]): void {
  it.each(rows)('%s', (_name, breakIt, start, part) => {
    const [line = ''] = linesOf(breakIt);
    expect(line.startsWith(start), line).toBe(true);
    expect(line).toContain(part);
    expect(line).toContain('; expected ');
  });
}
