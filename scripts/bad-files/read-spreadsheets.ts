/**
 * Reads every file of a folder one after the other, as the site does, and prints as JSON what became of each,
 * the processor time of the slowest and by how many bytes this process has grown:
 * `node --expose-gc scripts/bad-files/read-spreadsheets.ts folder`.
 */
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

// The first thread and the first file bring the code itself into memory.
await readWorkbook(Buffer.from('村,乡镇\n'), 'first.csv');
const before = await settledSize();
const outcomes: Record<string, string> = {};
const slowest = { name: '', milliseconds: 0 };
for (const name of readdirSync(folder)) {
  const bytes = readFileSync(join(folder, name));
  const start = process.cpuUsage();
  const read = await readWorkbook(bytes, name);
  // Of all threads of this process: what a person waits on a machine that does nothing else.
  const { user, system } = process.cpuUsage(start);
  const milliseconds = Math.round((user + system) / 1000);
  if (milliseconds > slowest.milliseconds) Object.assign(slowest, { name, milliseconds });
  outcomes[name] = read.status === 'refused' ? read.reason : 'read';
}
const grownBy = (await settledSize()) - before;
const peak = process.resourceUsage().maxRSS * 1024 - before;
console.log(JSON.stringify({ outcomes, grownBy, peak, slowest }));
