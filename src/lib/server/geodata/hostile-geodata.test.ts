import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { shapefileZip } from '../../export/shapefile/shapefile-zip.ts';
import { parseGeodata } from './parse-geodata.ts';

const square = [
  [116.7, 39.2],
  [116.8, 39.2],
  [116.8, 39.3],
  [116.7, 39.2],
];
const { bytes: archive } = shapefileZip({
  name: 'places',
  day: '2025-06-30',
  notes: [],
  fields: [
    { name: 'code', type: 'text', width: 12, label: '代码' },
    { name: 'name', type: 'text', width: 20, label: '名称' },
    { name: 'year', type: 'number', width: 4, label: '年份' },
    { name: 'day', type: 'date', width: 8, label: '日期' },
  ],
  rows: ['虚构乡', '假想镇', '未有乡'].map((name) => ({
    values: ['131002999', name, 2024, '2024-05-06'],
    geometry: { type: 'Polygon', coordinates: [square] },
  })),
});
const parts = unzipSync(archive);
const geojson = new TextEncoder().encode(
  JSON.stringify({
    type: 'FeatureCollection',
    features: ['虚构村', '假想庄'].map((name) => ({
      type: 'Feature',
      properties: { code: '131002999001', name, count: 1.5, list: [1] },
      geometry: { type: 'Polygon', coordinates: [square] },
    })),
  }),
);

/** Some bytes replaced, some of the end left away: what copying, mail and malice do to files. */
interface Damage {
  readonly changes: readonly (readonly [at: number, byte: number])[];
  /** Share of the bytes from the start. */
  readonly kept: number;
}

const damage: fc.Arbitrary<Damage> = fc.record({
  changes: fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 12 }),
  kept: fc.oneof(
    { weight: 4, arbitrary: fc.constant(1) },
    fc.double({ min: 0, max: 1, noNaN: true }),
  ),
});

function damaged(bytes: Uint8Array, { changes, kept }: Damage): Uint8Array {
  const copy = bytes.slice(0, Math.ceil(bytes.length * kept));
  for (const [at, byte] of changes) if (copy.length > 0) copy[at % copy.length] = byte;
  return copy;
}

async function expectAnswer(bytes: Uint8Array, name: string): Promise<void> {
  const answer = await parseGeodata([{ name, bytes }]);
  if (answer.status === 'refused') {
    expect(answer.reason).not.toBe('failed');
    return;
  }
  for (const { geometry, faults } of answer.features) {
    if (geometry === null) expect(faults.length).toBeGreaterThan(0);
    else expect(JSON.stringify(geometry)).not.toContain('null');
  }
}

const runs = { numRuns: 1000 };

describe('A damaged file of positions is refused, or read with what is left of it', () => {
  it('GeoJSON', async () => {
    await fc.assert(
      fc.asyncProperty(damage, (how) => expectAnswer(damaged(geojson, how), 'places.geojson')),
      runs,
    );
  });

  it('an archive', async () => {
    await fc.assert(
      fc.asyncProperty(damage, (how) => expectAnswer(damaged(archive, how), 'places.zip')),
      runs,
    );
  });

  it.each(['places.shp', 'places.dbf', 'places.prj', 'places.cpg'])('%s', async (part) => {
    await fc.assert(
      fc.asyncProperty(damage, (how) => {
        const broken = damaged(parts[part] ?? new Uint8Array(), how);
        return expectAnswer(zipSync({ ...parts, [part]: broken }, { level: 0 }), 'places.zip');
      }),
      runs,
    );
  });
});

describe('A file of positions', () => {
  it.each(['places.shp', 'places.dbf'])('is the same after it was read: %s', async (part) => {
    const files = Object.entries(parts).map(([name, bytes]) => ({
      name,
      // A Buffer shares its bytes with what is sliced from it.
      bytes: Buffer.from(bytes),
    }));
    expect((await parseGeodata(files)).status).toBe('read');
    const after = files.find(({ name }) => name === part)?.bytes;
    expect(after?.equals(parts[part] ?? new Uint8Array())).toBe(true);
  });
});
