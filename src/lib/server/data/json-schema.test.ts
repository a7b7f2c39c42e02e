import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from './json-schema.ts';

const directory = new URL('../../../../docs/schema/', import.meta.url);

describe('docs/schema', () => {
  it.each([...jsonSchemas()])(
    '%s is up to date (node scripts/write-schemas.ts)',
    (name, schema) => {
      const text = readFileSync(fileURLToPath(new URL(name, directory)), 'utf8');
      expect(text).toBe(`${JSON.stringify(schema, null, 2)}\n`);
      expect(JSON.parse(text)).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        type: 'object',
        additionalProperties: false,
      });
    },
  );
});
