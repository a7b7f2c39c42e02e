/** Writes `data/demo/`: an invented history for showing what the map can show. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { formatFault } from '../src/lib/server/data/fault.ts';
import { readDataDirectory } from '../src/lib/server/data/read-data-directory.ts';
import { makeDemo } from './demo/demo-files.ts';

const help = `Usage: node scripts/make-demo.ts [--data DIR] [--to DIR] [--seed N] [--dry-run]

Makes an invented history from the programme and the divisions of a data directory.
The same seed gives the same files, byte for byte.

  --data DIR   the data directory (default: data)
  --to DIR     where to write programme.json and status.json (default: data/demo)
  --seed N     a whole number (default: 2020)
  --dry-run    say what would be written, write nothing
  --help       this text`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: 'data' },
      to: { type: 'string', default: 'data/demo' },
      seed: { type: 'string', default: '2020' },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed)) {
    console.error(`--seed ${values.seed} is no whole number`);
    return 2;
  }
  const read = readDataDirectory(values.data);
  if (read.status === 'invalid') {
    for (const fault of read.faults) console.error(formatFault(fault, 'zh-CN'));
    return 1;
  }
  const { programme, divisions, status } = read.site.data;
  for (const [name, value] of Object.entries(
    makeDemo(programme, divisions, status.sources, seed),
  )) {
    const path = join(values.to, `${name}.json`);
    const options = { ...(await resolveConfig(path)), parser: 'json' };
    const text = await format(JSON.stringify(value), options);
    if (!values['dry-run']) {
      mkdirSync(values.to, { recursive: true });
      writeFileSync(path, text);
    }
    console.log(
      `${values['dry-run'] ? 'would write' : 'wrote'} ${path} (${Buffer.byteLength(text)} bytes)`,
    );
  }
  return 0;
}

process.exitCode = await main();
