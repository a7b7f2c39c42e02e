/**
 * JSON Schemas (draft 2020-12) of the data files, out of the schemas the code itself checks with.
 * Rules that no JSON Schema can say (days that exist, references between files) are left to
 * `npm run validate`.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import { programmeSchema } from '../../domain/programme.ts';
import { statusSchema } from '../../domain/status.ts';

const $schema = 'https://json-schema.org/draft/2020-12/schema';

const options = {
  target: 'draft-2020-12',
  // `v.check` becomes nothing: an editor then accepts 2020-02-30, `npm run validate` does not.
  errorMode: 'ignore',
} as const;

/** File name and schema of each file that has one. */
export function jsonSchemas(): ReadonlyMap<string, object> {
  return new Map([
    [
      'programme.schema.json',
      { $schema, title: '创建工作 programme.json', ...toJsonSchema(programmeSchema, options) },
    ],
    [
      'status.schema.json',
      { $schema, title: '状态记录 status.json', ...toJsonSchema(statusSchema, options) },
    ],
  ]);
}
