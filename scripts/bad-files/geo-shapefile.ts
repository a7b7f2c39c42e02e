/** Shapefiles whose parts are missing, cut off, or say what is not so. */
import type { BadGeoFile, ExpectedReading } from './geo-file.ts';
import type { GeodataRefusal } from '../../src/lib/domain/geodata.ts';
import { bytes, numbered, patched, sound, zipped, type Parts } from './geo-parts.ts';

function refuses(name: string, reason: GeodataRefusal, parts: () => Partial<Parts>): BadGeoFile {
  return { name, make: () => zipped(parts()), expect: { refused: reason } };
}

function reads(name: string, expected: ExpectedReading, parts: () => Partial<Parts>): BadGeoFile {
  return { name, make: () => zipped(parts()), expect: { read: expected } };
}

/** The sound parts, one of them broken. */
function broken<Part extends keyof Parts>(
  part: Part,
  change: (content: Uint8Array) => Uint8Array,
  kind: 'points' | 'polygons' = 'points',
): Parts {
  const parts = sound(kind);
  return { ...parts, [part]: change(parts[part] ?? new Uint8Array()) };
}

/** Where the first record of a .shp begins, and its shape in it. */
const [firstRecord, firstShape] = [100, 108];
const recordOfPoint = 28;

const missing: readonly BadGeoFile[] = [
  { name: 'alone.shp', make: () => sound().shp, expect: { refused: 'no-dbf' } },
  { name: 'alone.dbf', make: () => sound().dbf, expect: { refused: 'no-shp' } },
  refuses('shp-without-dbf.zip', 'no-dbf', () => ({ shp: sound().shp, shx: sound().shx })),
  refuses('dbf-without-shp.zip', 'no-shp', () => ({ dbf: sound().dbf })),
  reads('without-shx.zip', { rows: 3 }, () => ({ shp: sound().shp, dbf: sound().dbf })),
];

const brokenShapes: readonly BadGeoFile[] = [
  refuses('shp-cut-off.zip', 'shp-damaged', () => broken('shp', (shp) => shp.slice(0, 150))),
  refuses('shp-cut-in-head.zip', 'shp-damaged', () => broken('shp', (shp) => shp.slice(0, 60))),
  refuses('shp-empty.zip', 'shp-damaged', () => broken('shp', () => new Uint8Array())),
  refuses('shp-is-text.zip', 'shp-damaged', () => broken('shp', () => bytes('虚构'.repeat(50)))),
  refuses('shp-length-lies.zip', 'shp-damaged', () =>
    broken('shp', (shp) => numbered(shp, 24, 0x7fffffff)),
  ),
  refuses('record-too-long.zip', 'shp-damaged', () =>
    broken('shp', (shp) => numbered(shp, firstRecord + 4, 0x3fffffff)),
  ),
  refuses('record-too-short.zip', 'shp-damaged', () =>
    broken('shp', (shp) => numbered(shp, firstRecord + 4, 4)),
  ),
  refuses('record-of-negative-length.zip', 'shp-damaged', () =>
    broken('shp', (shp) => numbered(shp, firstRecord + 4, -20)),
  ),
  refuses('record-of-another-type.zip', 'shp-damaged', () =>
    broken('shp', (shp) => numbered(shp, firstShape + recordOfPoint, 5, true)),
  ),
  refuses('polygon-of-two-billion-points.zip', 'shp-damaged', () =>
    broken('shp', (shp) => numbered(shp, firstShape + 40, 0x7fffffff, true), 'polygons'),
  ),
  refuses('polygon-of-two-billion-parts.zip', 'shp-damaged', () =>
    broken('shp', (shp) => numbered(shp, firstShape + 36, 0x7fffffff, true), 'polygons'),
  ),
  refuses('polygon-part-out-of-reach.zip', 'shp-damaged', () =>
    broken('shp', (shp) => numbered(shp, firstShape + 44, 900, true), 'polygons'),
  ),
  refuses('multipatch.zip', 'unsupported-shape', () =>
    broken('shp', (shp) => numbered(shp, 32, 31, true)),
  ),
  refuses('lines.zip', 'unsupported-shape', () =>
    broken('shp', (shp) => numbered(shp, 32, 3, true)),
  ),
  refuses('type-99.zip', 'unsupported-shape', () =>
    broken('shp', (shp) => numbered(shp, 32, 99, true)),
  ),
  reads('null-shape.zip', { rows: 3, faults: [[1, 'no-geometry']] }, () =>
    broken('shp', (shp) => numbered(shp, firstShape, 0, true)),
  ),
  reads('position-is-nan.zip', { rows: 3, faults: [[1, 'not-finite']] }, () =>
    broken('shp', (shp) => patched(shp, firstShape + 4, 0, 0, 0, 0, 0, 0, 0xf8, 0x7f)),
  ),
  reads('position-has-no-data.zip', { rows: 3, faults: [[1, 'not-finite']] }, () =>
    broken('shp', (shp) => patched(shp, firstShape + 4, 0, 0, 0, 0, 0, 0, 0xef, 0xff)),
  ),
  reads('shx-of-nonsense.zip', { rows: 3, firstName: '虚构村' }, () =>
    broken('shx', (shx) => shx.slice().fill(0xff)),
  ),
  reads('open-ring.zip', { rows: 3, faults: [[1, 'ring-open']] }, () =>
    broken('shp', (shp) => patched(shp, firstShape + 48 + 64, 0, 0, 0, 0, 0, 0, 0, 0), 'polygons'),
  ),
];

