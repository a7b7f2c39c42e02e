/** Writes `docs/schema/*.schema.json` from the schemas in the code. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { jsonSchemas } from '../src/lib/server/data/json-schema.ts';

const help = `Usage: node scripts/write-schemas.ts [--to DIR] [--dry-run]

  --to DIR    where to write (default: docs/schema)
  --dry-run   say what would be written, write nothing
  --help      this text`;

const { values } = parseArgs({
  options: {
    to: { type: 'string', default: 'docs/schema' },
    'dry-run': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(help);
else {
  for (const [name, schema] of jsonSchemas()) {
    const path = join(values.to, name);
    if (!values['dry-run']) {
      mkdirSync(values.to, { recursive: true });
      writeFileSync(path, `${JSON.stringify(schema, null, 2)}\n`);
    }
    console.log(`${values['dry-run'] ? 'would write' : 'wrote'} ${path}`);
  }
}
