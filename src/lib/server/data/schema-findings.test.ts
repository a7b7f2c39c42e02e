import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { chineseOfMessage, schemaFindings } from './schema-findings.ts';

const schemaFiles = [
  '../../domain/date.ts',
  '../../domain/division.ts',
  '../../domain/place-geometry.ts',
  '../../domain/programme.ts',
  '../../domain/status.ts',
  './geojson-schema.ts',
];

describe('the messages of our schemas', () => {
  const messages = schemaFiles.flatMap((file) => {
    const source = readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8');
    return [...source.matchAll(/'expected ([^']+)'/g)].map((match) => match[1] ?? '');
  });

  it.each([...new Set(messages)])('“%s” has its Chinese', (message) => {
    expect(chineseOfMessage[message]).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('findings of a schema', () => {
  const schema = v.strictObject({ list: v.array(v.strictObject({ 'a/b': v.number() })) });
  const findingsOf = (value: unknown) => {
    const { issues = [] } = v.safeParse(schema, value);
    return schemaFindings(issues).map(({ place, what, expected }) =>
      [place, what.en, expected['zh-CN']].join(' | '),
    );
  };

  it.each([
    [{ list: [{ 'a/b': 'x' }] }, '/list/0/a~1b | the value “x” does not fit | 数字'],
    [{ list: [{}] }, '/list/0/a~1b | the key “a/b” is missing | 有键 “a/b”'],
    [{ list: [], b: 1 }, '/b | the key “b” is unknown | 本格式规定的键'],
    [{ list: {} }, '/list | the value “{}” does not fit | 数组'],
    [null, ' | the value “null” does not fit | 对象'],
  ])('%j', (value, line) => {
    expect(findingsOf(value)).toEqual([line]);
  });
});
