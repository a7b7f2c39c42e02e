import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstLineOf, lineWith, programme, status, type FaultRow } from './broken-data.ts';

const files: readonly FaultRow[] = [
  ['a missing file', (c) => c.remove('status.json'), 'status.json: ', 'there is no such file'],
  [
    'a directory in place of a file',
    (c) => {
      c.remove('status.json');
      mkdirSync(join(c.directory, 'status.json'));
    },
    'status.json: ',
    'a readable file',
  ],
  [
    'JSON that breaks off',
    (c) => c.text('status.json', (text) => text.slice(0, 100)),
    'status.json line ',
    'the JSON ends too early',
  ],
  [
    'a comma too many',
    (c) =>
      c.text('programme.json', (text) =>
        text.replace('"demonstration": false,', '"demonstration": false,,'),
      ),
    'programme.json line 9 column 26: JSON syntax error at “,”',
    'well-formed JSON',
  ],
  [
    'NaN as a coordinate',
    (c) => c.text('counties.geojson', (text) => text.replace(/\[\d+\.\d+,/, '[NaN,')),
    'counties.geojson line 2 column ',
    'JSON syntax error at “N”',
  ],
  [
    'a number too large to be one',
    (c) => c.text('counties.geojson', (text) => text.replace(/\[\[\[\d+\.\d+,/, '[[[1e999,')),
    'counties.geojson /features/0/geometry/coordinates/0/0/0: ',
    'does not fit',
  ],
  [
    'a key given twice',
    (c) => c.text('status.json', (text) => text.replace('"sources"', '"sources": [],\n"sources"')),
    'status.json line 4 column 1: the key “sources” is given twice',
    'every key once',
  ],
  [
    'a key that reaches into prototypes',
    (c) => c.text('status.json', (text) => text.replace('{', '{"__proto__": {"admin": true},')),
    'status.json line 1 column 2: the key “__proto__” is not allowed',
    'a key of this format',
  ],
  [
    'nesting without end',
    (c) => c.text('status.json', () => `${'['.repeat(200_000)}`),
    'status.json line 1 column 33: the nesting is too deep',
    'at most 32 levels',
  ],
  [
    'a byte order mark',
    (c) => c.text('divisions.csv', (text) => `\uFEFF${text}`),
    'divisions.csv: the file begins with a byte order mark',
    'UTF-8 text without',
  ],
  [
    'a GBK file',
    (c) => c.bytes('divisions.csv', Uint8Array.of(0xc0, 0xc8, 0xb7, 0xbb, 0x0a)),
    'divisions.csv: the file is not UTF-8, it looks like GBK/GB18030',
    'UTF-8',
  ],
  [
    'a UTF-16 file',
    (c) => c.bytes('divisions.csv', Uint8Array.of(0xff, 0xfe, 0x63, 0x00)),
    'divisions.csv: the file is encoded as UTF-16',
    'UTF-8',
  ],
  ['no JSON object', (c) => c.text('status.json', () => 'null'), 'status.json: ', 'an object'],
];

const schema: readonly FaultRow[] = [
  [
    'a date that does not exist',
    status((s) => (s.events[0].effective = '2019-02-29')),
    'status.json /events/0/effective: the value “2019-02-29” does not fit',
    'a date that exists',
  ],
  [
    'a day that does not exist',
    programme((p) => (p.period.deadline = '2025-11-31')),
    'programme.json /period/deadline: the value “2025-11-31” does not fit',
    'a day that exists',
  ],
  [
    'an instant without its offset',
    status((s) => (s.events[0].recordedAt = '2026-11-23T09:00:00')),
    'status.json /events/0/recordedAt: ',
    'an instant',
  ],
  [
    'a key that is missing',
    status((s) => delete s.events[3].stage),
    'status.json /events/3/stage: the key “stage” is missing',
    'the key',
  ],
  [
    'a key that is unknown',
    programme((p) => (p.targets[0]['a/b'] = 1)),
    'programme.json /targets/0/a~1b: the key “a/b” is unknown',
    'a key of this format',
  ],
  [
    'a word that is no choice',
    status((s) => (s.events[0].certainty = 'sure')),
    'status.json /events/0/certainty: the value “sure” does not fit',
    'one of confirmed, inferred',
  ],
  [
    'half a village',
    programme((p) => (p.targets[3].number = 250.5)),
    'programme.json /targets/3/number: the value “250.5” does not fit',
    'a whole number',
  ],
  [
    'a text in one language only',
    programme((p) => delete p.tracks[0].name.en),
    'programme.json /tracks/0/name/en: the key “en” is missing',
    'en',
  ],
  [
    'properties a feature should not have',
    (c) => c.json('counties.geojson', (g) => (g.features[0].properties.secret = 1)),
    'counties.geojson /features/0/properties/secret: the key “secret” is unknown',
    'a key of this format',
  ],
  [
    'a geometry that is no polygon',
    (c) =>
      c.json('counties.geojson', (g) => {
        g.features[0].geometry = { type: 'Point', coordinates: [116.5, 39.5] };
      }),
    'counties.geojson /features/0/geometry/type: ',
    'one of Polygon, MultiPolygon',
  ],
];

describe('a file that cannot be read is named:', () => {
  it.each(files)('%s', (_name, breakIt, start, part) => {
    expect(firstLineOf(breakIt)).toMatch(lineWith(start, part));
  });
});

describe('a value that does not fit its schema is named:', () => {
  it.each(schema)('%s', (_name, breakIt, start, part) => {
    expect(firstLineOf(breakIt)).toMatch(lineWith(start, part));
  });
});
