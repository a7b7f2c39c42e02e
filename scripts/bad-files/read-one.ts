/** Reads one file and prints as JSON what that cost: processor time of all threads, and memory at its largest. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readBytes } from '../../src/lib/server/spreadsheet/read-bytes.ts';

const path = process.argv[2] ?? '';
// The first file brings the code itself into memory.
await readBytes(Buffer.from('村,乡镇\n'), 'first.csv');
const bytes = new Uint8Array(readFileSync(path));
const before = process.memoryUsage().rss;
const start = process.cpuUsage();
await readBytes(bytes, basename(path));
const { user, system } = process.cpuUsage(start);
console.log(
  JSON.stringify({
    milliseconds: Math.round((user + system) / 1000),
    bytes: process.resourceUsage().maxRSS * 1024 - before,
  }),
);