const brokenTables: readonly BadGeoFile[] = [
  refuses('dbf-cut-off.zip', 'dbf-damaged', () => broken('dbf', (dbf) => dbf.slice(0, -40))),
  refuses('dbf-empty.zip', 'dbf-damaged', () => broken('dbf', () => new Uint8Array())),
  refuses('dbf-of-nonsense.zip', 'dbf-damaged', () =>
    broken('dbf', (dbf) => dbf.slice().fill(0xff, 8)),
  ),
  refuses('dbf-without-end-of-columns.zip', 'dbf-damaged', () =>
    broken('dbf', (dbf) => patched(dbf, 96, 0x43)),
  ),
  refuses('dbf-column-of-unknown-type.zip', 'dbf-damaged', () =>
    broken('dbf', (dbf) => patched(dbf, 32 + 11, 'Z'.charCodeAt(0))),
  ),
  refuses('dbf-rows-too-narrow.zip', 'dbf-damaged', () =>
    broken('dbf', (dbf) => patched(dbf, 10, 5, 0)),
  ),
  refuses('dbf-of-four-billion-rows.zip', 'too-many-features', () =>
    broken('dbf', (dbf) => numbered(dbf, 4, -1)),
  ),
  refuses('dbf-with-a-row-less.zip', 'records-differ', () =>
    broken('dbf', (dbf) => numbered(dbf, 4, 2, true)),
  ),
  refuses('dbf-column-proto.zip', 'forbidden-key', () =>
    broken('dbf', (dbf) => patched(dbf, 64, ...bytes('__proto__'))),
  ),
  reads('dbf-two-columns-of-one-name.zip', { rows: 3 }, () =>
    broken('dbf', (dbf) => patched(dbf, 64, ...bytes('code'))),
  ),
  reads('dbf-deleted-row.zip', { rows: 2, firstName: '假想庄' }, () =>
    broken('dbf', (dbf) => patched(dbf, 97, 0x2a)),
  ),
];

const gbk = { encoding: 'gb18030', firstName: '虚构村' } as const;
const utf8 = { encoding: 'utf-8', firstName: '虚构村' } as const;
const withoutLanguage = (): Parts => broken('dbf', (dbf) => patched(dbf, 29, 0));

const encodings: readonly BadGeoFile[] = [
  reads('gbk-without-cpg.zip', { rows: 3, ...gbk, encodingFrom: 'text' }, withoutLanguage),
  reads('gbk-by-language-byte.zip', { rows: 3, ...gbk, encodingFrom: 'language-byte' }, sound),
  reads('gbk-said-to-be-utf-8.zip', { rows: 3, ...gbk, encodingFrom: 'text' }, () => ({
    ...withoutLanguage(),
    cpg: bytes('UTF-8'),
  })),
  reads('utf-8-said-to-be-gbk.zip', { rows: 3, ...utf8, encodingFrom: 'text' }, () => ({
    ...sound('points', 'utf8'),
    cpg: bytes('GBK'),
  })),
  reads('utf-8-said-to-be-latin.zip', { rows: 3, ...utf8, encodingFrom: 'text' }, () => ({
    ...sound('points', 'utf8'),
    cpg: bytes('ISO 8859-1'),
  })),
  reads(
    'utf-8-cut-in-a-character.zip',
    { rows: 3, encoding: 'utf-8', faults: [[1, 'cut-text']], firstName: '虚构村虚构村' },
    () => {
      const parts = sound('points', 'utf8', ['虚构村虚构村', '假想庄', '未有屯']);
      // Two of the three bytes of a seventh character, as programs that count bytes leave it.
      return {
        ...parts,
        dbf: patched(parts.dbf, 97 + 1 + 12 + 18, 0xe8, 0x99),
        cpg: bytes('UTF-8'),
      };
    },
  ),
  refuses('bytes-of-no-encoding.zip', 'unknown-encoding', () =>
    broken('dbf', (dbf) =>
      dbf
        .slice()
        .fill(0xff, 97 + 13, 97 + 33)
        .fill(0xff, 130 + 13, 130 + 33),
    ),
  ),
];

export const badShapefiles: readonly BadGeoFile[] = [
  ...missing,
  ...brokenShapes,
  ...brokenTables,
  ...encodings,
];
