/**
 * Reads every file of a folder one after the other, as the site does, and prints as JSON what became of each
 * and by how many bytes this process, which stands for the server, has grown. The site reads in a process of
 * its own; so each file is read here once more, afterwards, for the processor time of the slowest:
 * `node --expose-gc scripts/bad-files/read-spreadsheets.ts folder`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readBytes } from '../../src/lib/server/spreadsheet/read-bytes.ts';
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
const slowest = { name: '', milliseconds: 0 };
for (const name of files) {
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  const start = process.cpuUsage();
  await readBytes(bytes, name);
  // Of all threads of this process: what a person waits on a machine that does nothing else.
  const { user, system } = process.cpuUsage(start);
  const milliseconds = Math.round((user + system) / 1000);
  if (milliseconds > slowest.milliseconds) Object.assign(slowest, { name, milliseconds });
}
console.log(JSON.stringify({ outcomes, grownBy, peak, slowest }));
