/**
 * Reads every file of a folder one after the other, as the site does, and prints as JSON what became of each
 * and by how many bytes this process, which stands for the server, has grown. The site reads in a process of
 * its own; so each file is then read by `read-one.ts`, which tells its processor time and its largest memory:
 * `node --expose-gc scripts/bad-files/read-spreadsheets.ts folder`.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readWorkbook } from '../../src/lib/server/spreadsheet/read-workbook.ts';

const folder = process.argv[2] ?? '.';

const settledSize = async (): Promise<number> => {
  globalThis.gc?.();
  await wait(500);
  globalThis.gc?.();
  return process.memoryUsage().rss;
};

// The first file brings the code itself into memory.
await readWorkbook(Buffer.from('村,乡镇\n'), 'first.csv');
const before = await settledSize();
const files = readdirSync(folder);
const outcomes: Record<string, string> = {};
for (const name of files) {
  const read = await readWorkbook(readFileSync(join(folder, name)), name);
  outcomes[name] = read.status === 'refused' ? read.reason : 'read';
}
const peak = process.resourceUsage().maxRSS * 1024 - before;
const grownBy = (await settledSize()) - before;
const one = join(import.meta.dirname, 'read-one.ts');
const slowest = { name: '', milliseconds: 0 };
const largest = { name: '', bytes: 0 };
for (const name of files) {
  // What size alone forbids is read by nobody.
  if (outcomes[name] === 'too-large') continue;
  const printed = execFileSync(process.execPath, [one, join(folder, name)], { encoding: 'utf8' });
  // Printed by the script named above.
  const cost = JSON.parse(printed) as { readonly milliseconds: number; readonly bytes: number };
  if (cost.milliseconds > slowest.milliseconds) {
    Object.assign(slowest, { name, milliseconds: cost.milliseconds });
  }
  if (cost.bytes > largest.bytes) Object.assign(largest, { name, bytes: cost.bytes });
}
console.log(JSON.stringify({ outcomes, grownBy, peak, slowest, largest }));
