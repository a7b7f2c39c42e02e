import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ShapefileField, ShapefileRow } from './shapefile-table.ts';
import { shapefileZip } from './shapefile-zip.ts';

const fields: readonly ShapefileField[] = [
  { name: 'code', type: 'text', width: 12, label: '区划代码' },
  { name: 'name', type: 'text', width: 60, label: '名称' },
  { name: 'villages', type: 'number', width: 5, label: '村数' },
  { name: 'named_on', type: 'date', width: 8, label: '命名日期' },
];

function shapefile(rows: readonly ShapefileRow[], columns = fields) {
  const notes = ['廊坊市森林城市创建进展', '审图号：待填报'];
  return shapefileZip({ name: 'townships', fields: columns, rows, day: '2025-06-30', notes });
}

const named = (name: string, geometry: ShapefileRow['geometry'] = null): ShapefileRow => ({
  geometry,
  values: ['131002100', name, 3, '2024-05-06'],
});

/** The part of the archive; its absence would fail the test that reads it. */
function part(bytes: Uint8Array, name: string): Buffer {
  return Buffer.from(unzipSync(bytes)[name] ?? []);
}

const counterClockwise = [
  [116, 39],
  [117, 39],
  [117, 40],
  [116, 39],
];
const holeClockwise = [
  [116.5, 39.2],
  [116.6, 39.3],
  [116.6, 39.2],
  [116.5, 39.2],
];
const withHole: ShapefileRow['geometry'] = {
  type: 'Polygon',
  coordinates: [counterClockwise, holeClockwise],
};

describe('A shapefile to take away', () => {
  it('is the same bytes for the same rows', () => {
    const rows = [named('落垡镇', { type: 'Point', coordinates: [116.7, 39.5] })];
    expect(Buffer.from(shapefile(rows).bytes).equals(shapefile(rows).bytes)).toBe(true);
  });

  it('is in GBK, and says so by the language byte and the .cpg', () => {
    const { bytes, encoding } = shapefile([named('落垡镇')]);
    const table = part(bytes, 'townships.dbf');
    expect(encoding).toBe('GBK');
    expect(table[29]).toBe(0x4d);
    expect(part(bytes, 'townships.cpg').toString()).toBe('936');
    expect(new TextDecoder('gbk').decode(table)).toContain('落垡镇');
  });

  it('is in UTF-8 where a name has a character that GBK lacks', () => {
    const { bytes, encoding } = shapefile([named('落垡镇'), named('𠮷家务')]);
    expect(encoding).toBe('UTF-8');
    expect(part(bytes, 'townships.dbf')[29]).toBe(0);
    expect(part(bytes, 'townships.cpg').toString()).toBe('UTF-8');
    expect(part(bytes, 'townships.dbf').toString()).toContain('𠮷家务');
  });

  it('cuts a long name between characters, and gives it whole in 说明.txt', () => {
    const narrow = fields.map((field) => (field.name === 'name' ? { ...field, width: 7 } : field));
    const { bytes, cut } = shapefile([named('大厂回族自治县')], narrow);
    const words = part(bytes, '说明.txt').toString();
    expect(cut).toEqual([{ row: 1, field: 'name', text: '大厂回族自治县' }]);
    // Past the head of 32 bytes, four columns of 32 and their end, and the mark of deletion.
    const row = part(bytes, 'townships.dbf').subarray(162);
    expect(new TextDecoder('gbk', { fatal: true }).decode(row)).toContain(
      '131002100   大厂回     3',
    );
    expect(words).toContain('第 1 行 name：大厂回族自治县');
    expect(words).toContain('审图号：待填报\r\n');
  });

  it('winds outer rings clockwise and holes the other way, as ESRI does', () => {
    const shp = part(shapefile([named('落垡镇', withHole)]).bytes, 'townships.shp');
    const positions = Array.from({ length: 8 }, (_, index) => [
      shp.readDoubleLE(108 + 52 + 16 * index),
      shp.readDoubleLE(108 + 60 + 16 * index),
    ]);
    expect(positions.slice(0, 4)).toEqual(counterClockwise.toReversed());
    expect(positions.slice(4)).toEqual(holeClockwise.toReversed());
  });

  it('has an index that leads to every record', () => {
    const rows = [named('甲', withHole), named('乙'), named('丙', withHole)];
    const { bytes } = shapefile(rows);
    const [shp, shx] = [part(bytes, 'townships.shp'), part(bytes, 'townships.shx')];
    const numbers = rows.map((_, row) => shp.readInt32BE(shx.readInt32BE(100 + 8 * row) * 2));
    expect(numbers).toEqual([1, 2, 3]);
    expect(shp.readInt32BE(24) * 2).toBe(shp.length);
  });

  it.each([
    ['a name longer than ten characters', { ...fields[0], name: 'county_code' }],
    ['a Chinese name', { ...fields[0], name: '代码' }],
    ['a text wider than 254', { ...fields[0], width: 255 }],
  ])('refuses a column with %s', (_, field) => {
    expect(() => shapefile([], [field as ShapefileField])).toThrow(RangeError);
  });

  it('refuses a number that its column would cut', () => {
    const row: ShapefileRow = { geometry: null, values: ['', '', 1_000_000, null] };
    expect(() => shapefile([row])).toThrow(RangeError);
  });
});

