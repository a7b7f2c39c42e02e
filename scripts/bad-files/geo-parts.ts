/** The parts of a sound shapefile, to be broken one at a time, and the archive to send them in. */
import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { dbf } from '../../src/lib/export/shapefile/dbf.ts';
import type { DbfEncoding } from '../../src/lib/export/shapefile/dbf-encoding.ts';
import type { ShapefileRow } from '../../src/lib/export/shapefile/shapefile-table.ts';
import { shapeFiles } from '../../src/lib/export/shapefile/shapes.ts';

export interface Parts {
  readonly shp: Uint8Array;
  readonly shx: Uint8Array;
  readonly dbf: Uint8Array;
  readonly prj?: Uint8Array;
  readonly cpg?: Uint8Array;
}

const fields = [
  { name: 'code', type: 'text', width: 12, label: '' },
  { name: 'name', type: 'text', width: 20, label: '' },
] as const;

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const encodings: Readonly<Record<'gbk' | 'utf8', DbfEncoding>> = {
  gbk: {
    name: 'GBK',
    languageByte: 0x4d,
    codePage: '936',
    encode: (text) => iconv.encode(text, 'gbk'),
  },
  utf8: { name: 'UTF-8', languageByte: 0, codePage: 'UTF-8', encode: bytes },
};

const names = ['虚构村', '假想庄', '未有屯'];

const square = [
  [116.7, 39.2],
  [116.7, 39.3],
  [116.8, 39.3],
  [116.8, 39.2],
  [116.7, 39.2],
];

/** Three points, or three polygons one within the other's reach, without .prj and .cpg. */
export function sound(
  kind: 'points' | 'polygons' = 'points',
  encoding: keyof typeof encodings = 'gbk',
  called: readonly string[] = names,
): Parts {
  const rows = called.map((name, index): ShapefileRow => {
    const shift = index / 5;
    return {
      values: [`13100299900${index + 1}`, name],
      geometry:
        kind === 'points'
          ? { type: 'Point', coordinates: [116.772 + index / 1000, 39.285] }
          : {
              type: 'Polygon',
              coordinates: [square.map(([x = 0, y = 0]) => [x + shift, y])],
            },
    };
  });
  const { shp, shx } = shapeFiles(
    kind,
    rows.map(({ geometry }) => geometry),
  );
  return { shp, shx, dbf: dbf(fields, rows, encodings[encoding], '2025-06-30').bytes };
}

/** A copy with these bytes at that place. */
export function patched(
  content: Uint8Array,
  at: number,
  ...replaced: readonly number[]
): Uint8Array {
  const copy = content.slice();
  copy.set(replaced, at);
  return copy;
}

/** A copy with this number at that place, of 32 bits, big-endian unless said. */
export function numbered(
  content: Uint8Array,
  at: number,
  value: number,
  isLittle = false,
): Uint8Array {
  const copy = content.slice();
  new DataView(copy.buffer).setInt32(at, value, isLittle);
  return copy;
}

/** An archive of files by their names, with the first day of the format on each: always the same bytes. */
export function archive(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ ...files }, { mtime: new Date(1980, 0, 1) });
}

/** The archive of the parts, in a folder as such archives come. */
export function zipped(parts: Partial<Parts>): Uint8Array {
  return archive(
    Object.fromEntries(
      Object.entries(parts).map(([part, content]) => [
        `虚构/villages.${part}`,
        content as Uint8Array,
      ]),
    ),
  );
}
