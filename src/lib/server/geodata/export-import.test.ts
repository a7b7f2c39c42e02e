import fc from 'fast-check';
import type { MultiPolygon, Point, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { ShapefileRow } from '../../export/shapefile/shapefile-table.ts';
import { shapefileZip } from '../../export/shapefile/shapefile-zip.ts';
import { parseGeodata } from './parse-geodata.ts';

const fields = [
  { name: 'code', type: 'text', width: 12, label: '代码' },
  { name: 'name', type: 'text', width: 254, label: '名称' },
  { name: 'year', type: 'number', width: 4, label: '年份' },
  { name: 'area', type: 'number', width: 12, decimals: 2, label: '面积' },
  { name: 'named_on', type: 'date', width: 8, label: '命名日期' },
] as const;

/** Common characters, and rare ones that GBK has no place for. */
const character = fc.oneof(
  { weight: 30, arbitrary: fc.integer({ min: 0x4e00, max: 0x9fa5 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0x20000, max: 0x2a6d6 }) },
  { weight: 3, arbitrary: fc.integer({ min: 0x21, max: 0x7e }) },
);
const name = fc
  .array(character, { minLength: 1, maxLength: 40 })
  .map((codes) => String.fromCodePoint(...codes));

const degrees = fc.tuple(
  fc.double({ min: 116, max: 117, noNaN: true }),
  fc.double({ min: 38, max: 40, noNaN: true }),
);
const point = degrees.map((coordinates): Point => ({
  type: 'Point',
  coordinates: [...coordinates],
}));

/** Counter-clockwise, or as a hole clockwise. */
function square(x: number, y: number, size: number, isHole = false): Position[] {
  const ring = [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ];
  return isHole ? ring.toReversed() : ring;
}

/** Parts beside each other, each with so many holes beside each other. */
const polygonal = fc
  .tuple(degrees, fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }))
  .map(([[x, y], holes]): Polygon | MultiPolygon => {
    const parts = holes.map((count, part) => {
      const left = x + part;
      const inner = Array.from({ length: count }, (_, hole) =>
        square(left + 0.1 + hole / 5, y + 0.1, 0.05, true),
      );
      return [square(left, y, 0.9), ...inner];
    });
    const [first] = parts;
    return parts.length === 1 && first
      ? { type: 'Polygon', coordinates: first }
      : { type: 'MultiPolygon', coordinates: parts };
  });

const values = fc.tuple(
  fc.stringMatching(/^[1-9][0-9]{11}$/),
  name,
  fc.option(fc.integer({ min: 2000, max: 2030 })),
  fc.option(fc.integer({ min: 0, max: 99_999 }).map((value) => value / 100)),
  fc.option(
    fc
      .date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  ),
);

function rowsOf<Geometry extends Point | Polygon | MultiPolygon>(
  geometry: fc.Arbitrary<Geometry>,
): fc.Arbitrary<readonly ShapefileRow[]> {
  const row = fc.record({ geometry: fc.option(geometry, { freq: 6 }), values });
  return fc.array(row, { minLength: 1, maxLength: 12 });
}

async function writtenAndRead(rows: readonly ShapefileRow[]) {
  const { bytes } = shapefileZip({ name: 'places', fields, rows, day: '2025-06-30', notes: [] });
  const read = await parseGeodata([{ name: 'places.zip', bytes }]);
  if (read.status === 'refused') throw new Error(read.reason);
  return read.features.map(({ attributes, geometry }) => ({ attributes, geometry }));
}

function expected(rows: readonly ShapefileRow[]) {
  return rows.map(({ geometry, values: cells }) => ({
    geometry,
    attributes: Object.fromEntries(
      fields.map((field, column) => [field.name, String(cells[column] ?? '')]),
    ),
  }));
}

describe('a shapefile that is written and read again', () => {
  it('has the same points, names and winding, whatever the names are', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf(point), async (rows) => {
        expect(await writtenAndRead(rows)).toEqual(expected(rows));
      }),
    );
  });

  it('has the same polygons, each hole in its own part', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf(polygonal), async (rows) => {
        expect(await writtenAndRead(rows)).toEqual(expected(rows));
      }),
    );
  });

  it('comes as two layers where points and polygons are mixed', async () => {
    const [first, second] = [square(116, 39, 0.1), square(117, 39, 0.1)];
    const cells = ['131002100', '虚构乡', null, null, null];
    const rows: ShapefileRow[] = [
      { geometry: { type: 'Polygon', coordinates: [first] }, values: cells },
      { geometry: { type: 'Point', coordinates: [116.5, 39.5] }, values: cells },
      { geometry: { type: 'Polygon', coordinates: [second] }, values: cells },
    ];
    const { bytes } = shapefileZip({ name: 'places', fields, rows, day: '2025-06-30', notes: [] });
    const read = await parseGeodata([{ name: 'places.zip', bytes }]);
    expect(read).toMatchObject({
      crs: 'declared',
      layers: [
        { name: 'places_points', rows: 1, datum: 'cgcs2000' },
        { name: 'places_polygons', rows: 2, datum: 'cgcs2000' },
      ],
    });
  });
});