const hasGdal = spawnSync('ogrinfo', ['--version']).status === 0;

describe('A shapefile in GDAL, on which QGIS is built', () => {
  const names = ['落垡镇', '大厂回族自治县', '杨税务乡', '𠮷家务', '㙍'];

  /** What GDAL makes of it, as GeoJSON. */
  function inGdal(rows: readonly ShapefileRow[]) {
    const folder = mkdtempSync(join(tmpdir(), 'shapefile-'));
    try {
      const { bytes } = shapefile(rows);
      writeFileSync(join(folder, 'townships.zip'), bytes);
      const out = join(folder, 'out.geojson');
      execFileSync('ogr2ogr', ['-f', 'GeoJSON', out, `/vsizip/${folder}/townships.zip`]);
      return JSON.parse(readFileSync(out, 'utf8')) as {
        readonly features: readonly { readonly properties: object; readonly geometry: object }[];
      };
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  it.skipIf(!hasGdal).each([
    ['in GBK', names.slice(0, 3)],
    ['in UTF-8', names],
  ])('has every Chinese name whole, %s', (_, called) => {
    const rows = called.map((name) => named(name, { type: 'Point', coordinates: [116.7, 39.5] }));
    const { features } = inGdal(rows);
    expect(features.map(({ properties }) => properties)).toEqual(
      called.map((name) => ({
        code: '131002100',
        name,
        villages: 3,
        named_on: '2024-05-06',
      })),
    );
  });

  it.skipIf(!hasGdal)('has its hole as a hole, its parts as parts, and no more', () => {
    const apart = counterClockwise.map(([x = 0, y = 0]) => [x + 2, y]);
    const { features } = inGdal([
      named('甲', withHole),
      named('乙', { type: 'MultiPolygon', coordinates: [[counterClockwise], [apart]] }),
    ]);
    const rings = features.map(({ geometry }) => {
      const { type, coordinates } = geometry as ShapefileRow['geometry'] & object;
      return [type, coordinates.length];
    });
    expect(rings).toEqual([
      ['Polygon', 2],
      ['MultiPolygon', 2],
    ]);
  });

  it.skipIf(!hasGdal)('names its system', () => {
    const folder = mkdtempSync(join(tmpdir(), 'shapefile-'));
    const { bytes } = shapefile([named('甲', withHole)]);
    writeFileSync(join(folder, 'townships.zip'), bytes);
    const told = execFileSync('ogrinfo', ['-so', '-al', `/vsizip/${folder}/townships.zip`]);
    rmSync(folder, { recursive: true });
    expect(String(told)).toContain('ID["EPSG",4490]');
  });
});
