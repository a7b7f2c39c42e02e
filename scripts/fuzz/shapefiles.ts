/** Shapefiles: the numbers of their heads and records changed, their parts damaged, exchanged and left out. */
import fc from 'fast-check';
import { bytes as bytesOf, sound, type Parts } from '../bad-files/geo-parts.ts';
import { byteDamage, damaged } from './byte-damage.ts';
import type { FuzzCase, FuzzFile } from './fuzz-case.ts';
import { nastyText } from './nasty-text.ts';
import { rarely } from './rarely.ts';
import { zippedShapes } from './seeds.ts';
import { zipChange, zippedAnew } from './zip-damage.ts';

const geographic =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const projected = (projection: string): string =>
  `PROJCS["CGCS2000_3_Degree_GK_CM_117E",${geographic},PROJECTION["${projection}"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;

/** A text with a stretch cut out of it and another put in. */
const edited = (texts: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...texts), rarely(fc.tuple(fc.nat(), fc.nat(30), nastyText), 3))
    .map(([text, change]) => {
      if (change === null) return text;
      const at = change[0] % (text.length + 1);
      return text.slice(0, at) + change[2] + text.slice(at + change[1]);
    });
const prj = edited([
  geographic,
  projected('Gauss_Kruger'),
  projected('Transverse_Mercator'),
  projected('Lambert_Conformal_Conic'),
  projected('Mollweide'),
  '',
]);
const cpg = edited(['UTF-8', 'GBK', '936', 'CP936', 'ISO 88591', '']);

const kinds = ['points', 'polygons'] as const;
const encodings = ['gbk', 'utf8'] as const;

/** Where a .shp and a .dbf keep numbers, and those within the first records. */
const places = {
  shp: [
    0, 24, 28, 32, 36, 44, 100, 104, 108, 112, 120, 128, 136, 144, 148, 152, 156, 160, 168, 228,
  ],
  dbf: [0, 4, 8, 10, 12, 28, 29, 32, 43, 48, 49, 60, 64, 75, 80, 96, 97, 98, 108],
} as const;
const number = fc.oneof(
  fc.constantFrom(
    0,
    1,
    -1,
    2,
    3,
    5,
    8,
    11,
    13,
    15,
    18,
    25,
    28,
    31,
    99,
    0x7fffffff,
    -0x80000000,
    0xffff,
    50,
    65536,
  ),
  fc.integer({ min: -300, max: 300 }),
  fc.integer(),
);
const headChange = fc.constantFrom('shp' as const, 'dbf' as const).chain((part) =>
  fc.record({
    part: fc.constant(part),
    at: fc.constantFrom(...places[part]),
    as: fc.constantFrom('int32-big', 'int32-little', 'int16', 'byte', 'double'),
    value: number,
  }),
);
type HeadChange = typeof headChange extends fc.Arbitrary<infer Change> ? Change : never;

function withNumber(bytes: Uint8Array, { at, as, value }: HeadChange): Uint8Array {
  const copy = Uint8Array.from([...bytes, ...new Uint8Array(Math.max(0, at + 8 - bytes.length))]);
  const view = new DataView(copy.buffer);
  if (as === 'int32-big') view.setInt32(at, value);
  else if (as === 'int32-little') view.setInt32(at, value, true);
  else if (as === 'int16') view.setInt16(at, value, true);
  else if (as === 'byte') view.setUint8(at, value);
  else view.setFloat64(at, value === -1 ? Number.NaN : value, true);
  return copy.subarray(0, Math.max(bytes.length, at + 1));
}

const generated = fc
  .record({
    kind: fc.constantFrom(...kinds),
    encoding: fc.constantFrom(...encodings),
    names: fc.array(fc.oneof(fc.constantFrom('虚构村', '假想庄', '未有屯'), nastyText), {
      minLength: 1,
      maxLength: 4,
    }),
    prj: fc.option(prj, { freq: 2 }),
    cpg: fc.option(cpg, { freq: 2 }),
    heads: fc.array(headChange, { maxLength: 3 }),
    damage: rarely(
      fc.record({ part: fc.constantFrom('shp' as const, 'dbf' as const), how: byteDamage }),
      3,
    ),
    dropped: rarely(fc.constantFrom('shp' as const, 'dbf' as const, 'prj' as const), 20),
    zip: fc.option(fc.array(zipChange, { maxLength: 1 }), { freq: 3 }),
  })
  .map((told): FuzzCase => ({ recipe: told, make: () => filesOf(told) }));

interface Told {
  readonly kind: (typeof kinds)[number];
  readonly encoding: (typeof encodings)[number];
  readonly names: readonly string[];
  readonly prj: string | null;
  readonly cpg: string | null;
  readonly heads: readonly HeadChange[];
  readonly damage: {
    readonly part: 'shp' | 'dbf';
    readonly how: Parameters<typeof damaged>[1];
  } | null;
  readonly dropped: 'shp' | 'dbf' | 'prj' | null;
  readonly zip: Parameters<typeof zippedAnew>[1] | null;
}

/** In an archive, or, where `zip` is null, as they are. */
function filesOf(told: Told): readonly FuzzFile[] {
  const { kind, encoding, names, heads, damage, dropped, zip } = told;
  const parts: { -readonly [Part in keyof Parts]?: Uint8Array } = {
    ...sound(kind, encoding, names),
    ...(told.prj !== null && { prj: bytesOf(told.prj) }),
    ...(told.cpg !== null && { cpg: bytesOf(told.cpg) }),
  };
  for (const head of heads)
    parts[head.part] = withNumber(parts[head.part] ?? new Uint8Array(), head);
  if (damage) parts[damage.part] = damaged(parts[damage.part] ?? new Uint8Array(), damage.how);
  const files = Object.entries(parts).flatMap(([part, bytes]) =>
    part === dropped ? [] : [{ name: `villages.${part}`, bytes }],
  );
  return zip === null ? files : [{ name: 'villages.zip', bytes: zippedAnew(files, zip) }];
}

const mutated = fc
  .record({ seed: zippedShapes, damage: byteDamage })
  .map(({ seed, damage }): FuzzCase => ({
    recipe: { seed: seed.name, damage },
    make: () => [{ name: seed.name, bytes: damaged(seed.bytes, damage) }],
  }));

export const shapefileCase: fc.Arbitrary<FuzzCase> = fc.oneof(
  { weight: 4, arbitrary: generated },
  { weight: 1, arbitrary: mutated },
);
