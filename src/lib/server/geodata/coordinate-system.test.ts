import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemOfCrs, systemOfWkt } from './coordinate-system.ts';

const greenwich = 'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]';
const cgcs2000 =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",' +
  `SPHEROID["CGCS2000",6378137.0,298.257222101]],${greenwich}]`;
const webMercator =
  'PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",' +
  `SPHEROID["WGS_1984",6378137.0,298.257223563]],${greenwich}],PROJECTION["Mercator_Auxiliary_Sphere"],` +
  'PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],' +
  'PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]';

const gaussKrueger = (meridian: number, easting: number): string =>
  `PROJCS["CGCS2000_3_Degree_GK_CM_117E",${cgcs2000},PROJECTION["Gauss_Kruger"],` +
  `PARAMETER["False_Easting",${easting}],PARAMETER["False_Northing",0.0],` +
  `PARAMETER["Central_Meridian",${meridian}],PARAMETER["Scale_Factor",1.0],` +
  'PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';

/** As PROJ 9.1 (`gdaltransform`) has them, of 480,000 m east and 4,360,000 m north. */
const byProj = {
  gaussKrueger: [116.767898296635, 39.3735423582041],
  webMercator: [4.3119133637737, 36.4303529559797],
  utm50: [116.767753346575, 39.3892568178662],
} as const;

function converted(system: ReturnType<typeof systemOfWkt>, x = 480_000): readonly number[] {
  return system.status === 'known' ? (system.toDegrees?.([x, 4_360_000]) ?? []) : [];
}

describe('The system of a .prj', () => {
  it.each([
    ['Gauss-Krüger on 117° E', gaussKrueger(117, 500_000), 480_000, byProj.gaussKrueger],
    [
      'the same with its zone before the easting',
      gaussKrueger(117, 39_500_000),
      39_480_000,
      byProj.gaussKrueger,
    ],
    ['Web Mercator', webMercator, 480_000, byProj.webMercator],
  ])('%s is converted to the centimetre', (_, wkt, x, [longitude, latitude]) => {
    const [east, north] = converted(systemOfWkt(wkt), x);
    expect(east).toBeCloseTo(longitude, 7);
    expect(north).toBeCloseTo(latitude, 7);
  });

  it('in degrees is taken as it is, with its datum', () => {
    expect(systemOfWkt(cgcs2000)).toEqual({
      status: 'known',
      name: 'GCS China Geodetic Coordinate System 2000',
      datum: 'cgcs2000',
      toDegrees: null,
    });
  });

  it.each(['Xian_1980', 'Xian 1980', 'Beijing_1954', '北京54', 'Krasovsky_1940'])(
    'on %s is not converted by guesswork',
    (datum) => {
      const wkt = `GEOGCS["GCS",DATUM["D_${datum}",SPHEROID["S",6378140,298.257]],${greenwich}]`;
      expect(systemOfWkt(wkt)).toMatchObject({ reason: 'system-not-convertible' });
    },
  );

  it('that is empty is none', () => {
    expect(systemOfWkt(' \r\n')).toEqual({ status: 'none' });
  });

  it('of any text is answered, and never with NaN for degrees', () => {
    const piece = fc.constantFrom(
      'PROJCS[',
      'GEOGCS[',
      'DATUM["D_WGS_1984",',
      'UNIT["Meter",1]',
      ']',
      ',',
      '"WGS84"',
      '1e999',
      'PROJECTION["Gauss_Kruger"]',
      'PROJECTION["Bonne"]',
      'SPHEROID["CGCS2000",0,0]',
      '(',
      ')',
      '+proj=x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(['known', 'none', 'refused']).toContain(systemOfWkt(pieces.join('')).status);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('The crs of GeoJSON', () => {
  const named = (name: string) => systemOfCrs({ type: 'name', properties: { name } });

  it.each(['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4326'])(
    '%s is WGS-84 in degrees',
    (name) => {
      expect(named(name)).toMatchObject({ datum: 'wgs84', toDegrees: null });
    },
  );

  it.each([
    ['EPSG:4548', 480_000, byProj.gaussKrueger],
    ['EPSG:4527', 39_480_000, byProj.gaussKrueger],
    ['EPSG:4509', 480_000, byProj.gaussKrueger],
    ['EPSG:4498', 20_480_000, byProj.gaussKrueger],
    ['urn:ogc:def:crs:EPSG::32650', 480_000, byProj.utm50],
    ['urn:ogc:def:crs:EPSG:9.8:3857', 480_000, byProj.webMercator],
  ])('%s is converted', (name, x, [longitude, latitude]) => {
    const [east, north] = converted(named(name), x);
    expect(east).toBeCloseTo(longitude, 7);
    expect(north).toBeCloseTo(latitude, 7);
  });

  it.each([
    ['EPSG:2384', 'system-not-convertible'],
    ['EPSG:4610', 'system-not-convertible'],
    ['EPSG:2433', 'system-not-convertible'],
    ['EPSG:27700', 'system-unknown'],
    ['something', 'system-unknown'],
  ])('%s is refused as %s', (name, reason) => {
    expect(named(name)).toMatchObject({ status: 'refused', reason });
  });

  it('that is missing is none: nothing follows from it', () => {
    expect(systemOfCrs(undefined)).toEqual({ status: 'none' });
  });
});
