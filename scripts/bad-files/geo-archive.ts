/** Archives that unpack to too much, to nothing, or are none. */
import type { BadGeoFile } from './geo-file.ts';
import type { GeodataRefusal } from '../../src/lib/domain/geodata.ts';
import { archive, bytes, sound, zipped } from './geo-parts.ts';

function refuses(name: string, reason: GeodataRefusal, make: () => Uint8Array): BadGeoFile {
  return { name, make, expect: { refused: reason } };
}

const megabyte = 1024 * 1024;

/** An archive with another number in the central directory of its first entry. */
function rewritten(original: Uint8Array, offset: number, size: 2 | 4, value: number): Uint8Array {
  const copy = Buffer.from(original);
  const at = copy.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + offset;
  copy.writeUIntLE(value, at, size);
  return copy;
}

/** A .shp and a .dbf, the former of so many zeros. */
function bomb(size: number): Uint8Array {
  return zipped({ shp: new Uint8Array(size), dbf: sound().dbf });
}

/** So many .shp of so many zeros. */
function many(count: number, size: number): Uint8Array {
  const zeros = new Uint8Array(size);
  return archive(
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.shp`, zeros])),
  );
}

function twoLayers(): Uint8Array {
  const [first, second] = [sound(), sound('polygons')];
  return archive({
    'a/points.shp': first.shp,
    'a/points.DBF': first.dbf,
    'b/polygons.SHP': second.shp,
    'b/polygons.dbf': second.dbf,
    '__MACOSX/b/._polygons.shp': bytes('Mac OS X'),
    'b/lookup.dbf': bytes('a table by itself'),
  });
}

export const badArchives: readonly BadGeoFile[] = [
  refuses('not-a-zip.zip', 'zip-damaged', () => bytes('虚构'.repeat(200))),
  refuses('zip-cut-off.zip', 'zip-damaged', () => zipped(sound()).slice(0, -30)),
  refuses('zip-of-nothing.zip', 'zip-no-shapefile', () => archive({})),
  refuses('zip-without-shapefile.zip', 'zip-no-shapefile', () =>
    archive({ 'readme.txt': bytes('虚构') }),
  ),
  refuses('workbook.zip', 'workbook', () => archive({ '[Content_Types].xml': bytes('<Types/>') })),
  refuses('encrypted.zip', 'zip-encrypted', () => rewritten(zipped(sound()), 8, 2, 0x0801)),
  refuses('unknown-compression.zip', 'zip-damaged', () => rewritten(zipped(sound()), 10, 2, 99)),
  refuses('wrong-content.zip', 'zip-damaged', () => {
    return zipped(sound()).map((byte, at) => (at > 60 && at < 120 ? byte ^ 0x5a : byte));
  }),
  refuses('bomb-of-64-megabytes.zip', 'zip-unpacks-too-large', () => bomb(64 * megabyte)),
  refuses('bomb-that-lies.zip', 'zip-damaged', () => rewritten(bomb(48 * megabyte), 24, 4, 5000)),
  refuses('bomb-in-parts.zip', 'zip-unpacks-too-large', () => many(50, megabyte)),
  {
    ...refuses('bomb-of-128-megabytes.zip', 'zip-unpacks-too-large', () => bomb(128 * megabyte)),
    isLarge: true,
  },
  {
    ...refuses('ten-thousand-entries.zip', 'zip-too-many-entries', () => many(10_000, 0)),
    isLarge: true,
  },
  {
    ...refuses('noise.zip', 'too-large', () => new Uint8Array(21 * megabyte).fill(0x50)),
    isLarge: true,
  },
  {
    name: 'two-layers-and-rubbish.zip',
    make: twoLayers,
    expect: { read: { rows: 6, encoding: 'gb18030', firstName: '虚构村' } },
  },
];
